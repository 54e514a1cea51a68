package city.renewal.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.renewal.app.Services;
import city.renewal.base.ChangeFeed;
import city.renewal.base.ProjectChange;
import city.renewal.base.Refusal;
import city.renewal.plan.PlanDraft.BaselineDraft;
import city.renewal.plan.PlanDraft.CalendarDraft;
import city.renewal.plan.PlanDraft.DelayDraft;
import city.renewal.plan.PlanDraft.LinkDraft;
import city.renewal.plan.forecast.Delays;
import city.renewal.plan.forecast.Explanation;
import city.renewal.project.NewProject;
import city.renewal.project.Project;
import city.renewal.project.Projects;
import city.renewal.schedule.LinkType;
import city.renewal.schedule.WorkCalendar;
import city.renewal.testing.OnEachDatabase;
import city.renewal.testing.People;
import city.renewal.testing.SmallPlan;
import city.renewal.testing.StatementCount;
import city.renewal.testing.TestClock;
import city.renewal.testing.TestDatabase;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@OnEachDatabase
class PlansTest {

    private static final LocalDate START = SmallPlan.START;

    private final TestDatabase database;
    private final TestClock clock = TestClock.at(START);
    private final Services services;
    private final Plans plans;
    private final People people;

    PlansTest(TestDatabase database) {
        this.database = database;
        services = database.services(clock);
        plans = services.get(Plans.class);
        people = People.join(services);
    }

    @Test
    void schedules_a_new_plan_and_reads_it_back() {
        SmallPlan small = SmallPlan.add(services, people.planner(), "READ");

        PlanSnapshot read = plans.read(small.project().id());

        assertThat(read.head().startOn()).isEqualTo(START);
        assertThat(read.head().finishOn()).isEqualTo(START.plusDays(14));
        assertThat(read.head().workingDays()).isEqualTo(15);
        assertThat(read.tasks()).extracting(Task::name).containsExactly("Outside works", "Pipes", "Paving");
        Task paving = read.task(small.paving()).orElseThrow();
        assertThat(paving.dates().startOn()).isEqualTo(START.plusDays(10));
        assertThat(paving.dates().critical()).isTrue();
        assertThat(paving.input().parentId()).isEqualTo(small.summary());
        assertThat(paving.input().plannedQuantity()).isEqualByComparingTo("50");
        assertThat(read.links()).singleElement().satisfies(link -> {
            assertThat(link.predecessorId()).isEqualTo(small.pipes());
            assertThat(link.linkType()).isEqualTo(LinkType.FINISH_TO_START);
        });
    }

    @Test
    void has_neither_promise_nor_delay_reason_before_one_is_given() {
        SmallPlan small = SmallPlan.add(services, people.planner(), "BARE");

        PlanSnapshot read = plans.read(small.project().id());

        assertThat(read.promise()).isNull();
        assertThat(read.delayReason()).isNull();
        assertThat(read.task(small.pipes()).orElseThrow().dates().promisedFinishOn()).isNull();
        assertThat(read.calendar().calendar().exceptions()).isEmpty();
    }

    @Test
    void keeps_calendars_with_the_days_that_differ() {
        WorkCalendar calendar = WorkCalendar.of(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.SATURDAY),
                Map.of(START.plusDays(1), false, START.plusDays(6), true));
        PlanDraft draft = SmallPlan.draft();
        long projectId = project("CALENDAR").id();
        plans.create(people.planner(), projectId, new PlanDraft(START, null, false, "plan.mpp",
                List.of(new CalendarDraft(1, "Six days", calendar), new CalendarDraft(2, "Other",
                        WorkCalendar.mondayToFriday())),
                draft.tasks(), draft.links(), List.of(), List.of()));

        PlanSnapshot read = plans.read(projectId);

