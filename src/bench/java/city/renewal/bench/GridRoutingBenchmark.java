package city.renewal.bench;

import city.renewal.account.Accounts;
import city.renewal.account.Actor;
import city.renewal.account.AuditTrail;
import city.renewal.account.Role;
import city.renewal.base.Database;
import city.renewal.base.DatabaseSettings;
import city.renewal.base.Messages;
import city.renewal.matter.GridPlace;
import city.renewal.matter.GridSample;
import city.renewal.matter.Grids;
import java.io.ByteArrayInputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;

/** From the place of a matter to the grid and its worker, with the register as large as the published programme's. */
final class GridRoutingBenchmark {

    private static final int ROUTES = 1_000;
    private static final double PROMISED = 1;

    private final PrintStream out;

    GridRoutingBenchmark(PrintStream out) {
        this.out = out;
    }

    void run() throws Exception {
        Path directory = Files.createTempDirectory("grid-routing");
        Clock clock = Clock.systemUTC();
        try (Database database = Database.open(DatabaseSettings.embedded(directory))) {
            AuditTrail audit = new AuditTrail(database.jdbi(), clock);
            new Accounts(database.jdbi(), audit, clock, true).add(Actor.commandLine(), "worker", "Worker",
                    Role.COMMUNITY, "only for this benchmark");
            Grids grids = new Grids(database.jdbi(), audit, new Messages());
            byte[] register = GridSample.PUBLISHED.csv(List.of("worker"));
            Timing imported = Timing.of(0, 1, () ->
                    grids.take(Actor.commandLine(), new ByteArrayInputStream(register), false));
            out.printf(Locale.ROOT, "%,d grids imported in %.0f ms%n", GridSample.PUBLISHED.full()
                    + GridSample.PUBLISHED.micro() + GridSample.PUBLISHED.dedicated(), imported.median());
            Timing time = Timing.of(5, 15, () -> route(grids));
            double each = time.median() / ROUTES;
            out.printf(Locale.ROOT, "a route: median %.3f ms, promised %.0f ms: %s%n", each, PROMISED,
                    each <= PROMISED ? "kept" : "MISSED");
        }
    }

    private static int route(Grids grids) {
        int length = 0;
        for (int i = 0; i < ROUTES; i++) {
            String project = String.format(Locale.ROOT, "SAMPLE%05d", i % GridSample.PUBLISHED.full() + 1);
            length += grids.route(new GridPlace("A street", "A community", project, "B02", String.valueOf(i % 4 + 1)))
                    .orElseThrow().code().length();
        }
        return length;
    }
}
