package city.renewal.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.renewal.app.Services;
import city.renewal.base.Refusal;
import city.renewal.base.Words;
import city.renewal.plan.PlanEditing;
import city.renewal.plan.Plans;
import city.renewal.plan.Standing;
import city.renewal.plan.Task;
import city.renewal.plan.WindowKind;
import city.renewal.plan.WindowScope;
import city.renewal.plan.window.NewWindow;
import city.renewal.plan.window.StopWindows;
import city.renewal.programme.Programme;
import city.renewal.programme.ProjectLine;
import city.renewal.resident.ResidentPage;
import city.renewal.resident.ResidentPages;
import city.renewal.site.DaySheets;
import city.renewal.site.NewDaySheet;
import city.renewal.site.PauseReason;
import city.renewal.site.SitePauses;
import city.renewal.testing.OnEachDatabase;
import city.renewal.testing.People;
import city.renewal.testing.PublicSample;
import city.renewal.testing.SmallPlan;
import city.renewal.testing.StatementCount;
import city.renewal.testing.TestClock;
import city.renewal.testing.TestDatabase;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

/** What is said, and to whom, when nobody is on site. */
@OnEachDatabase
class SilenceTest {

    private static final LocalDate DAY = SmallPlan.START.plusDays(1);

    private final TestClock clock = TestClock.at(DAY);
    private final TestDatabase database;
    private final Services services;
    private final People people;
    private final PublicSample sample;
    private final SmallPlan plan;
    private final String code;

    SilenceTest(TestDatabase database, TestInfo test) {
        this.database = database;
        services = database.services(clock);
        sample = new PublicSample(services);
        people = sample.people();
        code = "Q" + Integer.toHexString(test.getDisplayName().hashCode()).toUpperCase(Locale.ROOT);
        plan = sample.compound(code, "Quiet " + code, "First street");
        sample.confirmed(plan.pipes(), DAY, "50");
    }

    @Test
    void a_project_without_reports_is_silent_after_the_set_working_days_everywhere() {
        moveTo(DAY.plusDays(Standing.SILENT_DAYS + 1));
        assertThat(line().standing().silent()).isFalse();
        assertThat(page().standing().silent()).isFalse();

        moveTo(DAY.plusDays(Standing.SILENT_DAYS + 2));
        assertThat(line().standing().silent()).isTrue();
        assertThat(page().standing().silent()).isTrue();
        assertThat(line().standing()).isEqualTo(page().standing());
    }

    @Test
    void days_on_which_its_work_is_stopped_do_not_count() {
        Task pipes = services.get(Plans.class).task(plan.pipes()).task();
        services.get(PlanEditing.class).change(people.planner(), plan.project().id(), pipes.id(), pipes.version(),
                pipes.input().withWork("trenches", null));
        StopWindows windows = services.get(StopWindows.class);
        windows.declare(people.planner(), windows.preview(people.planner(), new NewWindow(WindowKind.ORANGE_ALERT,
                DAY.plusDays(2), DAY.plusDays(30), new WindowScope(Set.of(), Set.of(), Set.of(code), Set.of()),
                new Words("橙色预警", null), "津政办")), true);

        moveTo(DAY.plusDays(20));

        assertThat(line().standing().silent()).isFalse();
        assertThat(page().standing().silent()).isFalse();
        assertThat(missing()).as("of the last fortnight").isEmpty();
    }

    @Test
    void residents_read_why_until_work_is_confirmed_again() {
        moveTo(DAY.plusDays(9));
        assertThat(page().pause()).isEmpty();

        services.get(SitePauses.class).explain(people.engineer(), plan.project().id(), PauseReason.MATERIAL);
        services.get(SitePauses.class).explain(people.engineer(), plan.project().id(), PauseReason.CURING);

        assertThat(line().pause()).isEqualTo(PauseReason.CURING);
        assertThat(page().pause()).hasValueSatisfying(
                said -> assertThat(said.reason()).isEqualTo(PauseReason.CURING));
        moveTo(DAY.plusDays(10));
        sample.confirmed(plan.pipes(), DAY.plusDays(10), "1");
        assertThat(line().pause()).isNull();
        assertThat(page().pause()).isEmpty();
        assertThatThrownBy(() -> services.get(SitePauses.class)
                .explain(people.viewer(), plan.project().id(), PauseReason.FUNDS))
                .isInstanceOfSatisfying(Refusal.class, refused -> assertThat(refused.key()).isEqualTo("refused.role"));
    }

    @Test
    void officers_find_the_days_that_nobody_wrote_of() {
        moveTo(DAY.plusDays(3));
        services.get(DaySheets.class).submit(people.engineer(), new NewDaySheet(plan.project().id(), DAY.plusDays(1), 4,
                List.of(), null, Set.of(), null, List.of()));

        assertThat(missing().orElseThrow().missing()).containsExactly(DAY.plusDays(2));

        services.get(DaySheets.class).submit(people.engineer(), new NewDaySheet(plan.project().id(), DAY.plusDays(2), 4,
                List.of(), null, Set.of(), null, List.of()));
        assertThat(missing()).isEmpty();
        try (StatementCount count = StatementCount.of(database.jdbi())) {
            services.get(MissingSheets.class).lines();
            assertThat(count.statements()).hasSizeLessThanOrEqualTo(6);
        }
    }

    private void moveTo(LocalDate day) {
        clock.moveTo(day);
        services.get(Plans.class).bringUpToDate();
    }

    private ProjectLine line() {
        return services.get(Programme.class).projects().stream().filter(each -> each.code().equals(code)).findFirst()
                .orElseThrow();
    }

    private ResidentPage page() {
        return services.get(ResidentPages.class).page(code, true).orElseThrow();
    }

    private Optional<MissingSheets.Line> missing() {
        return services.get(MissingSheets.class).lines().stream().filter(each -> each.code().equals(code)).findFirst();
    }
}
