package city.renewal.plan;

import static org.assertj.core.api.Assertions.assertThat;

import city.renewal.app.Services;
import city.renewal.plan.LookAhead.Item;
import city.renewal.testing.OnEachDatabase;
import city.renewal.testing.PublicSample;
import city.renewal.testing.SmallPlan;
import city.renewal.testing.TestClock;
import city.renewal.testing.TestDatabase;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** Ten days of pipes (100 m) from 2 March, then five of paving (50 m²); asked on the second day of the pipes. */
@OnEachDatabase
class LookAheadTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 3);

    private final Services services;

    LookAheadTest(TestDatabase database) {
        services = database.services(TestClock.at(TODAY));
    }

    private LookAhead ahead(SmallPlan plan, int weeks) {
        return LookAhead.of(services.get(Plans.class).read(plan.project().id()), TODAY, weeks);
    }

    @Test
    void everyWeekHasItsQuantityAtThePlannedRate() {
        PublicSample sample = new PublicSample(services);
        SmallPlan plan = sample.compound("AHEAD", "Ahead", "Street");
        sample.confirmed(plan.pipes(), LocalDate.of(2026, 3, 2), "10");

        LookAhead ahead = ahead(plan, 2);

        assertThat(ahead.weeks()).hasSize(2);
        assertThat(ahead.weeks().getFirst().items()).singleElement().satisfies(item -> {
            assertThat(item.task().name()).isEqualTo("Pipes");
            assertThat(item.due()).isEqualByComparingTo("70");
            assertThat(item.starts()).isFalse();
            assertThat(item.finishes()).isFalse();
            assertThat(item.waitsFor()).isEmpty();
        });
        assertThat(ahead.weeks().getLast().items()).extracting(item -> item.task().name())
                .containsExactly("Pipes", "Paving");
        Item pipes = ahead.weeks().getLast().items().getFirst();
        assertThat(pipes.due()).isEqualByComparingTo("20");
        assertThat(pipes.finishes()).isTrue();
    }

    @Test
    void workWaitsForWhatIsNotDoneBeforeIt() {
        SmallPlan plan = new PublicSample(services).compound("WAITS", "Waits", "Street");

        Item paving = ahead(plan, 2).weeks().getLast().items().getLast();

        assertThat(paving.task().name()).isEqualTo("Paving");
        assertThat(paving.starts()).isTrue();
        assertThat(paving.waitsFor()).extracting(Task::name).containsExactly("Pipes");
    }

    @Test
    void nothingIsAheadOnceAllIsDone() {
        PublicSample sample = new PublicSample(services);
        SmallPlan plan = sample.compound("DONE", "Done", "Street");
        sample.confirmed(plan.pipes(), TODAY, "100");
        sample.confirmed(plan.paving(), TODAY, "50");

        assertThat(ahead(plan, 4).weeks()).hasSize(4).allSatisfy(week -> assertThat(week.items()).isEmpty());
    }
}
