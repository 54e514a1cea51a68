package city.renewal.site.photo;

/** How far the copies that people see have come. */
public enum PhotoState {
    /** Kept, copies not made yet. */
    RECEIVED,
    READY,
    /** Kept, but the picture cannot be decoded. */
    UNREADABLE
}
