package city.renewal.site.signoff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.renewal.account.Actor;
import city.renewal.account.Role;
import city.renewal.app.Services;
import city.renewal.base.Refusal;
import city.renewal.base.YamlNode;
import city.renewal.plan.PlanDraft;
import city.renewal.plan.PlanDraft.LinkDraft;
import city.renewal.plan.PlanDraft.TaskDraft;
import city.renewal.plan.Plans;
import city.renewal.plan.TaskInput;
import city.renewal.plan.WorkTypes;
import city.renewal.project.NewProject;
import city.renewal.project.Project;
import city.renewal.project.Projects;
import city.renewal.schedule.ConstraintType;
import city.renewal.schedule.LinkType;
import city.renewal.schedule.WorkCalendar;
import city.renewal.site.NewReport;
import city.renewal.site.SiteReport;
import city.renewal.site.SiteReports;
import city.renewal.testing.OnEachDatabase;
import city.renewal.testing.People;
import city.renewal.testing.SmallPlan;
import city.renewal.testing.TestClock;
import city.renewal.testing.TestDatabase;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

/** Pipes in a trench, below a summary; backfill comes after the summary, a survey runs beside. */
@OnEachDatabase
class SignoffsTest {

    private static final LocalDate DAY = SmallPlan.START.plusDays(3);
    private static final List<String> TRENCH_CHECKS = List.of("bed", "joints", "test", "survey");
    private static final int WORKS = 1;
    private static final int TRENCH = 2;
    private static final int BACKFILL = 3;
    private static final int BESIDE = 4;

    private final TestDatabase database;
    private final Services services;
    private final Signoffs signoffs;
    private final SiteReports reports;
    private final People people;
    private final Map<Integer, Long> tasks;
    private final Project project;

    SignoffsTest(TestDatabase database, TestInfo test) {
        this.database = database;
        services = database.services(TestClock.at(DAY));
        signoffs = services.get(Signoffs.class);
        reports = services.get(SiteReports.class);
        people = People.join(services);
        project = services.get(Projects.class).add(people.planner(), NewProject.named(
                "G" + Integer.toHexString(test.getDisplayName().hashCode()).toUpperCase(Locale.ROOT), "pipe-network",
                "Pipes", "works"));
        tasks = services.get(Plans.class).create(people.planner(), project.id(), new PlanDraft(SmallPlan.START, null,
                false, null, List.of(new PlanDraft.CalendarDraft(1, "Every day", WorkCalendar.everyDay())),
                List.of(task(WORKS, null, "Works", null), task(TRENCH, WORKS, "Trench", "trenches"),
                        task(BACKFILL, null, "Backfill", null), task(BESIDE, null, "Beside", null)),
                List.of(new LinkDraft(WORKS, BACKFILL, LinkType.FINISH_TO_START, 0, false),
                        new LinkDraft(TRENCH, BESIDE, LinkType.START_TO_START, 0, false)),
                List.of(), List.of()));
    }

    private static TaskDraft task(int key, @Nullable Integer parent, String name, @Nullable String workType) {
        TaskInput input = new TaskInput(null, key, null, name, null, null, null, false, 480 * 5,
                ConstraintType.AS_SOON_AS_POSSIBLE, null, null, null, BigDecimal.TEN, "m", null, null, workType, null);
        return new TaskDraft(key, parent, null, null, input, BigDecimal.ZERO, null, null, null, null);
    }

