package city.renewal.testing;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A real mail server on this machine, on a port that stays its own while it is away. */
public final class MailServer implements AutoCloseable {

    public static final String FROM = "renewal@example.cn";
    public static final String PUBLIC = "https://renewal.example.cn";

    private static final long PATIENCE_MILLIS = 20_000;

    private final int port;
    /** The server keeps a box for each address and knows no order over all of them. */
    private final List<Arrived> seen = new ArrayList<>();
    private GreenMail server;

    public MailServer() {
        server = started(0);
        port = server.getSmtp().getPort();
    }

    private static GreenMail started(int port) {
        GreenMail made = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        made.start();
        return made;
    }

    /** Variables by which the program finds it. */
    public Map<String, String> environment() {
        return environment("none", port);
    }

    public static Map<String, String> environment(String security, int port) {
        return new HashMap<>(Map.of("RENEWAL_MAIL_HOST", "127.0.0.1", "RENEWAL_MAIL_PORT", String.valueOf(port),
                "RENEWAL_MAIL_SECURITY", security, "RENEWAL_MAIL_FROM", FROM,
                "RENEWAL_SERVER_PUBLIC_ADDRESS", PUBLIC));
    }

    public int port() {
        return port;
    }

    /** Goes away, with all that it has. */
    public void stop() {
        server.stop();
    }

    public void startAgain() {
        seen.clear();
        server = started(port);
    }

    /** A mail as it arrived. */
    public record Arrived(String to, String subject, String text, String html, Map<String, String> headers) {

        /** @return the first address in it that begins so, from the root of the server */
        public String link(String path) {
            Matcher link = Pattern.compile(Pattern.quote(PUBLIC) + "(" + path + "[A-Za-z0-9_/-]*)").matcher(text);
            if (!link.find()) {
                throw new AssertionError("No link to " + path + " in " + text);
            }
            return link.group(1);
        }
    }

    /** @return what arrived so far since it started, in the order in which this was asked */
    public List<Arrived> arrived() {
        List<Arrived> unseen = new ArrayList<>(Arrays.stream(server.getReceivedMessages()).map(MailServer::read).toList());
        seen.forEach(unseen::remove);
        seen.addAll(unseen);
        return List.copyOf(seen);
    }

    /** Waits until so many have arrived, and no longer than patience allows. */
    public List<Arrived> await(int count) {
        server.waitForIncomingEmail(PATIENCE_MILLIS, count);
        return arrived();
    }

    private static Arrived read(MimeMessage message) {
        try {
            MimeMultipart parts = (MimeMultipart) message.getContent();
            Map<String, String> headers = new HashMap<>();
            message.getAllHeaders().asIterator().forEachRemaining(header -> headers.put(header.getName(), header.getValue()));
            return new Arrived(GreenMailUtil.getAddressList(message.getAllRecipients()), message.getSubject(),
                    body(parts.getBodyPart(0)), body(parts.getBodyPart(1)), headers);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (MessagingException failed) {
            throw new AssertionError(failed);
        }
    }

    private static String body(BodyPart part) throws MessagingException, IOException {
        return part.getContent().toString().replace("\r\n", "\n");
    }

    @Override
    public void close() {
        server.stop();
    }
}
