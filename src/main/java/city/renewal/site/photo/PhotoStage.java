package city.renewal.site.photo;

/** Which part of the work a photo shows. */
public enum PhotoStage {
    BEFORE,
    DURING,
    AFTER
}
