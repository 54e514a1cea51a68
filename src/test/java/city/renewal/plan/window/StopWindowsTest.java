package city.renewal.plan.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.renewal.plan.forecast.Delays;
import city.renewal.plan.forecast.Explanation;
import city.renewal.account.Accounts;
import city.renewal.account.Actor;
import city.renewal.account.Role;
import city.renewal.app.Services;
import city.renewal.base.ChangeFeed;
import city.renewal.base.Formats;
import city.renewal.base.Messages;
import city.renewal.base.Refusal;
import city.renewal.base.Words;
import city.renewal.gantt.ui.GanttModel;
import city.renewal.gantt.ui.GanttWindow;
import city.renewal.plan.PlanEditing;
import city.renewal.plan.PlanSnapshot;
import city.renewal.plan.Plans;
import city.renewal.plan.StopWindow;
import city.renewal.plan.Task;
import city.renewal.plan.WindowKind;
import city.renewal.plan.WindowScope;
import city.renewal.plan.interchange.ExportFormat;
import city.renewal.plan.interchange.PlanExports;
import city.renewal.plan.ui.DriverWords;
import city.renewal.plan.ui.PlanGantt;
import city.renewal.plan.window.WindowRefusal.Field;
import city.renewal.project.Kinds;
import city.renewal.project.NewProject;
import city.renewal.project.Project;
import city.renewal.project.Projects;
import city.renewal.resident.ResidentPages;
import city.renewal.site.NewReport;
import city.renewal.site.SiteReports;
import city.renewal.testing.OnEachDatabase;
import city.renewal.testing.People;
import city.renewal.testing.SmallPlan;
import city.renewal.testing.StatementCount;
import city.renewal.testing.TestClock;
import city.renewal.testing.TestDatabase;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@OnEachDatabase
class StopWindowsTest {

    private static final LocalDate START = SmallPlan.START;
    private static final Words WORDS = new Words("重污染天气橙色预警", "Orange air-pollution alert");

    private final TestDatabase database;
    private final Services services;
    private final StopWindows windows;
    private final Plans plans;
    private final TestClock clock = TestClock.at(START);
    private final People people;

    StopWindowsTest(TestDatabase database) {
        this.database = database;
        services = database.services(clock);
        windows = services.get(StopWindows.class);
        plans = services.get(Plans.class);
        people = People.join(services);
    }

    /** Pipes in trenches for ten days, then five days of paving. */
    private SmallPlan trenches(String code, boolean guarantee) {
        NewProject named = NewProject.named(code, "compound", "Compound " + code, "works");
        Project project = services.get(Projects.class).add(people.planner(), new NewProject(code, named.kind(),
                named.name(), null, "Test Street", null, named.stage(), guarantee, true, false, List.of(), List.of(),
                List.of(), List.of()));
        SmallPlan small = SmallPlan.add(services, people.planner(), project);
        type(small, small.pipes(), "trenches");
        return small;
    }

    private void type(SmallPlan small, long taskId, String workType) {
        Task task = task(taskId);
        services.get(PlanEditing.class).change(people.planner(), small.project().id(), taskId, task.version(),
                task.input().withWork(workType, null));
    }

    private Task task(long id) {
        return plans.task(id).task();
    }

    private static NewWindow alert(int first, int last, String... projects) {
        return new NewWindow(WindowKind.ORANGE_ALERT, START.plusDays(first), START.plusDays(last),
                new WindowScope(Set.of(), Set.of(), Set.of(projects), Set.of()), WORDS, "津政办");
    }

    private StopWindow declare(NewWindow wanted) {
        return windows.declare(people.planner(), windows.preview(people.planner(), wanted), true);
    }

    @Test
    void a_preview_says_what_moves_and_writes_nothing() {
        SmallPlan small = trenches("LOOK", false);
        plans.takeBaseline(people.planner(), small.project().id(), "Promise", null);

        WindowPreview preview = windows.preview(people.planner(), alert(3, 9, "LOOK"));

        assertThat(preview.effects()).singleElement().satisfies(effect -> {
            assertThat(effect.project().code()).isEqualTo("LOOK");
            assertThat(effect.finishBefore()).isEqualTo(START.plusDays(14));
            assertThat(effect.finishAfter()).isEqualTo(START.plusDays(21));
            assertThat(effect.daysLate()).isEqualTo(7);
            assertThat(effect.moved()).extracting(moved -> moved.names().zh()).containsExactly("Pipes", "Paving");
        });
        assertThat(task(small.paving()).dates().finishOn()).isEqualTo(START.plusDays(14));
    }

