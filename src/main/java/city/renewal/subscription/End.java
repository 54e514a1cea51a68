package city.renewal.subscription;

/** Why a subscription ended. */
enum End {
    LEFT,
    /** Nobody confirmed it in time. */
    UNCONFIRMED,
    /** Its project ended some time ago, or its account was closed. */
    OVER
}
