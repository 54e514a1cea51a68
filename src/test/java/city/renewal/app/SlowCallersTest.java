package city.renewal.app;

import static org.assertj.core.api.Assertions.assertThat;

import city.renewal.testing.SmallPlan;
import city.renewal.testing.TestClock;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Callers who begin what they never finish do not keep the others out. */
class SlowCallersTest {

    /** More than there are threads. */
    private static final int MANY = 250;
    /** As long as hanging callers are borne with, by which an answer that waited for them is told apart. */
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final List<Socket> callers = new ArrayList<>();
    private RunningServer server;

    @BeforeEach
    void start(@TempDir Path directory) {
        server = RunningServer.start(directory, TestClock.at(SmallPlan.START));
    }

    @AfterEach
    void stop() throws IOException {
        for (Socket each : callers) {
            each.close();
        }
        server.close();
    }

    @Test
    void half_sent_forms_hold_no_thread() throws IOException {
        hang("127.0.0.1", "code=", "application/x-www-form-urlencoded", 1_000);

        everybodyIsAnswered();
    }

    @Test
    void half_sent_pictures_of_one_caller_do_not_take_all_threads() throws IOException {
        hang("127.0.0.2", "-".repeat(80_000), "multipart/form-data; boundary=x", 1_000_000);

        everybodyIsAnswered();
    }

    private void everybodyIsAnswered() {
        for (String path : List.of("/n/UNKNOWN", "/health", "/report", "/login")) {
            assertThat(server.send(HttpRequest.newBuilder(server.address(path)).timeout(PATIENCE)).statusCode())
                    .as(path).isIn(200, 404);
        }
    }

    private void hang(String from, String begun, String type, int length) throws IOException {
        URI address = server.address("/");
        byte[] request = ("POST /report HTTP/1.1\r\nHost: localhost\r\nContent-Type: " + type + "\r\nContent-Length: "
                + length + "\r\n\r\n" + begun).getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < MANY; i++) {
            Socket caller = new Socket();
            callers.add(caller);
            caller.bind(new InetSocketAddress(InetAddress.getByName(from), 0));
            caller.connect(new InetSocketAddress(address.getHost(), address.getPort()));
            caller.getOutputStream().write(request);
        }
    }
}
