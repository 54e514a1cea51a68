package city.renewal.subscription;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.Date;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLSocketFactory;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.jspecify.annotations.Nullable;

/**
 * Hands mails to the mail server, one after the other over one connection. The only class that knows the mail library, so
 * that a program without a mail server never loads it. For one thread.
 */
final class Postman implements AutoCloseable {

    private static final String SECONDS_20 = "20000";
    /** What RFC 5321 4.5.3.2.6 gives a server to say that it took a mail; one that is given up too early comes twice. */
    private static final String MINUTES_10 = "600000";
    /** The status of RFC 3463 behind the code of an answer. */
    private static final Pattern STATUS = Pattern.compile("\\d{3}[ -]([245]\\.\\d{1,3}\\.\\d{1,3})\\b");
    /** No such mailbox or domain, no address at all, moved away, a domain that takes no mail (RFC 3463, RFC 7505). */
    private static final Set<String> UNKNOWN = Set.of("5.1.1", "5.1.2", "5.1.3", "5.1.6", "5.1.10");
    /** The same by a server that gives no status (RFC 5321). */
    private static final Set<Integer> UNKNOWN_CODES = Set.of(550, 551, 553);
    private static final int LONGEST_ERROR = 300;

    private final MailSettings settings;
    private final Clock clock;
    private final Session session;
    private final Transport transport;

    /** How it went with one mail. */
    enum Outcome {
        SENT,
        /** Perhaps another time. */
        LATER,
        /** The server wants it never. */
        REFUSED,
        /** The server says for good that there is no such address. */
        UNKNOWN_ADDRESS
    }

    /** @param error what the server said, without addresses; null where the mail was sent */
    record Delivery(Outcome outcome, @Nullable String error) {
    }

    /** The server cannot be had, or not in the way that was asked for. Its message has no addresses. */
    static final class Unreachable extends Exception {
        Unreachable(MessagingException cause) {
            super(said(cause), cause);
        }
    }

    /**
     * @throws Unreachable when there is no server, it does not encrypt as it should, its certificate is not trusted or is
     *                     another server's, the certificates cannot be read, or it does not take the password
     */
    Postman(MailSettings settings, Clock clock) throws Unreachable {
        this.settings = settings;
        this.clock = clock;
        try {
            this.session = Session.getInstance(properties(settings));
            this.transport = session.getTransport(protocol(settings));
            transport.connect(settings.host(), settings.port(), settings.user(), settings.password());
        } catch (MessagingException failed) {
            throw new Unreachable(failed);
        }
    }

    private static String protocol(MailSettings settings) {
        return settings.security() == MailSettings.Security.TLS ? "smtps" : "smtp";
    }

    private static Properties properties(MailSettings settings) throws MessagingException {
        String prefix = "mail." + protocol(settings) + ".";
        Properties properties = new Properties();
        properties.setProperty(prefix + "connectiontimeout", SECONDS_20);
        properties.setProperty(prefix + "timeout", MINUTES_10);
        properties.setProperty(prefix + "writetimeout", SECONDS_20);
        properties.setProperty(prefix + "auth", String.valueOf(settings.user() != null));
        properties.setProperty(prefix + "ssl.checkserveridentity", "true");
        if (settings.certificates() != null && settings.security() != MailSettings.Security.NONE) {
            properties.put(prefix + "ssl.socketFactory", trusted(settings.certificates()));
            // Else a server that they do not speak for is asked once more and trusted if an authority of Java's does.
            properties.setProperty(prefix + "socketFactory.fallback", "false");
        }
        // Else the machine's own name is looked up, which takes seconds where it has none.
        properties.setProperty(prefix + "localhost", domain(settings));
        boolean begins = settings.security() == MailSettings.Security.STARTTLS;
        properties.setProperty(prefix + "starttls.enable", String.valueOf(begins));
        properties.setProperty(prefix + "starttls.required", String.valueOf(begins));
        return properties;
    }

    private static SSLSocketFactory trusted(Path certificates) throws MessagingException {
        try {
            return TrustedCertificates.of(certificates);
        } catch (IOException | GeneralSecurityException failed) {
            throw new MessagingException("The certificates in " + certificates + " cannot be used", failed);
        }
    }

    private static String domain(MailSettings settings) {
        return settings.from().substring(settings.from().indexOf('@') + 1);
    }

    /** @throws Unreachable when the connection is lost; whether the mail was taken is not known then */
    Delivery deliver(Envelope envelope) throws Unreachable {
        try {
            MimeMessage message = message(envelope);
            transport.sendMessage(message, message.getAllRecipients());
            return new Delivery(Outcome.SENT, null);
        } catch (MessagingException failed) {
            if (!transport.isConnected()) {
                throw new Unreachable(failed);
            }
            return new Delivery(outcome(failed), said(failed));
        }
    }

    private static Outcome outcome(MessagingException failed) {
        for (Exception each = failed; each instanceof MessagingException some; each = some.getNextException()) {
            if (each instanceof SMTPAddressFailedException address) {
                return permanent(address.getReturnCode()) ? never(address) : Outcome.LATER;
            }
            if (each instanceof SMTPSendFailedException send && send.getNextException() == null) {
                return permanent(send.getReturnCode()) ? Outcome.REFUSED : Outcome.LATER;
            }
        }
        return Outcome.LATER;
    }

    /** A full mailbox or a rule of the server says nothing against the address. */
    private static Outcome never(SMTPAddressFailedException refused) {
        Matcher status = STATUS.matcher(String.valueOf(refused.getMessage()));
        boolean unknown = status.lookingAt() ? UNKNOWN.contains(status.group(1))
                : UNKNOWN_CODES.contains(refused.getReturnCode());
        return unknown ? Outcome.UNKNOWN_ADDRESS : Outcome.REFUSED;
    }

    private static boolean permanent(int code) {
        return code >= 500;
    }

    /** The innermost words, in one line and without what looks like an address. */
    private static String said(MessagingException failed) {
        Exception inner = failed;
        while (inner instanceof MessagingException some && some.getNextException() != null) {
            inner = some.getNextException();
        }
        String line = (inner.getClass().getSimpleName() + ": " + inner.getMessage())
                .replaceAll("\\S*@\\S*", "…").replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        return line.substring(0, Math.min(LONGEST_ERROR, line.length()));
    }

    private MimeMessage message(Envelope envelope) throws MessagingException {
        String utf8 = StandardCharsets.UTF_8.name();
        MimeMessage message = new MimeMessage(session) {
            @Override
            protected void updateMessageID() throws MessagingException {
                setHeader("Message-ID", "<" + envelope.messageId() + "@" + domain(settings) + ">");
            }
        };
        try {
            message.setFrom(new InternetAddress(settings.from(), envelope.sender(), utf8));
        } catch (UnsupportedEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(envelope.to(), true));
        message.setSubject(envelope.subject(), utf8);
        message.setSentDate(Date.from(clock.instant()));
        message.setHeader("List-Unsubscribe", "<" + envelope.leave() + ">");
        message.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        message.setHeader("Auto-Submitted", "auto-generated");
        MimeBodyPart text = new MimeBodyPart();
        text.setText(envelope.text(), utf8);
        MimeBodyPart html = new MimeBodyPart();
        html.setText(envelope.html(), utf8, "html");
        message.setContent(new MimeMultipart("alternative", text, html));
        message.saveChanges();
        return message;
    }

    @Override
    public void close() {
        try {
            transport.close();
        } catch (MessagingException gone) {
            // What was taken was taken.
        }
    }
}
