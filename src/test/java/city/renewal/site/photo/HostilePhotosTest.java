package city.renewal.site.photo;

import static org.assertj.core.api.Assertions.assertThat;

import city.renewal.account.NewToken;
import city.renewal.account.Tokens;
import city.renewal.app.RunningServer;
import city.renewal.site.NewReport;
import city.renewal.site.SiteReports;
import city.renewal.testing.People;
import city.renewal.testing.SmallPlan;
import city.renewal.testing.TestClock;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What is sent as a photo and is none, by a program with a token that is valid. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostilePhotosTest {

    private RunningServer server;
    private Path directory;
    private String token;
    private String path;

    @BeforeAll
    void start(@TempDir Path data) {
        directory = data;
        server = RunningServer.start(data, TestClock.at(SmallPlan.START));
        People people = People.join(server.services());
        token = server.services().get(Tokens.class).add(people.engineer(),
                new NewToken(people.engineer().login(), "camera", NewToken.USUAL_SCOPES, null));
        SmallPlan plan = SmallPlan.add(server.services(), people.planner(), "HOSTILE");
        path = "/api/v1/reports/" + server.services().get(SiteReports.class).submit(people.engineer(), new NewReport(
                plan.pipes(), SmallPlan.START, BigDecimal.ONE, null, null, null, null, null)).id() + "/photos";
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @AfterEach
    void nothing_of_it_is_kept() throws IOException {
        for (String folder : new String[] {"photos", "photos-incoming"}) {
            if (Files.exists(directory.resolve(folder))) {
                try (Stream<Path> files = Files.walk(directory.resolve(folder))) {
                    assertThat(files.filter(Files::isRegularFile)).as(folder).isEmpty();
                }
            }
        }
    }

    @Test
    void a_zip_that_is_called_a_jpeg() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("photo.jpg"));
        }
        assertProblem(send(out.toByteArray()), 415, "photo.kind");
    }

    @Test
    void a_drawing_with_a_script() {
        assertProblem(send("<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"
                .getBytes(StandardCharsets.UTF_8)), 415, "photo.kind");
    }

    @Test
    void two_hundred_megapixels_in_thirty_three_bytes() {
        ByteBuffer header = ByteBuffer.allocate(17).put("IHDR".getBytes(StandardCharsets.US_ASCII))
                .putInt(20_000).putInt(10_000).put(new byte[] {8, 2, 0, 0, 0});
        CRC32 sum = new CRC32();
        sum.update(header.array());
        assertProblem(send(ByteBuffer.allocate(33).putLong(0x89504e470d0a1a0aL).putInt(13).put(header.array())
                .putInt((int) sum.getValue()).array()), 422, "photo.pixels");
    }

    @Test
    void nothing_at_all() {
        assertProblem(send(new byte[0]), 422, "photo.empty");
    }

    /** Answered while not a byte of the body has been sent. */
    @Test
    void two_gigabytes_that_are_announced() throws IOException {
        try (Socket socket = post("Content-Length: 2147483648")) {
            assertThat(answer(socket)).contains(" 413 ", "photo.large", "Connection: close");
        }
    }

    /** Answered long before the sender is through. */
    @Test
    void two_gigabytes_that_are_not_announced() throws IOException {
        byte[] chunk = ("100000\r\n" + "x".repeat(1 << 20) + "\r\n").getBytes(StandardCharsets.US_ASCII);
        int sent = 0;
        try (Socket socket = post("Transfer-Encoding: chunked")) {
            InputStream answer = socket.getInputStream();
            try {
                while (answer.available() == 0 && sent < 2_048) {
                    socket.getOutputStream().write(chunk);
                    sent++;
                }
            } catch (IOException closed) {
                // The server may close its end before the sender has noticed the answer.
            }
            assertThat(sent).as("megabytes sent").isLessThan(200);
            assertThat(answer(socket)).contains(" 413 ", "photo.large");
        }
    }

    private Socket post(String length) throws IOException {
        URI address = server.address(path);
        Socket socket = new Socket(address.getHost(), address.getPort());
        socket.setSoTimeout(30_000);
        socket.getOutputStream().write(("POST " + path + " HTTP/1.1\r\nHost: console\r\nAuthorization: Bearer " + token
                + "\r\nContent-Type: image/jpeg\r\n" + length + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
        return socket;
    }

    private static String answer(Socket socket) throws IOException {
        BufferedReader reader = new BufferedReader(new InputStreamReader(socket.getInputStream(),
                StandardCharsets.UTF_8));
        StringBuilder answer = new StringBuilder();
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            answer.append(line).append('\n');
        }
        return answer.toString();
    }

    private HttpResponse<String> send(byte[] body) {
        return server.send(HttpRequest.newBuilder(server.address(path)).header("Authorization", "Bearer " + token)
                .header("Content-Type", "image/jpeg").POST(BodyPublishers.ofByteArray(body)));
    }

    private static void assertProblem(HttpResponse<String> response, int status, String code) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(RunningServer.json(response).get("code").stringValue()).isEqualTo(code);
        assertThat(RunningServer.json(response).get("detail").stringValue()).isNotBlank().doesNotContain("!");
    }
}
