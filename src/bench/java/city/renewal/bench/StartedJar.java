package city.renewal.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The packaged program in a process of its own, started as a person starts it. */
final class StartedJar implements AutoCloseable {

    static final Path JAR = Path.of("target", "renewal-console.jar");

    private static final Pattern USED = Pattern.compile("used (\\d+)K");

    private final Process process;
    private final BufferedReader output;
    private final HttpClient client = HttpClient.newHttpClient();
    private final URI address;

    /**
     * @param data  its data directory; the demonstration is loaded into an empty one
     * @param flags for the Java virtual machine
     */
    StartedJar(Path data, List<String> flags) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(flags);
        command.addAll(List.of("-jar", JAR.toString(), "serve", "--port", "0", "--data", data.toString()));
        process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        output = process.inputReader(StandardCharsets.UTF_8);
        String line = output.readLine();
        if (line == null) {
            throw new IOException("The program did not start: " + String.join(" ", command));
        }
        address = URI.create(line.replaceFirst(".*?(http://\\S+/).*", "$1"));
    }

    /** @return where the program listens, ending with a slash */
    URI address() {
        return address;
    }

    /** Fetches the page that starts the application, as a browser without cookies. */
    void page() throws IOException, InterruptedException {
        HttpResponse<String> page = client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
        if (page.statusCode() != 200) {
            throw new IOException("The first page answered " + page.statusCode());
        }
    }

    /** @return megabytes of memory that the process holds, by Linux' account; 0 elsewhere */
    long residentMegabytes() throws IOException {
        return megabytes("VmRSS:");
    }

    /** @return the most megabytes of memory that the process ever held, by Linux' account; 0 elsewhere */
    long highestMegabytes() throws IOException {
        return megabytes("VmHWM:");
    }

    private long megabytes(String what) throws IOException {
        Path status = Path.of("/proc", String.valueOf(process.pid()), "status");
        if (!Files.exists(status)) {
            return 0;
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith(what))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                .sum();
    }

    /** @return megabytes of objects that are in use, after the process was made to collect the others */
    double liveMegabytes() throws IOException {
        tell("GC.run");
        Matcher used = USED.matcher(tell("GC.heap_info"));
        if (!used.find()) {
            throw new IOException("The process did not say how much of its heap is used");
        }
        return Double.parseDouble(used.group(1)) / 1024;
    }

    private String tell(String command) throws IOException {
        Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
        Process asked = new ProcessBuilder(jcmd.toString(), String.valueOf(process.pid()), command).start();
        return new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        client.close();
        process.toHandle().destroy();
        try {
            process.waitFor();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        output.close();
    }

    /** Removes a scratch directory. */
    static void remove(Path directory) throws IOException {
        try (var files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
