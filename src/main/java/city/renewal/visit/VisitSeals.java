package city.renewal.visit;

import city.renewal.base.Vault;
import org.jspecify.annotations.Nullable;

/** Seals what people wrote about appointments, and opens it again. */
record VisitSeals(Vault vault) {

    /** What sealed texts are about. */
    static final String REMARK = "appointment.remark";
    static final String PHONE = "appointment.phone";
    static final String REASON = "appointment.reason";

    /** @return the sealed text, null for a blank one */
    @Nullable String seal(String text, String about) {
        return text.isBlank() ? null : vault.seal(text.strip(), about);
    }

    @Nullable String open(@Nullable String sealed, String about) {
        return sealed == null ? null : vault.open(sealed, about);
    }
}
