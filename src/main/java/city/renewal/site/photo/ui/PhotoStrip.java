package city.renewal.site.photo.ui;

import city.renewal.base.Formats;
import city.renewal.site.photo.Photo;
import city.renewal.site.photo.PhotoCopy;
import city.renewal.site.photo.PhotoMatch;
import city.renewal.site.photo.PhotoStage;
import city.renewal.site.photo.PhotoWarning;
import city.renewal.site.photo.PublicPhoto;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Span;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The photos of one report or step of a finding side by side; each opens large. */
public final class PhotoStrip extends Div {

    private static final String ADDRESS = "/photo/";

    private PhotoStrip() {
        addClassName("photo-strip");
    }

    /** As everybody sees them: the stamped copies. */
    public static PhotoStrip forEverybody(List<PublicPhoto> photos) {
        PhotoStrip strip = new PhotoStrip();
        photos.forEach(photo -> strip.add(strip.picture(photo.id(), strip.stage(photo.stage()))));
        return strip;
    }

    /**
     * As staff see them, with what a supervisor should look at twice.
     *
     * @param matches by photo
     */
    public static PhotoStrip forStaff(List<Photo> photos, Map<Long, List<PhotoMatch>> matches, Formats formats,
                                      ZoneId zone) {
        PhotoStrip strip = new PhotoStrip();
        photos.forEach(photo -> strip.add(strip.item(photo, matches.getOrDefault(photo.id(), List.of()), formats,
                zone)));
        return strip;
    }

    private Div item(Photo photo, List<PhotoMatch> matches, Formats formats, ZoneId zone) {
        String stage = photo.stepId() == null ? stage(photo.stage())
                : getTranslation(photo.stage() == PhotoStage.AFTER ? "finding.photo.after" : "finding.photo.before");
        Div item = new Div(switch (photo.state()) {
            case READY -> picture(photo.id(), stage);
            case RECEIVED -> new Span(getTranslation("photo.preparing"));
            case UNREADABLE -> link(photo.id(), "original", new Span(getTranslation("photo.original")));
        });
        item.addClassName("photo-item");
        Span facts = new Span(photo.takenAt() == null
                ? stage
                : getTranslation("photo.taken", stage, formats.moment(photo.takenAt(), zone)));
        facts.addClassName("secondary");
        item.add(facts);
        photo.warnings(zone).forEach(warning -> item.add(warning(
                photo.stepId() != null && warning == PhotoWarning.OTHER_DAY ? "finding.photo.other-day"
                        : "photo.warning." + warning.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                formats.number(BigDecimal.valueOf(photo.metresOutside()).movePointLeft(3)
                        .setScale(1, RoundingMode.UP)))));
        matches.forEach(match -> item.add(warning(match, formats)));
        return item;
    }

    private Span warning(PhotoMatch match, Formats formats) {
        String project = match.otherProject().in(getLocale());
        String day = formats.date(match.otherOn());
        return match.otherTask() == null || match.otherReportId() == null
                ? warning(match.sameBytes() ? "photo.same.finding" : "photo.alike.finding", project, day,
                        String.valueOf(match.otherFindingId()))
                : warning(match.sameBytes() ? "photo.same" : "photo.alike", project,
                        match.otherTask().in(getLocale()), day, String.valueOf(match.otherReportId()));
    }

    private Span warning(String key, Object... parameters) {
        Span warning = new Span("⚠ " + getTranslation(key, parameters));
        warning.addClassName("photo-warning");
        return warning;
    }

    private Anchor picture(long photoId, String alternative) {
        Image image = new Image(ADDRESS + photoId + "/" + PhotoCopy.THUMBNAIL.fileName(),
                getTranslation("photo.alternative", alternative));
        image.getElement().setAttribute("loading", "lazy");
        return link(photoId, PhotoCopy.STAMPED.fileName(), image);
    }

    private static Anchor link(long photoId, String name, Component shown) {
        Anchor link = new Anchor(ADDRESS + photoId + "/" + name, shown);
        link.setTarget("_blank");
        return link;
    }

    private String stage(PhotoStage stage) {
        return getTranslation("photo.stage." + stage.name().toLowerCase(Locale.ROOT));
    }
}