        assertThat(read.calendar().name()).isEqualTo("Six days");
        assertThat(read.calendar().calendar().workingWeek()).isEqualTo(calendar.workingWeek());
        assertThat(read.calendar().calendar().exceptions()).isEqualTo(calendar.exceptions());
        assertThat(read.calendars()).hasSize(2);
        assertThat(read.head().sourceFile()).isEqualTo("plan.mpp");
    }

    @Test
    void reads_a_whole_plan_in_three_statements() {
        SmallPlan small = SmallPlan.add(services, people.planner(), "FEW");
        plans.takeBaseline(people.planner(), small.project().id(), "Promise", null);

        try (StatementCount count = StatementCount.of(database.jdbi())) {
            plans.read(small.project().id());
            assertThat(count.statements()).hasSize(3);
        }
    }

    @Test
    void keeps_the_first_promise_whatever_follows() {
        SmallPlan small = SmallPlan.add(services, people.planner(), "PROMISE");
        long projectId = small.project().id();
        assertThat(plans.takeBaseline(people.planner(), projectId, "Promise", null)).isEqualTo(1);
        Task pipes = plans.task(small.pipes()).task();
        services.get(PlanEditing.class).change(people.planner(), projectId, pipes.id(), pipes.version(),
                pipes.input().withDuration(12 * 480));

        assertThat(plans.takeBaseline(people.planner(), projectId, "Again", "More pipes")).isEqualTo(2);

        PlanSnapshot read = plans.read(projectId);
        assertThat(read.promise()).isNotNull();
        assertThat(read.promise().finishOn()).isEqualTo(START.plusDays(14));
        assertThat(read.promise().takenBy()).isEqualTo(people.planner().name());
        assertThat(read.task(small.paving()).orElseThrow().dates().daysLate()).isEqualTo(2);
        assertThat(plans.baselines(projectId)).extracting(Baseline::finishOn)
                .containsExactly(START.plusDays(14), START.plusDays(16));
        assertThat(plans.baselineTasks(read.promise().id())).extracting(BaselineTask::taskName)
                .containsExactly("Outside works", "Pipes", "Paving");
    }

    @Test
    void wants_a_reason_for_every_promise_after_the_first() {
        long projectId = SmallPlan.add(services, people.planner(), "REASON").project().id();
        plans.takeBaseline(people.planner(), projectId, "Promise", null);

        assertThatThrownBy(() -> plans.takeBaseline(people.planner(), projectId, "Again", " "))
                .isInstanceOf(Refusal.class).hasMessage("baseline.reason.missing");
        assertThat(plans.baselines(projectId)).hasSize(1);
    }

    @Test
    void takes_promises_and_reasons_that_come_with_a_plan() {
        OffsetDateTime taken = OffsetDateTime.of(2026, 1, 5, 8, 0, 0, 0, ZoneOffset.UTC);
        PlanDraft draft = SmallPlan.draft();
        BaselineTask promised = new BaselineTask(2, "Pipes", START.minusDays(7), START.plusDays(2), 4800,
                new BigDecimal("100"));
        long projectId = project("BROUGHT").id();
        Map<Integer, Long> ids = plans.create(people.planner(), projectId, new PlanDraft(START, null, false, null,
                draft.calendars(), draft.tasks(), draft.links(),
                List.of(new BaselineDraft(1, "Contract", null, taken, List.of(promised))),
                List.of(new DelayDraft(null, "WEATHER", "Rain", null, null, taken, null, null, null, null),
                        new DelayDraft(null, "MATERIAL", "No pipes", "No pipes", "Two crews", taken.plusDays(1),
                                null, null, null, null),
                        new DelayDraft(2, "ACCESS", "Cars", null, null, taken.plusDays(2), null, null, null, null))));

        PlanSnapshot read = plans.read(projectId);

        assertThat(read.promise()).isNotNull();
        assertThat(read.promise().takenAt().toInstant()).isEqualTo(taken.toInstant());
        assertThat(read.task(ids.get(2)).orElseThrow().dates().promisedFinishOn()).isEqualTo(START.plusDays(2));
        assertThat(read.task(ids.get(3)).orElseThrow().dates().promisedFinishOn()).isNull();
        assertThat(read.delayReason()).isNotNull();
        assertThat(read.delayReason().words()).isEqualTo("No pipes");
        assertThat(read.delayReason().catchUp()).isEqualTo("Two crews");
        assertThat(read.delayReason().taskId()).isNull();
    }

    @Test
    void leaves_nothing_of_a_plan_whose_links_form_a_cycle() {
        PlanDraft draft = SmallPlan.draft();
        long projectId = project("CYCLE").id();
        List<LinkDraft> links = new ArrayList<>(draft.links());
        links.add(new LinkDraft(3, 2, LinkType.FINISH_TO_START, 0, false));

        assertThatThrownBy(() -> plans.create(people.planner(), projectId, new PlanDraft(START, null, false, null,
                draft.calendars(), draft.tasks(), links, List.of(), List.of())))
                .isInstanceOfSatisfying(Refusal.class, refusal -> {
                    assertThat(refusal.key()).isEqualTo("plan.cycle");
                    assertThat(refusal.parameters()[0].toString()).contains("Pipes").contains("Paving");
                });

        assertThatThrownBy(() -> plans.read(projectId)).isInstanceOf(Refusal.class).hasMessage("plan.none");
        plans.create(people.planner(), projectId, draft);
    }

    @Test
    void refuses_a_second_plan_and_a_planner_without_the_role() {
        SmallPlan small = SmallPlan.add(services, people.planner(), "ONCE");
        long projectId = small.project().id();

        assertThatThrownBy(() -> plans.create(people.planner(), projectId, SmallPlan.draft()))
                .isInstanceOf(Refusal.class).hasMessage("plan.exists");
        assertThatThrownBy(() -> plans.create(people.engineer(), projectId, SmallPlan.draft()))
                .isInstanceOf(Refusal.class).hasMessage("refused.role");
        assertThatThrownBy(() -> plans.takeBaseline(people.viewer(), projectId, "Promise", null))
                .isInstanceOf(Refusal.class).hasMessage("refused.role");
    }

    @Test
    void moves_running_plans_on_with_the_days_once_a_day() {
        PlanDraft draft = SmallPlan.draft();
        long projectId = project("RUNNING").id();
        plans.create(people.planner(), projectId, new PlanDraft(START, START.minusDays(1), true, null,
                draft.calendars(), draft.tasks(), draft.links(), List.of(), List.of()));
        clock.moveTo(START.plusDays(4));

        assertThat(plans.bringUpToDate()).isEqualTo(1);
        assertThat(plans.bringUpToDate()).isZero();

        PlanHead head = plans.read(projectId).head();
        assertThat(head.statusOn()).isEqualTo(START.plusDays(3));
        assertThat(head.finishOn()).as("nothing was done in four days").isEqualTo(START.plusDays(18));
    }

    @Test
    void tells_open_pages_and_raises_the_revision_with_each_change() {
        SmallPlan small = SmallPlan.add(services, people.planner(), "NEWS");
        long projectId = small.project().id();
        long before = plans.read(projectId).head().revision();
        List<ProjectChange> heard = new ArrayList<>();
        Runnable end = services.get(ChangeFeed.class).subscribe(heard::add);

        services.get(Delays.class).explain(people.planner(), projectId, Explanation.reason("WEATHER", "Rain"));
        end.run();

        assertThat(heard).singleElement().satisfies(change -> assertThat(change.projectId()).isEqualTo(projectId));
        assertThat(plans.read(projectId).head().revision()).isGreaterThan(before);
        assertThat(plans.read(projectId).delayReason()).isNotNull();
    }

    private Project project(String code) {
        return services.get(Projects.class).add(people.planner(),
                NewProject.named(code, "compound", "Compound", "works"));
    }
}
