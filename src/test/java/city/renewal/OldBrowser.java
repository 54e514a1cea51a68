package city.renewal;

import city.renewal.testing.ChildProgram;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Chromium 66 of early 2018, the age of the browsers inside the apps on old telephones, with one page of 360 px.
 * Playwright does not speak to it any more, so the few words of the DevTools protocol that a test needs are spoken here.
 * For one thread.
 */
final class OldBrowser implements AutoCloseable {

    /** Where {@code ./run.sh test} puts it. */
    private static final Path PROGRAM = Path.of("target", "old-browser", "chromium");
    private static final String ENDPOINT = "DevTools listening on ";
    private static final long BREATH_MILLIS = 100;

    private final JsonMapper json = new JsonMapper();
    private final ChildProgram program;
    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Answers answers = new Answers();
    private final WebSocket page;
    private final URI address;
    private int asked;

    /**
     * @param profile an empty directory for what it keeps
     * @param address where the server under test listens
     */
    OldBrowser(Path profile, URI address) throws Exception {
        Assumptions.assumeTrue(Files.isExecutable(PROGRAM), "./run.sh test fetches the old browser");
        this.address = address;
        program = ChildProgram.of(List.of(PROGRAM.toAbsolutePath().toString(), "--headless", "--no-sandbox",
                "--disable-gpu", "--single-process", "--no-zygote", "--remote-debugging-port=0", "--lang=zh-CN",
                "--user-data-dir=" + profile, "about:blank"), Map.of());
        try {
            String line = program.lineWith(ENDPOINT);
            URI browser = URI.create(line.substring(line.indexOf(ENDPOINT) + ENDPOINT.length()));
            page = http.newWebSocketBuilder().buildAsync(firstPage(browser.getAuthority()), answers).join();
            ask("Emulation.setDeviceMetricsOverride",
                    Map.of("width", 360, "height", 780, "deviceScaleFactor", 1, "mobile", true));
        } catch (RuntimeException failed) {
            program.close();
            throw failed;
        }
    }

    /** It listens a moment before its page is there. */
    private URI firstPage(String authority) throws Exception {
        HttpRequest pages = HttpRequest.newBuilder(URI.create("http://" + authority + "/json/list")).build();
        JsonNode first = json.missingNode();
        while (first.isMissingNode()) {
            first = json.readTree(http.send(pages, BodyHandlers.ofString()).body()).path(0);
        }
        return URI.create(first.get("webSocketDebuggerUrl").asString());
    }

    /** Opens an address; {@link #waitFor} tells when it is there. */
    void open(String path) throws Exception {
        ask("Page.navigate", Map.of("url", address.resolve(path).toString()));
    }

    /** @return what a script comes to, as text */
    String evaluate(String script) throws Exception {
        return ask("Runtime.evaluate", Map.of("expression", "String(" + script + ")"))
                .path("result").path("value").asString();
    }

    /** Waits until a condition holds on the page; a page that is still on its way does not hurt. */
    void waitFor(String condition) throws Exception {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(Browsers.PATIENCE_MILLIS);
        while (!evaluate(condition).equals("true")) {
            if (System.nanoTime() > end) {
                throw new AssertionError("Never came true: " + condition + "; the page says: "
                        + evaluate("document.body.innerText"));
            }
            Thread.sleep(BREATH_MILLIS);
        }
    }

    /** Takes a picture of what shows. */
    void picture(Path file) throws Exception {
        Files.createDirectories(file.getParent());
        Files.write(file, Base64.getDecoder().decode(
                ask("Page.captureScreenshot", Map.of()).path("data").asString()));
    }

    private JsonNode ask(String method, Map<String, ?> parameters) throws Exception {
        int id = ++asked;
        page.sendText(json.writeValueAsString(Map.of("id", id, "method", method, "params", parameters)), true).join();
        while (true) {
            String text = answers.whole.poll(Browsers.PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
            if (text == null) {
                throw new IOException("The old browser does not answer " + method);
            }
            JsonNode answer = json.readTree(text);
            if (answer.path("id").asInt() == id) {
                return answer.path("result");
            }
        }
    }

    @Override
    public void close() {
        page.abort();
        http.close();
        program.close();
    }

    /** Puts messages that come in parts together. */
    private static final class Answers implements WebSocket.Listener {

        private final BlockingQueue<String> whole = new LinkedBlockingQueue<>();
        private final StringBuilder parts = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
            parts.append(data);
            if (last) {
                whole.add(parts.toString());
                parts.setLength(0);
            }
            socket.request(1);
            return null;
        }
    }
}