    @Test
    void a_declared_window_moves_every_project_in_one_step_and_withdrawing_brings_them_back() {
        SmallPlan first = trenches("BOTH-1", false);
        SmallPlan second = trenches("BOTH-2", false);
        List<Long> told = new CopyOnWriteArrayList<>();
        Runnable quiet = services.get(ChangeFeed.class).subscribe(change -> told.add(change.projectId()));

        StopWindow window = declare(alert(3, 9, "BOTH-1", "BOTH-2"));
        quiet.run();

        assertThat(told).containsExactlyInAnyOrder(first.project().id(), second.project().id());
        for (SmallPlan small : List.of(first, second)) {
            assertThat(task(small.pipes()).dates().finishOn()).isEqualTo(START.plusDays(16));
            assertThat(plans.read(small.project().id()).head().finishOn()).isEqualTo(START.plusDays(21));
        }

        windows.withdraw(people.planner(), windows.previewWithdrawal(people.planner(), window.id()));

        for (SmallPlan small : List.of(first, second)) {
            assertThat(plans.read(small.project().id()).head().finishOn()).isEqualTo(START.plusDays(14));
        }
        assertThat(windows.all()).filteredOn(each -> each.id() == window.id()).singleElement()
                .satisfies(each -> assertThat(each.withdrawnBy()).isEqualTo(people.planner().name()));
    }

    @Test
    void guarantee_works_dig_on_through_an_alert_but_do_not_spray() {
        SmallPlan guaranteed = trenches("GUARD", true);
        type(guaranteed, guaranteed.paving(), "facade");

        WindowPreview preview = windows.preview(people.planner(), alert(3, 11, "GUARD"));

        assertThat(preview.effects()).singleElement().satisfies(effect ->
                assertThat(effect.moved()).extracting(moved -> moved.names().zh()).containsExactly("Paving"));
    }

    @Test
    void heating_pipes_wait_for_the_end_of_the_season_without_any_window() {
        SmallPlan small = trenches("HEAT", false);

        type(small, small.pipes(), "heating-pipes");

        assertThat(task(small.pipes()).dates().startOn()).isEqualTo(LocalDate.of(2026, 3, 16));
    }

    @Test
    void work_under_way_pauses() {
        SmallPlan small = trenches("PAUSE", false);
        SiteReports reports = services.get(SiteReports.class);
        clock.moveTo(START.plusDays(2));
        reports.confirm(people.supervisor(), reports.submit(people.engineer(), new NewReport(small.pipes(),
                START.plusDays(1), BigDecimal.TEN, null, null, null, null, null)).id());

        WindowPreview preview = windows.preview(people.planner(), alert(4, 6, "PAUSE"));

        assertThat(preview.effects()).singleElement().satisfies(effect -> {
            assertThat(effect.paused()).extracting(Words::zh).containsExactly("Pipes");
            assertThat(effect.finishMoves()).isEqualTo(3);
        });
        clock.moveTo(START);
    }

    @Test
    void a_window_over_confirmed_work_is_refused_and_names_it() {
        SmallPlan small = trenches("PAST", false);
        SiteReports reports = services.get(SiteReports.class);
        clock.moveTo(START.plusDays(4));
        reports.confirm(people.supervisor(), reports.submit(people.engineer(), new NewReport(small.pipes(),
                START.plusDays(1), BigDecimal.TEN, null, null, null, null, null)).id());

        assertThatThrownBy(() -> windows.preview(people.planner(), alert(0, 6, "PAST")))
                .isInstanceOfSatisfying(WindowRefusal.class, refusal -> {
                    assertThat(refusal.field()).isEqualTo(Field.FIRST_ON);
                    assertThat(refusal.parameters()).containsExactly("Pipes", START.plusDays(1).toString());
                });
        clock.moveTo(START);
    }

