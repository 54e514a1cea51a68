package city.renewal.app;

import city.renewal.base.Database;
import city.renewal.base.Installation;
import city.renewal.demo.DemoLoader;
import city.renewal.site.photo.PhotoCopies;
import city.renewal.subscription.MailWorker;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The whole running program: database, services, web server and the work of each midnight. */
public final class ConsoleServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ConsoleServer.class);

    /** What can wait does not make the first page later. */
    private static final Duration AFTER_START = Duration.ofMinutes(1);

    private final Database database;
    private final Services services;
    private final WebServer web;
    private final Upkeep upkeep;
    private final Clock clock;
    private final ScheduledExecutorService midnight = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "midnight");
        thread.setDaemon(true);
        return thread;
    });

    private ConsoleServer(Database database, Services services, WebServer web, Upkeep upkeep, Clock clock) {
        this.database = database;
        this.services = services;
        this.web = web;
        this.upkeep = upkeep;
        this.clock = clock;
    }

    /**
     * Opens everything and serves.
     *
     * @throws city.renewal.base.Refusal when the data directory, the database or the port cannot be had
     */
    public static ConsoleServer start(Configuration configuration) {
        return start(configuration, Clock.system(configuration.zone()));
    }

    static ConsoleServer start(Configuration configuration, Clock clock) {
        // Opening the database and starting the web server take about as long, and neither needs the other.
        CompletableFuture<WebServer> starting = CompletableFuture.supplyAsync(() -> new WebServer(configuration),
                work -> new Thread(work, "web").start());
        Database database = null;
        try {
            database = Database.open(configuration.database());
            Services services = new Services(configuration, database, clock);
            demonstrate(configuration.demonstration(), services);
            Upkeep upkeep = new Upkeep(services);
            upkeep.beforeReading();
            WebServer web = started(starting);
            web.open(services);
            services.get(PhotoCopies.class).start();
            services.get(MailWorker.class).start();
            ConsoleServer server = new ConsoleServer(database, services, web, upkeep, clock);
            server.midnight.schedule(upkeep::beside, AFTER_START.toSeconds(), TimeUnit.SECONDS);
            server.waitForMidnight();
            LOG.info("Serving on {}", web.address());
            return server;
        } catch (RuntimeException failed) {
            release(starting, database);
            throw failed;
        }
    }

    private static WebServer started(CompletableFuture<WebServer> starting) {
        try {
            return starting.join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
        }
    }

    /** What a failed start has to tell is its first failure; the web server's own, if any, says the same or less. */
    private static void release(CompletableFuture<WebServer> starting, @Nullable Database database) {
        starting.handle((web, failed) -> {
            if (web != null) {
                web.close();
            }
            return web;
        }).join();
        if (database != null) {
            database.close();
        }
    }

    private static void demonstrate(Configuration.Demonstration wanted, Services services) {
        DemoLoader loader = services.get(DemoLoader.class);
        boolean asked = wanted == Configuration.Demonstration.YES
                && !services.get(Installation.class).demonstration();
        if (asked || wanted == Configuration.Demonstration.AUTO && loader.possible()) {
            loader.load();
        }
    }

    private void waitForMidnight() {
        ZonedDateTime now = ZonedDateTime.now(clock);
        ZonedDateTime next = LocalDate.now(clock).plusDays(1).atStartOfDay(now.getZone());
        midnight.schedule(this::moveOn, Duration.between(now, next).toMillis(), TimeUnit.MILLISECONDS);
    }

    private void moveOn() {
        upkeep.beforeReading();
        upkeep.beside();
        waitForMidnight();
    }

    /** @return where a browser on this machine finds the program */
    public String address() {
        return web.address();
    }

    public Services services() {
        return services;
    }

    /** Lets running requests end, stops serving, and closes the database. */
    @Override
    public void close() {
        midnight.shutdownNow();
        try {
            web.close();
        } finally {
            services.get(PhotoCopies.class).close();
            services.get(MailWorker.class).close();
            database.close();
        }
    }
}
