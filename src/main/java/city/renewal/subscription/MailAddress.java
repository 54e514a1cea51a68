package city.renewal.subscription;

import city.renewal.base.Refusal;
import city.renewal.base.Vault;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * An e-mail address in the usual characters, which leaves no way to write a second header or a second address.
 *
 * @param text with its domain in small letters; at most {@link #LONGEST} characters
 */
public record MailAddress(String text) {

    /** Characters that an address can have: RFC 5321, 4.5.3.1.3. */
    public static final int LONGEST = 254;

    private static final Pattern FORM = Pattern.compile(
            "[A-Za-z0-9_+=&'/!#$%*?^`{|}~-]+(\\.[A-Za-z0-9_+=&'/!#$%*?^`{|}~-]+)*"
                    + "@([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)+[A-Za-z]([A-Za-z0-9-]{0,61}[A-Za-z0-9])");
    private static final int LONGEST_LOCAL = 64;
    private static final String ABOUT = "subscription address";

    /** @throws Refusal when it is no address that mail can be sent to */
    public static MailAddress of(String typed) {
        String address = typed.strip();
        if (address.length() > LONGEST || !FORM.matcher(address).matches() || address.indexOf('@') > LONGEST_LOCAL) {
            throw new Refusal("subscription.address.malformed");
        }
        int at = address.indexOf('@');
        return new MailAddress(address.substring(0, at) + address.substring(at).toLowerCase(Locale.ROOT));
    }

    static MailAddress open(String sealed, Vault vault) {
        return new MailAddress(vault.open(sealed, ABOUT));
    }

    String seal(Vault vault) {
        return vault.seal(text, ABOUT);
    }

    /** @return the same however it is written */
    String hash(Vault vault) {
        return vault.hash(text.toLowerCase(Locale.ROOT), ABOUT);
    }

    /** @return such as {@code w***@example.cn}: enough for its owner to know it */
    public String masked() {
        return text.charAt(0) + "***" + text.substring(text.indexOf('@'));
    }

    /** Masked, so that no log has it. */
    @Override
    public String toString() {
        return masked();
    }
}