    @Test
    void residents_read_the_reason_while_the_window_stands() {
        SmallPlan small = trenches("WHY", false);
        plans.takeBaseline(people.planner(), small.project().id(), "Promise", null);
        services.get(Delays.class).explain(people.planner(), small.project().id(), Explanation.reason("WEATHER", "下雨"));

        StopWindow window = declare(alert(3, 9, "WHY"));

        assertThat(plans.read(small.project().id()).delayReason()).satisfies(reason -> {
            assertThat(reason.category()).isEqualTo("STOP_WORK");
            assertThat(reason.words()).isEqualTo(WORDS.zh());
            assertThat(reason.wordsEn()).isEqualTo(WORDS.en());
        });

        windows.withdraw(people.planner(), windows.previewWithdrawal(people.planner(), window.id()));
        assertThat(plans.read(small.project().id()).delayReason()).satisfies(reason ->
                assertThat(reason.words()).isEqualTo("下雨"));
    }

    @Test
    void the_chart_shades_the_rows_that_a_window_stops_and_the_export_keeps_their_days_free() throws IOException {
        SmallPlan small = trenches("SHADE", false);
        declare(alert(3, 9, "SHADE"));
        PlanSnapshot plan = plans.read(small.project().id());

        GanttModel chart = new PlanGantt(services.get(Kinds.class), new Formats(services.get(Messages.class),
                Locale.ENGLISH, START), key -> key).forStaff(plan);
        assertThat(chart.windows()).containsExactly(new GanttWindow(START.plusDays(3), START.plusDays(9),
                "window.kind.orange-alert", Set.of(small.pipes())));

        ByteArrayOutputStream file = new ByteArrayOutputStream();
        services.get(PlanExports.class).write(small.project(), ExportFormat.MSPDI, Locale.SIMPLIFIED_CHINESE, file);
        assertThat(file.toString(StandardCharsets.UTF_8)).contains("Every day · trenches");
    }

    @Test
    void night_work_stops_where_it_is_barred_and_goes_on_with_a_certificate() {
        SmallPlan small = trenches("NIGHT", false);
        database.jdbi().useHandle(handle -> handle.execute(
                "UPDATE work_calendar SET night = TRUE WHERE project_id = ?", small.project().id()));
        WindowScope scope = new WindowScope(Set.of(), Set.of(), Set.of("NIGHT"), Set.of());

        declare(new NewWindow(WindowKind.NIGHT_BARRED, START.plusDays(2), START.plusDays(5), scope, WORDS, null));
        assertThat(task(small.pipes()).dates().finishOn()).isEqualTo(START.plusDays(13));

        assertThatThrownBy(() -> windows.preview(people.planner(), new NewWindow(WindowKind.NIGHT_ALLOWED,
                START.plusDays(2), START.plusDays(3), scope, WORDS, null)))
                .isInstanceOf(WindowRefusal.class).hasMessage("window.source.missing");
        declare(new NewWindow(WindowKind.NIGHT_ALLOWED, START.plusDays(2), START.plusDays(3), scope, WORDS, "证 12"));
        assertThat(task(small.pipes()).dates().finishOn()).isEqualTo(START.plusDays(11));
    }

    @Test
    void why_a_task_starts_on_its_day_names_the_window() {
        SmallPlan small = trenches("NAMED", false);
        declare(alert(0, 2, "NAMED"));

        PlanSnapshot plan = plans.read(small.project().id());
        DriverWords words = new DriverWords(plan, new Formats(new Messages(), Locale.ENGLISH, START));

        assertThat(plan.tasks()).flatExtracting(words::start).extracting(DriverWords.Reason::words)
                .anySatisfy(why -> assertThat(why).contains("stopped by: Orange alert"));
    }

    @Test
    void what_cannot_be_is_refused_at_its_field() {
        trenches("FIELD", false);
        refused(alert(5, 3, "FIELD"), Field.LAST_ON, "window.date.order");
        refused(alert(1, 3, "NOWHERE"), Field.PROJECTS, "project.unknown [NOWHERE]");
        refused(window(null, START, START, WORDS), Field.KIND, "window.kind.missing");
        refused(window(WindowKind.EXAM, null, START, WORDS), Field.FIRST_ON, "window.date.missing");
        refused(window(WindowKind.EXAM, START, START.plusYears(11), WORDS), Field.LAST_ON,
                "window.date.far [2036-03-02]");
        refused(window(WindowKind.EXAM, START, START, new Words(" ", null)), Field.WORDS, "window.words.missing");
        refused(new NewWindow(WindowKind.OTHER, START, START.plusYears(10), new WindowScope(Set.of(), Set.of(),
                Set.of("FIELD"), Set.of()), WORDS, null), Field.LAST_ON,
                "window.no-working-day [Pipes, FIELD, 2036-03-02]");

        assertThat(windows.all()).noneMatch(window -> window.scope().projects().contains("FIELD"));
    }

