package city.renewal.bench;

import city.renewal.app.RunningServer;
import city.renewal.app.Setting;
import city.renewal.plan.Plans;
import city.renewal.plan.Task;
import city.renewal.project.Project;
import city.renewal.project.Projects;
import city.renewal.site.NewReport;
import city.renewal.site.SiteReports;
import city.renewal.testing.People;
import java.io.IOException;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The notice page as many read it: from the cache beside nginx with the same bytes, made anew, while reports are
 * confirmed, and whether sessions or memory grow. Needs wrk and nginx: {@code apt-get install nginx-light wrk}.
 */
final class NoticePageBenchmark {

    private static final String PAGE = "/n/C01/B03/2";
    private static final String SECONDS = "5s";
    private static final double NGINX_SHARE = 0.5;
    private static final int UNCACHED_WANTED = 200;
    private static final double SLOWEST_MILLIS = 50;
    private static final int READERS = 200;
    private static final int UNCACHED_THREADS = 4;
    private static final int MANY = 100_000;
    private static final Pattern RATE = Pattern.compile("Requests/sec:\\s*([0-9.]+)");
    private static final Pattern SLOW = Pattern.compile("99%\\s+([0-9.]+)(us|ms|s)");
    private static final Pattern TOTAL = Pattern.compile("([0-9]+) requests in");

    private final PrintStream out;

    /** @param out where the figures go */
    NoticePageBenchmark(PrintStream out) {
        this.out = out;
    }

    void run() throws Exception {
        for (String needed : List.of("wrk", "nginx")) {
            if (!installed(needed)) {
                out.println("Skipped: " + needed + " is not installed (apt-get install nginx-light wrk)");
                return;
            }
        }
        Path data = Files.createTempDirectory("notice-page");
        Clock clock = Clock.system(ZoneId.of("Asia/Shanghai"));
        try (RunningServer server = RunningServer.start(data.resolve("data"), clock,
                Map.of(Setting.DATA_DEMONSTRATION, "yes"))) {
            wrk(server.address(PAGE), 64);
            cached(server, data);
            uncached(server);
            whileConfirming(server, LocalDate.now(clock));
            memory(server);
            out.println(server.get("/metrics").body().lines().filter(line -> line.startsWith("renewal_sessions "))
                    .findFirst().orElseThrow() + ", wanted 0");
        } finally {
            StartedJar.remove(data);
        }
    }

