package city.renewal.bench;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Fifty photos of twelve megapixels sent at once to the packaged program with a small heap: how long the senders wait,
 * how long until every copy is there, and how much memory that took. Decoded at once they would need 1,800 MB.
 */
final class PhotosBenchmark {

    private static final int PHOTOS = 50;
    private static final int WIDTH = 4000;
    private static final int HEIGHT = 3000;
    private static final String HEAP = "-Xmx192m";

    private final PrintStream out;
    private final HttpClient client = HttpClient.newHttpClient();

    /** @param out where the figures go */
    PhotosBenchmark(PrintStream out) {
        this.out = out;
    }

    void run() throws Exception {
        Path data = Files.createTempDirectory("photos");
        try {
            new StartedJar(data, List.of()).close();
            String token = token(data);
            try (StartedJar program = new StartedJar(data, List.of(HEAP))) {
                long resident = program.residentMegabytes();
                long report = report(program.address(), token);
                List<byte[]> photos = IntStream.range(0, PHOTOS).parallel().mapToObj(PhotosBenchmark::photo).toList();
                long before = System.nanoTime();
                List<Sent> sent = sendAll(program.address().resolve("/api/v1/reports/" + report + "/photos"), token,
                        photos);
                double allSent = (System.nanoTime() - before) / 1e9;
                waitForCopies(data, PHOTOS);
                double allCopied = (System.nanoTime() - before) / 1e9;
                double[] waits = sent.stream().mapToDouble(Sent::seconds).sorted().toArray();
                out.printf(Locale.ROOT, "%d photos of %d megapixels, %.0f MB in all, sent at once: acknowledged on disk "
                        + "after %.2f s (median) to %.2f s, all after %.1f s%n", PHOTOS, WIDTH * HEIGHT / 1_000_000,
                        photos.stream().mapToLong(photo -> photo.length).sum() / 1e6, waits[PHOTOS / 2],
                        waits[PHOTOS - 1], allSent);
                out.printf(Locale.ROOT, "both copies of each there after %.1f s: %.2f s a photo on one thread beside the "
                        + "requests%n", allCopied, allCopied / PHOTOS);
                out.printf(Locale.ROOT, "heap allowed %s; resident %d MB before, %d MB at its highest, %.0f MB of "
                        + "objects in use afterwards%n", HEAP.substring(4), resident, program.highestMegabytes(),
                        program.liveMegabytes());
            }
        } finally {
            client.close();
            StartedJar.remove(data);
        }
    }

    private record Sent(double seconds, int status) {
    }

    private static String token(Path data) throws IOException, InterruptedException {
        Process command = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-jar",
                StartedJar.JAR.toString(), "user", "token", "engineer", "--scope", "sheets:write,photos:write",
                "--data", data.toString()).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        String token = new String(command.getInputStream().readAllBytes()).strip();
        if (command.waitFor() != 0) {
            throw new IOException("No token was made");
        }
        return token;
    }

    /** @return a report of one unfinished task of the demonstration */
    private long report(URI address, String token) throws IOException, InterruptedException {
        JsonNode tasks = JsonMapper.shared().readTree(client.send(HttpRequest.newBuilder(
                address.resolve("/api/v1/projects/C01/tasks")).build(), BodyHandlers.ofString()).body()).get("tasks");
        for (JsonNode task : tasks) {
            if (!task.get("summary").booleanValue() && !task.get("milestone").booleanValue()) {
                HttpResponse<String> answer = client.send(HttpRequest.newBuilder(
                        address.resolve("/api/v1/projects/C01/sheets")).header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/json").POST(BodyPublishers.ofString("""
                                {"date": "%s", "reports": [{"task": %d, "quantity": 0.5, "overReason": "Benchmark"}]}"""
                                .formatted(LocalDate.now().minusDays(1), task.get("id").longValue()))).build(),
                        BodyHandlers.ofString());
                if (answer.statusCode() == 201) {
                    return JsonMapper.shared().readTree(answer.body()).at("/reports/0/id").longValue();
                }
            }
        }
        throw new IOException("No task takes a report");
    }

    /** A sky, a wall and dust, so that it is as large as a phone's. */
    private static byte[] photo(int seed) {
        BufferedImage picture = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = picture.createGraphics();
        Random random = new Random(seed);
        canvas.setPaint(new GradientPaint(0, 0, new Color(random.nextInt(0x1000000)), WIDTH, HEIGHT,
                new Color(random.nextInt(0x1000000))));
        canvas.fillRect(0, 0, WIDTH, HEIGHT);
        for (int dust = 0; dust < 60_000; dust++) {
            canvas.setColor(new Color(random.nextInt(0x1000000)));
            canvas.fillRect(random.nextInt(WIDTH), random.nextInt(HEIGHT), 9, 9);
        }
        canvas.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, "jpeg", out);
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        }
        return out.toByteArray();
    }

    private List<Sent> sendAll(URI address, String token, List<byte[]> photos) throws Exception {
        List<Sent> sent = new ArrayList<>();
        try (ExecutorService senders = Executors.newFixedThreadPool(PHOTOS)) {
            List<Future<Sent>> all = senders.invokeAll(photos.stream()
                    .map(photo -> (Callable<Sent>) () -> send(address, token, photo)).toList());
            for (Future<Sent> each : all) {
                sent.add(each.get());
            }
        }
        if (sent.stream().anyMatch(each -> each.status() != 201)) {
            throw new IOException("Refused: " + Arrays.toString(sent.toArray()));
        }
        return sent;
    }

    private Sent send(URI address, String token, byte[] photo) throws IOException, InterruptedException {
        long before = System.nanoTime();
        int status = client.send(HttpRequest.newBuilder(address).header("Authorization", "Bearer " + token)
                .header("Content-Type", "image/jpeg").POST(BodyPublishers.ofByteArray(photo)).build(),
                BodyHandlers.discarding()).statusCode();
        return new Sent((System.nanoTime() - before) / 1e9, status);
    }

    private static void waitForCopies(Path data, int wanted) throws IOException, InterruptedException {
        for (long there = 0; there < wanted; Thread.sleep(100)) {
            try (var files = Files.walk(data.resolve("photo-copies"))) {
                there = files.filter(file -> file.getFileName().toString().contains("stamped")).count();
            }
        }
    }
}
