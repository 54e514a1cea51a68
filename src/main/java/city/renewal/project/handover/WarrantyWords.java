package city.renewal.project.handover;

import city.renewal.base.Formats;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Says warranties in a reader's language. */
public record WarrantyWords(WarrantyRules rules, Formats formats) {

    public String text(String key, Object... parameters) {
        return formats.messages().text(formats.locale(), key, parameters);
    }

    /** @return what is repaired, and where when that is a part of the project */
    public String work(Warranty warranty) {
        return work(warranty.work()) + (warranty.place() == null ? ""
                : " · " + warranty.place().in(formats.locale()));
    }

    public String work(String id) {
        return rules.name(id).in(formats.locale());
    }

    /** @return such as {@code until 20 Nov 2031} */
    public String until(@Nullable LocalDate last) {
        return last == null ? text("warranty.life") : text("warranty.until", formats.date(last));
    }

    public String state(WarrantyState state) {
        return text("warranty.state." + state.name().toLowerCase(Locale.ROOT));
    }

    /** @return who repairs */
    public String who(Warranty warranty) {
        return formats.name(warranty.organisation());
    }
}
