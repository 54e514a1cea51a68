package city.renewal.base.http;

import java.util.List;

/** What {@code page/privacy.jte} shows. */
public record PrivacyPage(Frame frame, List<Part> parts) {

    /** One thing that residents are told. */
    public record Part(String heading, String text) {
    }
}
