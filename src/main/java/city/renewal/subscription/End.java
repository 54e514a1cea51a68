package city.renewal.subscription;

/** Why a subscription ended. */
enum End {
    LEFT,
    /** Nobody confirmed it in time. */
    UNCONFIRMED,
    /**
     * Some time ago its project ended or was closed to the public, or its mail server knew no such address; or its account
     * was closed.
     */
    OVER
}
