package city.renewal.site;

import city.renewal.account.Actor;
import city.renewal.base.Words;
import city.renewal.plan.LookAhead;
import city.renewal.plan.PlanSnapshot;
import city.renewal.plan.Plans;
import city.renewal.plan.Task;
import city.renewal.project.Place;
import city.renewal.project.Projects;
import city.renewal.site.signoff.SignoffGate;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a phone keeps, so that day sheets can be written where there is no signal. */
public final class PhoneDesk {

    /** A project is kept on the phone while its author wrote for it within so many days. */
    static final int KEPT_DAYS = 28;
    /** Projects whose tasks a phone keeps. */
    static final int MOST_PLANS = 12;
    /** Weeks of tasks that a phone keeps, so that some days without a connection do no harm. */
    static final int WEEKS = 3;
    /** Days whose reports a phone shows with their states, and how many of them. */
    static final int SENT_DAYS = 14;
    static final int MOST_SENT = 60;

    private final DaySheets sheets;
    private final SheetInbox inbox;
    private final Plans plans;
    private final Projects projects;
    private final SignoffGate gate;

    public PhoneDesk(DaySheets sheets, SheetInbox inbox, Plans plans, Projects projects, SignoffGate gate) {
        this.sheets = sheets;
        this.inbox = inbox;
        this.plans = plans;
        this.projects = projects;
        this.gate = gate;
    }

    /**
     * A task of the look-ahead.
     *
     * @param place    where it is done, or null
     * @param waitsFor the unsigned task before it that keeps it from beginning, or null
     */
    public record PhoneTask(Task task, @Nullable Place place, @Nullable Words waitsFor) {
    }

    /**
     * What a phone keeps of a project's plan.
     *
     * @param stamp names what the tasks were made from: plan, progress and day
     * @param tasks null when the phone has them already
     */
    public record PhonePlan(String stamp, @Nullable List<PhoneTask> tasks) {
    }

    /** @param plans by the project's code, for those projects that the phone keeps */
    public record Kept(LocalDate day, List<SheetProject> projects, Map<String, PhonePlan> plans,
                       List<SiteReport> sent, List<KeptLine> lines) {
    }

    /**
     * Three statements when the phone has everything, at most six more and two a changed project else.
     *
     * @param known the stamps of plans that the phone has, by the project's code; an empty stamp asks for a project
     *              that the phone has not yet
     * @throws city.renewal.base.Refusal when the actor may not report
     */
    public Kept read(Actor actor, Map<String, String> known) {
        SiteReports.requireAuthor(actor);
        LocalDate today = plans.today();
        List<SheetProject> all = sheets.projects(actor);
        // Those written for lately come first.
        List<SheetProject> mine = Stream.concat(
                        all.stream().filter(each -> known.containsKey(each.projectCode())),
                        all.stream().filter(each -> each.last() != null
                                && !each.last().sheetOn().isBefore(today.minusDays(KEPT_DAYS))))
                .distinct()
                .limit(MOST_PLANS)
                .toList();
        Map<String, PhonePlan> kept = new LinkedHashMap<>();
        Map<Long, SheetProject> changed = new HashMap<>();
        for (SheetProject each : mine) {
            String stamp = each.revision() + "-" + today;
            kept.put(each.projectCode(), new PhonePlan(stamp, null));
            if (!stamp.equals(known.get(each.projectCode()))) {
                changed.put(each.projectId(), each);
            }
        }
        if (!changed.isEmpty()) {
            for (PlanSnapshot plan : plans.read(changed.keySet())) {
                kept.put(changed.get(plan.head().projectId()).projectCode(),
                        new PhonePlan(plan.head().revision() + "-" + today, tasks(plan, today)));
            }
        }
        return new Kept(today, all, kept, sheets.since(actor, today.minusDays(SENT_DAYS), MOST_SENT),
                inbox.kept(actor));
    }

    /** From yesterday on, because yesterday's sheet can be written too. */
    private List<PhoneTask> tasks(PlanSnapshot plan, LocalDate today) {
        Map<Long, Place> places = projects.places(plan.head().projectId()).stream()
                .collect(Collectors.toMap(Place::id, Function.identity()));
        Map<Long, Words> unsigned = gate.unsignedBefore(plan);
        Set<Long> coming = LookAhead.of(plan, today.minusDays(1), WEEKS).weeks().stream()
                .flatMap(week -> week.items().stream())
                .map(item -> item.task().id())
                .collect(Collectors.toSet());
        List<PhoneTask> tasks = new ArrayList<>();
        for (Task task : plan.tasks()) {
            if (coming.contains(task.id())) {
                Long place = task.input().placeId();
                tasks.add(new PhoneTask(task, place == null ? null : places.get(place), unsigned.get(task.id())));
            }
        }
        return List.copyOf(tasks);
    }
}
