package city.renewal.app;

import city.renewal.base.Database;
import city.renewal.base.Installation;
import city.renewal.consent.ConsentUpkeep;
import city.renewal.consent.Consents;
import city.renewal.demo.DemoLoader;
import city.renewal.matter.MatterUpkeep;
import city.renewal.matter.PhotoSweep;
import city.renewal.plan.Plans;
import city.renewal.programme.commitment.MeasuredValues;
import city.renewal.site.photo.PhotoCopies;
import city.renewal.subscription.MailWorker;
import city.renewal.subscription.SubscriptionUpkeep;
import city.renewal.visit.VisitUpkeep;
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
    private final Clock clock;
    private final ScheduledExecutorService midnight = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "midnight");
        thread.setDaemon(true);
        return thread;
    });

    private ConsoleServer(Database database, Services services, WebServer web, Clock clock) {
        this.database = database;
        this.services = services;
        this.web = web;
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
            services.get(Plans.class).bringUpToDate();
            services.get(MatterUpkeep.class).run();
            services.get(VisitUpkeep.class).run();
            services.get(SubscriptionUpkeep.class).run();
            services.get(Consents.class).closeDue();
            services.get(ConsentUpkeep.class).run();
            WebServer web = started(starting);
            web.open(services);
            services.get(PhotoCopies.class).start();
            services.get(MailWorker.class).start();
            ConsoleServer server = new ConsoleServer(database, services, web, clock);
            server.midnight.schedule(server::keepMeasured, AFTER_START.toSeconds(), TimeUnit.SECONDS);
            server.midnight.schedule(server::sweep, AFTER_START.toSeconds(), TimeUnit.SECONDS);
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

    private void keepMeasured() {
        try {
            LOG.info("{} measured values kept", services.get(MeasuredValues.class).keep());
        } catch (RuntimeException failed) {
            LOG.error("What was measured by the end of a month was not kept; the next start or midnight tries again",
                    failed);
        }
    }

    private void moveOn() {
        try {
            LOG.info("A new day: {} plans moved on, {} votes closed, {}, what was written forgotten of {} appointments, {}",
                    services.get(Plans.class).bringUpToDate(), services.get(Consents.class).closeDue(),
                    services.get(MatterUpkeep.class).run(), services.get(VisitUpkeep.class).run(),
                    services.get(SubscriptionUpkeep.class).run());
            LOG.info("Names and scans of votes forgotten of {} projects", services.get(ConsentUpkeep.class).run());
            sweep();
        } catch (RuntimeException failed) {
            LOG.error("Not everything moved on to the new day; the next start or midnight tries again", failed);
        } finally {
            keepMeasured();
            waitForMidnight();
        }
    }

    private void sweep() {
        try {
            LOG.info("{} photos removed that nothing names", services.get(PhotoSweep.class).run());
        } catch (RuntimeException failed) {
            LOG.error("Photos that nothing names could not all be removed; the next start or midnight tries again",
                    failed);
        }
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
