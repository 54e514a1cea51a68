package city.renewal.plan.template;

import city.renewal.account.Actor;
import city.renewal.account.Role;
import city.renewal.base.Refusal;
import city.renewal.plan.HolidayCalendars;
import city.renewal.plan.PlanDraft;
import city.renewal.plan.PlanSnapshot;
import city.renewal.plan.Plans;
import city.renewal.plan.ProjectTraits;
import city.renewal.plan.window.StopWindows;
import city.renewal.project.Kind;
import city.renewal.project.Kinds;
import city.renewal.project.Measure;
import city.renewal.project.NewProject;
import city.renewal.project.Project;
import city.renewal.project.Projects;
import city.renewal.schedule.WorkCalendar;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Makes plans from templates: first to look at, then for good. Safe for use by many threads. */
public final class NewPlans {

    /** Tasks that a new plan may have. */
    public static final int MOST_TASKS = 20_000;

    /** How far ahead calendars are computed; a plan that takes longer works through later holidays. */
    private static final int YEARS = 5;
    private static final int MONTHS_AROUND = 12;
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_PLACE = 100;

    private final Jdbi jdbi;
    private final Projects projects;
    private final Plans plans;
    private final Kinds kinds;
    private final StopWindows windows;
    private @Nullable HolidayCalendars holidays;

    public NewPlans(Jdbi jdbi, Projects projects, Plans plans, Kinds kinds, StopWindows windows) {
        this.jdbi = jdbi;
        this.projects = projects;
        this.plans = plans;
        this.kinds = kinds;
        this.windows = windows;
    }

    /** Read when first asked for, because that would delay every start. */
    private synchronized HolidayCalendars holidays() {
        HolidayCalendars ready = holidays;
        if (ready == null) {
            ready = HolidayCalendars.packed();
            holidays = ready;
        }
        return ready;
    }

    /** @return the projects of the kind that have no plan, by code */
    public List<Project> unplanned(String kind) {
        Set<Long> planned = plans.planned();
        return projects.all().stream()
                .filter(project -> project.kind().equals(kind) && !planned.contains(project.id()))
                .toList();
    }

    /**
     * Says whether the project could be planned, without doing it.
     *
     * @throws Refusal when a name is missing or too long, a code is malformed or taken, or the project has a plan
     */
    public void check(PlanWish.ForProject project) {
        if (project.existing()) {
            if (plans.exists(projects.get(String.valueOf(project.code())).id())) {
                throw new Refusal("plan.exists");
            }
            return;
        }
        if (project.code() != null) {
            projects.checkCode(project.code());
        }
        if (project.name().isBlank() || project.name().length() > LONGEST_NAME) {
            throw new Refusal("new-plan.name.missing", LONGEST_NAME);
        }
        for (String place : new String[] {project.street(), project.community()}) {
            if (place != null && place.length() > LONGEST_PLACE) {
                throw new Refusal("new-plan.place.long", LONGEST_PLACE);
            }
        }
    }

    /**
     * Computes the plan in memory and writes nothing.
     *
     * @throws Refusal when a measure is missing or links form a cycle
     */
    public PlanSnapshot preview(PlanWish wish) {
        ProjectTraits traits = wish.project().existing()
                ? ProjectTraits.of(projects.get(String.valueOf(wish.project().code())))
                : new ProjectTraits(String.valueOf(wish.project().code()), wish.template().kind(),
                        wish.project().street(), false);
        return plans.preview(draft(wish), traits,
                windows.all().stream().filter(window -> !window.withdrawn()).toList());
    }

    /** @return whether the public holidays of the year are official */
    public boolean holidaysPublished(int year) {
        return holidays().isPublished(year);
    }

    /**
     * Makes the project, unless it exists, with its places and its plan; all or nothing.
     *
     * @throws Refusal when the actor is no planner or administrator, or for the reasons of {@link #check} and
     *                 {@link #preview}
     */
    public Project create(Actor actor, PlanWish wish) {
        actor.require(Role.PLANNER, Role.ADMINISTRATOR);
        check(wish.project());
        PlanDraft draft = draft(wish);
        return jdbi.inTransaction(handle -> {
            Project project = wish.project().existing() ? existing(actor, wish) : added(actor, wish);
            plans.create(actor, project.id(), draft);
            return project;
        });
    }

    private Project existing(Actor actor, PlanWish wish) {
        Project project = projects.get(String.valueOf(wish.project().code()));
        projects.complete(actor, project.id(), measures(wish), wish.scope().layout().places());
        return project;
    }

    private Project added(Actor actor, PlanWish wish) {
        PlanWish.ForProject facts = wish.project();
        Kind kind = kinds.get(wish.template().kind());
        return projects.add(actor, new NewProject(facts.code(), kind.id(), facts.name().strip(), null, facts.street(),
                facts.community(), kind.stages().getFirst().id(), false, false, false, measures(wish), List.of(),
                List.of(), wish.scope().layout().places()));
    }

    private List<Measure> measures(PlanWish wish) {
        return kinds.get(wish.template().kind()).measures().stream()
                .flatMap(measure -> Optional.ofNullable(wish.scope().measures().get(measure.id()))
                        .map(amount -> new Measure(measure.id(), amount, measure.unit())).stream())
                .toList();
    }

    private PlanDraft draft(PlanWish wish) {
        LocalDate start = wish.start();
        SiteCalendars calendars = SiteCalendars.of(CalendarRule.packed().stream().map(rule -> rule.inWeek(wish.week())).toList(),
                wish.holidays() ? publicHolidays() : Map.of(), start.minusMonths(MONTHS_AROUND), start.plusYears(YEARS));
        Breakdown breakdown = Breakdown.of(wish.template(), wish.scope());
        if (breakdown.lines().size() > MOST_TASKS) {
            throw new Refusal("new-plan.tasks.many", breakdown.lines().size(), MOST_TASKS);
        }
        return BreakdownDraft.of(breakdown, calendars, start);
    }

    private Map<LocalDate, Boolean> publicHolidays() {
        WorkCalendar office = holidays().calendar("office");
        return office.exceptions();
    }
}
