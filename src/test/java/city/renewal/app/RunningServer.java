package city.renewal.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Clock;
import java.util.EnumMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole program on a free port, and a caller who speaks HTTP with it. */
public final class RunningServer implements AutoCloseable {

    private final ConsoleServer server;
    private final HttpClient client = HttpClient.newHttpClient();

    private RunningServer(ConsoleServer server) {
        this.server = server;
    }

    public static RunningServer start(Path directory, Clock clock) {
        return start(directory, clock, Map.of());
    }

    /** @param settings what differs from the defaults */
    public static RunningServer start(Path directory, Clock clock, Map<Setting, String> settings) {
        Map<Setting, String> all = new EnumMap<>(Setting.class);
        all.put(Setting.SERVER_PORT, "0");
        all.put(Setting.DATA_DIRECTORY, directory.toString());
        all.put(Setting.DATA_DEMONSTRATION, "no");
        all.putAll(settings);
        return new RunningServer(ConsoleServer.start(Configuration.read(all, Map.of(), null), clock));
    }

    public Services services() {
        return server.services();
    }

    public URI address(String path) {
        return URI.create(server.address()).resolve(path);
    }

    public HttpResponse<String> get(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address(path));
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    public HttpResponse<String> post(String path, String body, String... headers) {
        return send(HttpRequest.newBuilder(address(path)).POST(BodyPublishers.ofString(body)).headers(headers));
    }

    public HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    public static JsonNode json(HttpResponse<String> response) {
        return JsonMapper.shared().readTree(response.body());
    }

    @Override
    public void close() {
        client.close();
        server.close();
    }
}