    private static NewWindow window(@Nullable WindowKind kind, @Nullable LocalDate first, LocalDate last,
                                    Words words) {
        return new NewWindow(kind, first, last, WindowScope.ALL, words, null);
    }

    private void refused(NewWindow wanted, Field field, String why) {
        assertThatThrownBy(() -> windows.preview(people.planner(), wanted))
                .isInstanceOfSatisfying(WindowRefusal.class, refusal -> assertThat(refusal.field()).isEqualTo(field))
                .hasMessage(why);
    }

    @Test
    void what_was_not_looked_at_is_not_applied() {
        SmallPlan small = trenches("STALE", false);
        WindowPreview seen = windows.preview(people.planner(), alert(3, 9, "STALE"));
        services.get(PlanEditing.class).move(people.planner(), small.project().id(), small.pipes(),
                task(small.pipes()).version(), START.plusDays(2));

        assertThatThrownBy(() -> windows.declare(people.planner(), seen, true))
                .isInstanceOf(Refusal.class).hasMessage("window.preview.stale");

        assertThat(windows.all()).noneMatch(window -> window.scope().projects().contains("STALE"));
        assertThat(task(small.pipes()).dates().startOn()).isEqualTo(START.plusDays(2));
    }

    @Test
    void an_edit_after_the_window_keeps_out_of_it() {
        SmallPlan small = trenches("LATER", false);
        declare(alert(3, 9, "LATER"));

        services.get(PlanEditing.class).move(people.planner(), small.project().id(), small.pipes(),
                task(small.pipes()).version(), START.plusDays(5));

        assertThat(task(small.pipes()).dates().startOn()).isEqualTo(START.plusDays(10));
    }

    @Test
    void only_planners_declare_and_only_the_author_or_an_administrator_withdraws() {
        trenches("ROLE", false);
        assertThatThrownBy(() -> windows.preview(people.engineer(), alert(1, 2, "ROLE")))
                .isInstanceOf(Refusal.class).hasMessage("refused.role");
        StopWindow window = declare(alert(1, 2, "ROLE"));
        Actor other = services.get(Accounts.class).add(Actor.commandLine(), "other-" + System.nanoTime(),
                "The other planner", Role.PLANNER, People.PASSWORD).actor();

        assertThatThrownBy(() -> windows.previewWithdrawal(other, window.id()))
                .isInstanceOf(Refusal.class).hasMessage("window.others [" + people.planner().name() + "]");
        Actor administrator = Actor.commandLine();
        windows.withdraw(administrator, windows.previewWithdrawal(administrator, window.id()));
        assertThatThrownBy(() -> windows.previewWithdrawal(people.planner(), window.id()))
                .isInstanceOf(Refusal.class).hasMessage("window.withdrawn [" + administrator.name() + "]");
    }

    @Test
    void as_many_statements_for_many_projects_as_for_one() {
        trenches("COUNT-0", false);
        int one = statements(alert(1, 4, "COUNT-0"));
        List<String> codes = new ArrayList<>();
        for (int i = 1; i <= 12; i++) {
            codes.add(trenches("COUNT-" + i, false).project().code());
        }

        int many = statements(alert(1, 4, codes.toArray(String[]::new)));

        assertThat(many).isEqualTo(one).isLessThanOrEqualTo(12);
    }

    private int statements(NewWindow wanted) {
        WindowPreview seen = windows.preview(people.planner(), wanted);
        try (StatementCount count = StatementCount.of(database.jdbi())) {
            windows.declare(people.planner(), seen, true);
            return count.statements().size();
        }
    }

    @Test
    void a_public_page_costs_no_statement_more_for_its_windows() {
        SmallPlan small = trenches("PAGE", false);
        declare(alert(3, 9, "PAGE"));

        try (StatementCount count = StatementCount.of(database.jdbi())) {
            PlanSnapshot plan = services.get(ResidentPages.class).page("PAGE", false).orElseThrow().plan();
            assertThat(count.statements()).hasSizeLessThanOrEqualTo(6);
            assertThat(plan.calendarOf(plan.task(small.pipes()).orElseThrow()).calendar()
                    .isWorking(START.plusDays(4))).isFalse();
        }
    }
}
