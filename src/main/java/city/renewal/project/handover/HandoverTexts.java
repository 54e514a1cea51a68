package city.renewal.project.handover;

import city.renewal.base.Refusal;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What holds for every text that is recorded after completion. */
final class HandoverTexts {

    private static final Pattern PHONE = Pattern.compile("\\+?[0-9][0-9 ()-]{1,28}[0-9]");

    private HandoverTexts() {
    }

    /** @return the text without blanks around it, or null for nothing */
    static @Nullable String optional(@Nullable String given, int longest) {
        String text = given == null ? "" : given.strip();
        if (text.length() > longest) {
            throw new Refusal("handover.text.long", longest);
        }
        return text.isEmpty() ? null : text;
    }

    /** @param missing key of the refusal when there is nothing */
    static String required(@Nullable String given, String missing, int longest) {
        String text = optional(given, longest);
        if (text == null) {
            throw new Refusal(missing);
        }
        return text;
    }

    static @Nullable String phone(@Nullable String given) {
        String phone = given == null || given.isBlank() ? null : given.strip();
        if (phone != null && !PHONE.matcher(phone).matches()) {
            throw new Refusal("handover.phone.malformed");
        }
        return phone;
    }
}
