package city.renewal.subscription;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What an installation decides about e-mail.
 *
 * @param host          of the mail server, empty where none is set up: then nothing is offered, queued or sent
 * @param port          1 to 65535
 * @param user          null where the server asks for none
 * @param password      of the user, or null; never said anywhere
 * @param certificates  PEM file of the certificates that are trusted to speak for the server, instead of the authorities that
 *                      Java trusts; null for those
 * @param from          address that mails come from, without a name
 * @param publicAddress where residents reach the program, without a slash at its end
 * @param keepDays      days after the end of a project, its closing to the public or the pausing of an address after which
 *                      addresses are deleted, 0 and up
 */
public record MailSettings(String host, int port, @Nullable String user, @Nullable String password, Security security,
                           @Nullable Path certificates, String from, String publicAddress, int keepDays) {

    /** How the way to the mail server is kept from others. */
    public enum Security {
        /** In the clear, for a server on the same machine. */
        NONE,
        /** Begins in the clear and is encrypted before anything is said; refused where the server cannot. */
        STARTTLS,
        /** Encrypted from the first byte. */
        TLS
    }

    /** @return whether there is a mail server */
    public boolean configured() {
        return !host.isEmpty();
    }

    @Override
    public String toString() {
        return "MailSettings[host=" + host + ", port=" + port + ", security=" + security + ", from=" + from + "]";
    }
}
