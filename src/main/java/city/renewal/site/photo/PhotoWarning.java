package city.renewal.site.photo;

/** What a supervisor should look at twice. Never a reason to refuse a photo: cameras' clocks go wrong. */
public enum PhotoWarning {
    /** The camera did not say when. */
    NO_TIME,
    /** Taken on another day than the report speaks of. */
    OTHER_DAY,
    /** Taken too far from the project. */
    ELSEWHERE,
    UNREADABLE,
    /** Kept as it came; this program cannot show it. */
    HEIC
}
