package city.renewal.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/**
 * A way into a {@link MailServer} that is encrypted: from the first byte, or after STARTTLS and nothing else. Everything
 * after the handshake is between the caller and the mail server.
 */
public final class EncryptedMailServer implements AutoCloseable {

    private final LocalPort port = new LocalPort(this::answer);
    private final SSLContext identity;
    private final boolean begins;
    private final MailServer behind;
    private final AtomicInteger handshakes = new AtomicInteger();

    /**
     * @param identity the certificate that it shows
     * @param begins   whether it begins in the clear and asks for STARTTLS
     */
    public EncryptedMailServer(SSLContext identity, boolean begins, MailServer behind) {
        this.identity = identity;
        this.begins = begins;
        this.behind = behind;
    }

    public int port() {
        return port.number();
    }

    /** @return how many callers trusted the certificate */
    public int handshakes() {
        return handshakes.get();
    }

    private void answer(Socket caller) throws IOException {
        try (Socket server = new Socket(InetAddress.getLoopbackAddress(), behind.port())) {
            if (begins && !asksToBegin(caller)) {
                return;
            }
            SSLSocket encrypted = (SSLSocket) identity.getSocketFactory().createSocket(caller, null, true);
            encrypted.setUseClientMode(false);
            encrypted.startHandshake();
            handshakes.incrementAndGet();
            if (begins) {
                // The caller was greeted in the clear already.
                line(server.getInputStream());
            }
            Thread back = Thread.ofVirtual().start(() -> pass(server, encrypted));
            pass(encrypted, server);
            back.join();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean asksToBegin(Socket caller) throws IOException {
        say(caller, "220 in the clear");
        for (String line = line(caller.getInputStream()); !line.isEmpty(); line = line(caller.getInputStream())) {
            String command = line.toUpperCase(Locale.ROOT);
            if (command.startsWith("STARTTLS")) {
                say(caller, "220 begin");
                return true;
            }
            say(caller, command.startsWith("EHLO") ? "250-here\r\n250 STARTTLS" : "530 5.7.0 Must issue STARTTLS first");
        }
        return false;
    }

    private static void say(Socket to, String line) throws IOException {
        OutputStream out = to.getOutputStream();
        out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    /** Byte by byte: what follows STARTTLS is not ours to read. */
    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
            line.append((char) next);
        }
        return line.toString().strip();
    }

    private static void pass(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
            to.shutdownOutput();
        } catch (IOException closed) {
            // One of the two hung up.
        }
    }

    @Override
    public void close() {
        port.close();
    }
}
