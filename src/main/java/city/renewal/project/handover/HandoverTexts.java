package city.renewal.project.handover;

import city.renewal.base.Refusal;
import city.renewal.base.Telephone;
import org.jspecify.annotations.Nullable;

/** What holds for every text that is recorded after completion. */
final class HandoverTexts {

    private static final int LONGEST_PHONE = 32;

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
        return given == null || given.isBlank() ? null : Telephone.read(given, Telephone.OF_AN_OFFICE, LONGEST_PHONE)
                .orElseThrow(() -> new Refusal("handover.phone.malformed"));
    }
}
