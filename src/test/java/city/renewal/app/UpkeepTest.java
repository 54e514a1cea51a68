package city.renewal.app;

import static org.assertj.core.api.Assertions.assertThat;

import city.renewal.base.Database;
import city.renewal.base.DatabaseSettings;
import city.renewal.consent.ConsentSample;
import city.renewal.consent.Consents;
import city.renewal.consent.ItemState;
import city.renewal.testing.TestClock;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UpkeepTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 24);

    @Test
    void a_vote_ends_on_its_day_although_the_plans_cannot_be_moved_on(@TempDir Path directory) {
        TestClock clock = TestClock.at(DAY);
        try (Database database = Database.open(DatabaseSettings.embedded(directory))) {
            Services services = new Services(Configuration.read(Map.of(), Map.of(), null), database, clock);
            long item = ConsentSample.add(services, "VOTE").register().open("外墙保温");
            database.jdbi().useHandle(handle -> handle.execute("ALTER TABLE plan RENAME TO plan_out_of_reach"));
            clock.moveTo(DAY.plusDays(11));

            new Upkeep(services).beforeReading();

            assertThat(services.get(Consents.class).get(item).state()).isEqualTo(ItemState.CLOSED);
        }
    }
}
