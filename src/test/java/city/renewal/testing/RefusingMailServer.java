package city.renewal.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Speaks as much SMTP as is needed to answer every address in the same way. */
public final class RefusingMailServer implements AutoCloseable {

    private final ServerSocket socket;
    private final String answer;

    /** @param answer to each address, such as {@code 550 5.1.1 no such user}; after 421 it hangs up, as SMTP has it */
    public RefusingMailServer(String answer) {
        this.answer = answer;
        try {
            socket = new ServerSocket(0, 8, InetAddress.getLoopbackAddress());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        Thread.ofVirtual().start(this::serve);
    }

    public int port() {
        return socket.getLocalPort();
    }

    private void serve() {
        while (!socket.isClosed()) {
            try (Socket caller = socket.accept()) {
                talk(caller);
            } catch (IOException closed) {
                // The caller hung up, or the test is over.
            }
        }
    }

    private void talk(Socket caller) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(caller.getInputStream(), StandardCharsets.US_ASCII));
        OutputStream out = caller.getOutputStream();
        say(out, "220 refusing");
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            String command = line.toUpperCase(Locale.ROOT);
            if (command.startsWith("QUIT")) {
                say(out, "221 bye");
                return;
            }
            boolean asked = command.startsWith("RCPT");
            say(out, asked ? answer.replace("{0}", line.substring(line.indexOf('<'))) : "250 ok");
            if (asked && answer.startsWith("421")) {
                return;
            }
        }
    }

    private static void say(OutputStream out, String line) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
