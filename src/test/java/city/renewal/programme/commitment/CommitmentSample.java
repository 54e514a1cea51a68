package city.renewal.programme.commitment;

import city.renewal.account.Accounts;
import city.renewal.account.Actor;
import city.renewal.account.Role;
import city.renewal.app.Services;
import city.renewal.plan.PlanDraft;
import city.renewal.plan.PlanDraft.TaskDraft;
import city.renewal.plan.Plans;
import city.renewal.plan.TaskInput;
import city.renewal.project.Project;
import city.renewal.testing.People;
import city.renewal.testing.PublicSample;
import city.renewal.testing.SmallPlan;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A district officer, public projects whose tasks have codes, and commitments made of them. */
public final class CommitmentSample {

    public static final int YEAR = 2026;
    /** The end of the promise in most tests: the small plan ends on 16 March. */
    public static final LocalDate DUE = LocalDate.of(2026, 3, 20);

    private final Services services;
    private final PublicSample sample;
    private final Actor officer;

    public CommitmentSample(Services services) {
        this.services = services;
        sample = new PublicSample(services);
        officer = services.get(Accounts.class).all().stream().filter(account -> account.role() == Role.OFFICER)
                .findFirst().orElseGet(() -> services.get(Accounts.class).add(Actor.commandLine(), "officer",
                        "The officer", Role.OFFICER, People.PASSWORD)).actor();
    }

    public Actor officer() {
        return officer;
    }

    public PublicSample projects() {
        return sample;
    }

    /** A public compound of 1,000 m² whose tasks are coded PIPES-1 and PAVING, with its first promise. */
    public SmallPlan compound(String code) {
        Project project = sample.project(code, "示例" + code, "First street", true);
        PlanDraft plain = SmallPlan.draft();
        PlanDraft coded = new PlanDraft(plain.startsOn(), plain.statusOn(), plain.followsToday(), plain.sourceFile(),
                plain.calendars(), plain.tasks().stream().map(CommitmentSample::coded).toList(), plain.links(),
                plain.baselines(), plain.delayReasons());
        Map<Integer, Long> ids = services.get(Plans.class).create(sample.people().planner(), project.id(), coded);
        sample.promise(project);
        return new SmallPlan(project, ids.get(1), ids.get(2), ids.get(3));
    }

    private static TaskDraft coded(TaskDraft task) {
        TaskInput input = task.input();
        String code = input.name().equals("Pipes") ? "PIPES-1" : input.name().equals("Paving") ? "PAVING" : null;
        TaskInput with = new TaskInput(input.parentId(), input.sortOrder(), code, input.name(), input.publicName(),
                input.nameEn(), input.itemClass(), input.milestone(), input.durationMinutes(), input.constraintType(),
                input.constraintOn(), input.calendarId(), input.placeId(), input.plannedQuantity(), input.unit(),
                input.weight(), input.notes(), input.workType(), input.crew());
        return new TaskDraft(task.key(), task.parentKey(), task.calendarKey(), task.placeCode(), with,
                task.openingQuantity(), task.actualStartOn(), task.actualFinishOn(), task.remainingMinutes(),
                task.sourceUid());
    }

    /** All of the project's work, reported and confirmed on a day. */
    public void finish(SmallPlan plan, LocalDate day) {
        sample.confirmed(plan.pipes(), day, "100");
        sample.confirmed(plan.paving(), day, "50");
    }

    /** @return a commitment of {@value #YEAR} due on {@link #DUE} */
    public NewCommitment wish(Basis basis, @Nullable String measure, String unit, String target, String... projects) {
        return new NewCommitment(YEAR, null, "改造老旧小区", "Compounds renewed", basis, measure,
                basis == Basis.INDICATOR ? "new-jobs" : null, unit, new BigDecimal(target), DUE, "示例区住建委", "城市更新科",
                "022-0000-8000", Set.of(projects));
    }

    /** Makes it, and reads it. */
    public CommitmentPage made(NewCommitment wish) {
        int number = services.get(Commitments.class).add(officer, wish);
        return page(number);
    }

    public CommitmentPage page(int number) {
        return services.get(Commitments.class).page(YEAR, number).orElseThrow();
    }

    public List<CommitmentLine> all() {
        return services.get(Commitments.class).of(YEAR);
    }
}
