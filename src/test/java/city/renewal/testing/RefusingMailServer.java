package city.renewal.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Speaks as much SMTP as is needed to answer every address in the same way. */
public final class RefusingMailServer implements AutoCloseable {

    private final LocalPort port = new LocalPort(this::talk);
    private final String answer;

    /** @param answer to each address, such as {@code 550 5.1.1 no such user}; after 421 it hangs up, as SMTP has it */
    public RefusingMailServer(String answer) {
        this.answer = answer;
    }

    public int port() {
        return port.number();
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
        port.close();
    }
}