    @Test
    void an_unsigned_concealed_work_blocks_the_next_process_by_name_until_it_is_signed() {
        finishTrench();
        assertThat(unsignedBefore()).containsExactlyEntriesOf(Map.of(tasks.get(BACKFILL), "Trench"));
        assertThatThrownBy(() -> report(BACKFILL, "1")).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.key()).isEqualTo("report.unsigned");
            assertThat(refusal.parameters()).containsExactly("Backfill", "Trench");
        });
        assertThat(signoffs.waiting(100)).extracting(UnsignedTask::taskId).contains(tasks.get(TRENCH));

        Signoff signed = signoffs.sign(people.supervisor(), tasks.get(TRENCH), TRENCH_CHECKS, " Photos with the report ");

        assertThat(signed.signer()).isEqualTo(people.supervisor().name());
        assertThat(signed.ticked()).isEqualTo(TRENCH_CHECKS);
        assertThat(signed.remark()).isEqualTo("Photos with the report");
        assertThat(signoffs.of(tasks.get(TRENCH))).contains(signed);
        assertThat(signoffs.waiting(100)).extracting(UnsignedTask::taskId).doesNotContain(tasks.get(TRENCH));
        assertThat(unsignedBefore()).isEmpty();
        report(BACKFILL, "1");
    }

    private Map<Long, String> unsignedBefore() {
        return new SignoffGate(database.jdbi(), SignoffRules.packed(WorkTypes.packed()))
                .unsignedBefore(services.get(Plans.class).read(project.id())).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, each -> each.getValue().zh()));
    }

    @Test
    void work_beside_it_and_work_that_has_begun_go_on() {
        report(TRENCH, "1");
        report(BESIDE, "1");

        assertRefused("report.unsigned", () -> report(BACKFILL, "1"));
    }

    @Test
    void is_signed_once_by_a_supervisor_who_looked_at_everything() {
        assertRefused("signoff.unfinished", () -> sign(people.supervisor(), TRENCH_CHECKS));
        finishTrench();
        assertRefused("refused.role", () -> sign(people.engineer(), TRENCH_CHECKS));
        assertRefused("signoff.check.missing", () -> sign(people.supervisor(), TRENCH_CHECKS.subList(0, 3)));
        Actor author = new Actor(people.engineer().accountId(), "both", "Both", Role.SUPERVISOR);
        assertRefused("signoff.own", () -> sign(author, TRENCH_CHECKS));
        assertRefused("signoff.none", () -> signoffs.sign(people.supervisor(), tasks.get(BESIDE), List.of(), null));

        sign(people.supervisor(), TRENCH_CHECKS);

        assertRefused("signoff.signed", () -> sign(people.secondSupervisor(), TRENCH_CHECKS));
    }

    @Test
    void a_signature_is_never_changed_not_even_in_the_database() {
        finishTrench();
        sign(people.supervisor(), TRENCH_CHECKS);

        for (String statement : List.of("UPDATE signoff SET remark = 'Nicer'", "DELETE FROM signoff")) {
            assertThatThrownBy(() -> database.jdbi().useHandle(handle -> handle.execute(statement)))
                    .hasMessageContaining("A signature is never");
        }
        assertThat(signoffs.of(tasks.get(TRENCH))).isPresent();
    }

    @Test
    void the_list_names_known_work_once_and_something_to_look_at() {
        SignoffRules rules = SignoffRules.packed(WorkTypes.packed());
        assertThat(rules.find("trenches")).hasValueSatisfying(rule -> assertThat(rule.concealed()).isTrue());
        assertThat(rules.find("planting")).isEmpty();
        assertThat(rules.blocking()).contains("trenches", "roofing").doesNotContain("paving");

        assertThatThrownBy(() -> read(Map.of("work", "magic", "checks", List.of(check())))).hasMessageContaining("magic");
        assertThatThrownBy(() -> read(Map.of("work", "paving"))).hasMessageContaining("has no checks");
        Map<String, Object> paving = Map.of("work", "paving", "checks", List.of(check()));
        assertThatThrownBy(() -> read(paving, paving)).hasMessageContaining("twice");
    }

    private static Map<String, Object> check() {
        return Map.of("id", "even", "zh", "p", "en", "even");
    }

    @SafeVarargs
    private static SignoffRules read(Map<String, Object>... rules) {
        return SignoffRules.read(YamlNode.of("signoffs.yaml", Map.of("signoffs", List.of(rules))), WorkTypes.packed());
    }

    private void finishTrench() {
        reports.confirm(people.supervisor(), report(TRENCH, "10").id());
    }

    private void sign(Actor actor, List<String> ticked) {
        signoffs.sign(actor, tasks.get(TRENCH), ticked, null);
    }

    private SiteReport report(int task, String quantity) {
        return reports.submit(people.engineer(), new NewReport(tasks.get(task), DAY, new BigDecimal(quantity), null,
                null, null, null, null));
    }

    private static void assertRefused(String key, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.key()).isEqualTo(key));
    }
}
