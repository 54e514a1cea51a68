package city.renewal.bench;

import city.renewal.account.Actor;
import city.renewal.app.Configuration;
import city.renewal.app.Services;
import city.renewal.base.Database;
import city.renewal.base.DatabaseSettings;
import city.renewal.consent.Choice;
import city.renewal.consent.Consents;
import city.renewal.consent.Count;
import city.renewal.consent.Household;
import city.renewal.consent.HouseholdRegister;
import city.renewal.consent.ItemKind;
import city.renewal.consent.NewItem;
import city.renewal.project.NewPlace;
import city.renewal.project.NewProject;
import city.renewal.project.Project;
import city.renewal.project.Projects;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;

/** How long the count of a vote takes: 5,000 households, a tenth of whose flats share owners,
 * that have voted on 20 items, read from the database. */
final class ConsentCountBenchmark {

    private static final int BUILDINGS = 25;
    private static final int A_BUILDING = 200;
    private static final int ITEMS = 20;

    private final PrintStream out;

    /** @param out where the figures go */
    ConsentCountBenchmark(PrintStream out) {
        this.out = out;
    }

    void run() throws Exception {
        Path data = Files.createTempDirectory("consent");
        try (Database database = Database.open(DatabaseSettings.embedded(data))) {
            Services services = new Services(Configuration.read(Map.of(), Map.of(), null), database,
                    Clock.systemDefaultZone());
            long project = fill(services, database.jdbi());
            Consents consents = services.get(Consents.class);
            Map<Long, Count> counts = consents.counts(Actor.commandLine(), project);
            if (counts.values().stream().mapToInt(Count::votedHouseholds).sum() != BUILDINGS * A_BUILDING * ITEMS) {
                throw new IllegalStateException("Not every vote was counted");
            }
            Timing timing = Timing.of(10, 21, () -> consents.counts(Actor.commandLine(), project));
            out.printf(Locale.ROOT, "%,d votes of %,d households on %d items: %.1f ms (fastest %.1f), at most 50 wanted%n",
                    BUILDINGS * A_BUILDING * ITEMS, BUILDINGS * A_BUILDING, ITEMS, timing.median(), timing.fastest());
        } finally {
            StartedJar.remove(data);
        }
    }

    private static long fill(Services services, Jdbi jdbi) {
        Actor actor = Actor.commandLine();
        Project project = services.get(Projects.class).add(actor, new NewProject("COUNT", "compound", "Count", null,
                null, null, "consent", false, true, false, List.of(), List.of(), List.of(),
                IntStream.rangeClosed(1, BUILDINGS).mapToObj(number -> new NewPlace("building", "B" + number,
                        "Building " + number, null, null, null)).toList()));
        StringBuilder csv = new StringBuilder("Building,Stairwell,Door,Floor area,Owner number\n");
        for (int building = 1; building <= BUILDINGS; building++) {
            for (int door = 1; door <= A_BUILDING; door++) {
                csv.append('B').append(building).append(",1,").append(door).append(',').append(40 + door % 60)
                        .append(".25,").append(door % 10 == 0 ? "O" + building / 2 + "-" + door / 20 : "").append('\n');
            }
        }
        HouseholdRegister register = services.get(HouseholdRegister.class);
        register.bringIn(actor, project.id(),
                register.read(actor, project.id(), csv.toString().getBytes(StandardCharsets.UTF_8)));
        Consents consents = services.get(Consents.class);
        List<Long> households = register.households(actor, project.id()).stream().map(Household::id).toList();
        for (int number = 0; number < ITEMS; number++) {
            long item = consents.add(actor, project.id(), new NewItem(ItemKind.ORDINARY, "Item " + number, null, "Text",
                    null, "Nothing", "Law", null, null, null, Set.of()));
            consents.open(actor, item, LocalDate.now(Clock.systemDefaultZone()).plusDays(10));
            vote(jdbi, item, households);
        }
        register.correct(actor, project.id(), register.read(actor, project.id(),
                "Building,Stairwell,Door,Floor area\nB1,1,1,99.25\n".getBytes(StandardCharsets.UTF_8)), "Measured anew");
        return project.id();
    }

    /** Straight into the table, which a corrected register then sums up: only the count is measured here. */
    private static void vote(Jdbi jdbi, long item, List<Long> households) {
        jdbi.useTransaction(handle -> {
            PreparedBatch batch = handle.prepareBatch("""
                    INSERT INTO consent_ballot (item_id, household_id, choice, channel, cast_at, tag)
                    VALUES (:item, :household, :choice, 'ONLINE', CURRENT_TIMESTAMP, :tag)""");
            for (long household : households) {
                batch.bind("item", item).bind("household", household)
                        .bind("choice", Choice.values()[(int) (household % 3)].name())
                        .bind("tag", String.format(Locale.ROOT, "%064d", item * 1_000_000 + household)).add();
            }
            batch.execute();
        });
    }
}