    private void cached(RunningServer server, Path scratch) throws Exception {
        byte[] body;
        try (HttpClient client = HttpClient.newHttpClient()) {
            body = client.send(HttpRequest.newBuilder(server.address(PAGE)).header("Accept-Encoding", "gzip").build(),
                    BodyHandlers.ofByteArray()).body();
        }
        Path root = Files.createDirectories(scratch.resolve("nginx"));
        Files.write(root.resolve("page.html"), body);
        // Started by root, nginx reads as somebody else.
        for (Path each : List.of(scratch, root)) {
            Files.setPosixFilePermissions(each, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
        Path settings = Files.writeString(root.resolve("nginx.conf"), """
                daemon off; pid %1$s/pid; error_log %1$s/error.log; worker_processes auto;
                events { worker_connections 2048; }
                http {
                  access_log off; sendfile on; tcp_nopush on; open_file_cache max=10; keepalive_requests 1000000;
                  types { text/html html; }
                  client_body_temp_path %1$s; proxy_temp_path %1$s; fastcgi_temp_path %1$s; uwsgi_temp_path %1$s;
                  scgi_temp_path %1$s;
                  server { listen 127.0.0.1:%2$d; root %1$s; add_header Content-Encoding gzip; }
                }
                """.formatted(root, freePort()));
        int port = Integer.parseInt(Files.readString(settings).replaceAll("(?s).*127\\.0\\.0\\.1:(\\d+);.*", "$1"));
        Process nginx = new ProcessBuilder(program("nginx"), "-c", settings.toString(), "-e", root + "/error.log")
                .redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        try {
            URI peer = URI.create("http://127.0.0.1:" + port + "/page.html");
            answering(peer);
            double theirs = 0;
            double ours = 0;
            for (int round = 0; round < 2; round++) {
                theirs = Math.max(theirs, rate(wrk(peer, 64)));
                ours = Math.max(ours, rate(wrk(server.address(PAGE), 64)));
            }
            out.printf(Locale.ROOT, "cached, %d bytes: %.0f/s, nginx %.0f/s: %.2f of it, wanted %.2f%n", body.length,
                    ours, theirs, ours / theirs, NGINX_SHARE);
        } finally {
            nginx.destroy();
            nginx.waitFor();
        }
    }

    /** Every building in every language and size is a page of its own that nobody has asked for. */
    private void uncached(RunningServer server) throws Exception {
        List<URI> doors = new ArrayList<>();
        for (int project = 1; project <= 18; project++) {
            for (int building = 1; building <= 5; building++) {
                for (String how : List.of("", "?lang=en", "?lang=zh", "?large=1", "?lang=en&large=1", "?lang=zh&large=1")) {
                    doors.add(server.address("/n/C%02d/B%02d%s".formatted(project, building, how)));
                }
            }
        }
        AtomicInteger next = new AtomicInteger();
        long begun = System.nanoTime();
        try (HttpClient client = HttpClient.newHttpClient();
             ExecutorService readers = Executors.newFixedThreadPool(UNCACHED_THREADS)) {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < UNCACHED_THREADS; i++) {
                all.add(readers.submit(() -> {
                    for (int at = next.getAndIncrement(); at < doors.size(); at = next.getAndIncrement()) {
                        HttpResponse<Void> answer = client.send(HttpRequest.newBuilder(doors.get(at)).build(),
                                BodyHandlers.discarding());
                        if (answer.statusCode() != 200) {
                            throw new IOException(doors.get(at) + " answered " + answer.statusCode());
                        }
                    }
                    return null;
                }));
            }
            for (Future<?> each : all) {
                each.get();
            }
        }
        out.printf(Locale.ROOT, "uncached, every page made anew: %.0f/s, wanted %d%n",
                doors.size() / ((System.nanoTime() - begun) / 1e9), UNCACHED_WANTED);
    }

    private void whileConfirming(RunningServer server, LocalDate today) throws Exception {
        Project project = server.services().get(Projects.class).get("C01");
        Task task = server.services().get(Plans.class).read(project.id()).tasks().stream()
                .filter(each -> each.input().workType() != null && each.started() && !each.finished())
                .findFirst().orElseThrow();
        People people = People.join(server.services());
        SiteReports reports = server.services().get(SiteReports.class);
        AtomicBoolean done = new AtomicBoolean();
        AtomicInteger confirmed = new AtomicInteger();
        try (ExecutorService writer = Executors.newSingleThreadExecutor()) {
            Future<?> writing = writer.submit(() -> {
                while (!done.get()) {
                    reports.confirm(people.supervisor(), reports.submit(people.engineer(), new NewReport(task.id(), today,
                            new BigDecimal("0.001"), null, null, null, "benchmark", null)).id());
                    confirmed.incrementAndGet();
                    Thread.sleep(200);
                }
                return null;
            });
            String said = wrk(server.address(PAGE), READERS);
            done.set(true);
            writing.get();
            Matcher slow = SLOW.matcher(said);
            if (!slow.find()) {
                throw new IOException("wrk did not say how slow it was: " + said);
            }
            double millis = Double.parseDouble(slow.group(1))
                    * switch (slow.group(2)) { case "us" -> 0.001; case "ms" -> 1; default -> 1_000; };
            out.printf(Locale.ROOT, "%d readers while %d reports are confirmed: %.0f/s, p99 %.1f ms, wanted %.0f%n", READERS,
                    confirmed.get(), rate(said), millis, SLOWEST_MILLIS);
        }
    }

    private void memory(RunningServer server) throws Exception {
        double before = usedMegabytes();
        long sent = 0;
        while (sent < MANY) {
            Matcher total = TOTAL.matcher(wrk(server.address(PAGE), 64));
            sent += total.find() ? Long.parseLong(total.group(1)) : MANY;
        }
        out.printf(Locale.ROOT, "heap in use before %.1f MB, after %d more requests %.1f MB%n", before, sent,
                usedMegabytes());
    }

    private static double usedMegabytes() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return (runtime.totalMemory() - runtime.freeMemory()) / 1e6;
    }

    private static double rate(String said) throws IOException {
        Matcher rate = RATE.matcher(said);
        if (!rate.find()) {
            throw new IOException("wrk did not say how many: " + said);
        }
        return Double.parseDouble(rate.group(1));
    }

    private static String wrk(URI address, int readers) throws IOException, InterruptedException {
        Process wrk = new ProcessBuilder("wrk", "-t2", "-c" + readers, "-d" + SECONDS, "--latency", "-H",
                "Accept-Encoding: gzip", address.toString()).redirectErrorStream(true).start();
        String said = new String(wrk.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (wrk.waitFor() != 0 || said.contains("Non-2xx")) {
            throw new IOException("wrk: " + said);
        }
        return said;
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static void answering(URI address) throws InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            for (int tries = 0; tries < 100; tries++) {
                try {
                    client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.discarding());
                    return;
                } catch (IOException notYet) {
                    Thread.sleep(50);
                }
            }
        }
        throw new IllegalStateException("nginx does not answer at " + address);
    }

    private static boolean installed(String program) {
        return Files.isExecutable(Path.of(program(program)));
    }

    /** Debian keeps servers where the path of an ordinary person does not lead. */
    private static String program(String name) {
        return Stream.concat(Stream.of(System.getenv("PATH").split(":")), Stream.of("/usr/sbin"))
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst()
                .map(Path::toString)
                .orElse(name);
    }
}
