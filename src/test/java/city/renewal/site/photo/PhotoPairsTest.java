package city.renewal.site.photo;

import static org.assertj.core.api.Assertions.assertThat;

import city.renewal.app.Services;
import city.renewal.site.NewReport;
import city.renewal.site.SiteReports;
import city.renewal.testing.OnEachDatabase;
import city.renewal.testing.People;
import city.renewal.testing.SmallPlan;
import city.renewal.testing.StatementCount;
import city.renewal.testing.TestClock;
import city.renewal.testing.TestDatabase;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@OnEachDatabase
class PhotoPairsTest {

    private final TestDatabase database;
    private final Services services;
    private final People people;
    private final PhotoPairs pairs;
    private final SmallPlan plan;
    private long seed = 100;

    PhotoPairsTest(TestDatabase database) {
        this.database = database;
        services = database.services(TestClock.at(SmallPlan.START));
        people = People.join(services);
        pairs = services.get(PhotoPairs.class);
        plan = SmallPlan.add(services, people.planner(), "Q" + Math.abs(System.nanoTime() % 1_000_000_000));
    }

    @AfterEach
    void stopWorker() {
        services.get(PhotoCopies.class).close();
    }

    @Test
    void sets_the_first_photo_before_against_the_last_of_each_later_stage() {
        long report = report(plan.pipes());
        long before = add(report, PhotoStage.BEFORE);
        add(report, PhotoStage.BEFORE);
        add(report, PhotoStage.DURING);
        long during = add(report, PhotoStage.DURING);
        long after = add(report(plan.pipes()), PhotoStage.AFTER);
        add(report(plan.paving()), PhotoStage.AFTER);
        services.get(PhotoCopies.class).finish();

        try (StatementCount count = StatementCount.of(database.jdbi())) {
            List<PhotoPair> found = pairs.forStaff(plan.project().id());

            assertThat(found).extracting(pair -> pair.place().in(Locale.ENGLISH) + " " + pair.first().photoId() + " "
                    + pair.second().photoId()).containsExactly(
                            "Pipes " + before + " " + during, "Pipes " + before + " " + after);
            assertThat(count.statements()).hasSize(1);
        }
    }

    @Test
    void shows_everybody_confirmed_reports_alone() {
        long one = report(plan.pipes());
        add(one, PhotoStage.BEFORE);
        long other = report(plan.pipes());
        add(other, PhotoStage.AFTER);
        services.get(PhotoCopies.class).finish();

        services.get(SiteReports.class).confirm(people.supervisor(), one);
        assertThat(pairs.forEverybody(plan.project().id())).isEmpty();
        services.get(SiteReports.class).confirm(people.supervisor(), other);
        assertThat(pairs.forEverybody(plan.project().id())).hasSize(1);
    }

    @Test
    void leaves_out_what_was_given_back() {
        long one = report(plan.pipes());
        add(one, PhotoStage.BEFORE);
        add(one, PhotoStage.AFTER);
        services.get(PhotoCopies.class).finish();
        assertThat(pairs.forStaff(plan.project().id())).hasSize(1);

        services.get(SiteReports.class).giveBack(people.supervisor(), one, "Another street");

        assertThat(pairs.forStaff(plan.project().id())).isEmpty();
    }

    private long report(long task) {
        return services.get(SiteReports.class).submit(people.engineer(), new NewReport(task, SmallPlan.START,
                BigDecimal.ONE, null, null, null, null, null)).id();
    }

    private long add(long report, PhotoStage stage) {
        return services.get(Photos.class).add(people.engineer(), report, stage,
                new ByteArrayInputStream(SamplePictures.jpeg(seed++))).id();
    }
}
