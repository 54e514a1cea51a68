package city.renewal.site.photo;

/** A photo of a confirmed report as everybody may see it. */
public record PublicPhoto(long id, long reportId, PhotoStage stage) {
}
