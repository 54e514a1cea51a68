package city.renewal.site.finding;

import city.renewal.base.Refusal;
import city.renewal.site.photo.ReceivedPhoto;
import java.time.LocalDate;
import java.util.Collection;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a finding and its steps must be like. Each method throws the {@link Refusal} that says what is not. */
final class FindingChecks {

    private static final Pattern REQUEST_ID = Pattern.compile("[A-Za-z0-9-]{1,64}");

    private FindingChecks() {
    }

    /** @return the text without blanks around it */
    static String text(@Nullable String text, String keyWhenMissing) {
        if (text == null || text.isBlank()) {
            throw new Refusal(keyWhenMissing);
        }
        length(text);
        return text.strip();
    }

    /** @return the text without blanks around it, null when there is none */
    static @Nullable String optional(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        length(text);
        return text.strip();
    }

    private static void length(String text) {
        if (text.length() > Findings.LONGEST_TEXT) {
            throw new Refusal("finding.text.long", Findings.LONGEST_TEXT);
        }
    }

    static void photos(Collection<ReceivedPhoto> photos, boolean needed) {
        if (needed && photos.isEmpty()) {
            throw new Refusal("finding.photo.missing");
        }
        if (photos.size() > Findings.MOST_PHOTOS) {
            throw new Refusal("finding.photos.many", Findings.MOST_PHOTOS);
        }
    }

    static void request(@Nullable String requestId) {
        if (requestId != null && !REQUEST_ID.matcher(requestId).matches()) {
            throw new Refusal("report.request.malformed");
        }
    }

    static void due(LocalDate dueOn, LocalDate today) {
        if (dueOn.isBefore(today)) {
            throw new Refusal("finding.due.past", dueOn.toString());
        }
        if (dueOn.isAfter(today.plusDays(Findings.LONGEST_DUE_DAYS))) {
            throw new Refusal("finding.due.far", dueOn.toString(), Findings.LONGEST_DUE_DAYS);
        }
    }
}
