package city.renewal.subscription;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A mail as its template and its plain text say it, with whole addresses. Public for its template.
 *
 * @param language tag of its language
 * @param leave    where the reader leaves
 */
public record MailPage(String language, String brand, String subject, String heading, String intro, List<Item> items,
                       @Nullable String more, String link, String linkText, String note, String leave,
                       String leaveText) {

    /** One thing that is told. */
    public record Item(String title, String text, String address) {
    }

    /** @return the same for readers without HTML */
    String plain() {
        StringBuilder text = new StringBuilder(heading).append("\n\n").append(intro).append("\n\n");
        for (Item item : items) {
            text.append("* ").append(item.title()).append('\n');
            if (!item.text().isEmpty()) {
                text.append("  ").append(item.text()).append('\n');
            }
            if (!item.address().equals(link)) {
                text.append("  ").append(item.address()).append('\n');
            }
        }
        if (!items.isEmpty()) {
            text.append('\n');
        }
        if (more != null) {
            text.append(more).append("\n\n");
        }
        return text.append(linkText).append(":\n").append(link).append("\n\n-- \n").append(brand).append("\n")
                .append(note).append('\n').append(leaveText).append(": ").append(leave).append('\n').toString();
    }
}
