package city.renewal.demo;

import city.renewal.account.Account;
import city.renewal.account.Accounts;
import city.renewal.account.Actor;
import city.renewal.account.Role;
import city.renewal.base.Installation;
import city.renewal.base.Refusal;
import city.renewal.plan.MilestoneForecast;
import city.renewal.plan.MilestoneForecasts;
import city.renewal.plan.Plans;
import city.renewal.plan.conflict.RoadConflicts;
import city.renewal.project.Project;
import city.renewal.project.Projects;
import city.renewal.site.PastReport;
import city.renewal.site.PastReports;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Fills an empty database with the demonstration. */
public final class DemoLoader {

    private static final Logger LOG = LoggerFactory.getLogger(DemoLoader.class);

    private final Jdbi jdbi;
    private final Installation installation;
    private final Accounts accounts;
    private final Projects projects;
    private final Plans plans;
    private final RoadConflicts roads;
    private final PastReports reports;
    private final MilestoneForecasts forecasts;
    private final List<DemoChapter> chapters;
    private final Supplier<DemoProgramme> programme;
    private final Clock clock;

    /**
     * @param chapters  what is added to plans and reports, in this order
     * @param programme read only when there is something to load
     * @param clock     in the configured zone; its date is the day of the demonstration
     */
    public DemoLoader(Jdbi jdbi, Installation installation, Accounts accounts, Projects projects, Plans plans,
                      RoadConflicts roads, PastReports reports, MilestoneForecasts forecasts,
                      List<DemoChapter> chapters, Supplier<DemoProgramme> programme, Clock clock) {
        this.jdbi = jdbi;
        this.installation = installation;
        this.accounts = accounts;
        this.projects = projects;
        this.plans = plans;
        this.roads = roads;
        this.reports = reports;
        this.forecasts = forecasts;
        this.chapters = List.copyOf(chapters);
        this.programme = programme;
        this.clock = clock;
    }

    /** @return whether the database holds neither projects nor accounts, so that {@link #load()} may fill it */
    public boolean possible() {
        return projects.none() && accounts.all().isEmpty();
    }

    /**
     * Loads the programme as of today and its accounts, one at least for each role, all or nothing.
     *
     * @throws Refusal when there are projects or accounts already; nothing is changed then
     */
    public void load() {
        DemoProgramme shown = programme.get();
        LocalDate today = LocalDate.now(clock);
        List<DemoProject> made = shown.on(today);
        jdbi.useTransaction(handle -> {
            if (!possible()) {
                throw new Refusal("demonstration.over-data");
            }
            Map<String, Actor> logins = addPeople(shown);
            Map<Role, Actor> people = new EnumMap<>(Role.class);
            logins.values().forEach(actor -> people.putIfAbsent(actor.role(), actor));
            List<DemoScene.Place> places = made.stream().map(project -> add(project, people)).toList();
            List<PastReport> past = places.stream().flatMap(place -> past(place, people)).toList();
            DemoRoads.packed().forEach((code, position) -> roads.place(people.get(Role.PLANNER),
                    projects.get(code).id(), position));
            DemoPoints.packed().forEach((code, point) -> projects.setPoint(people.get(Role.PLANNER), code, point));
            reports.add(people.get(Role.ADMINISTRATOR), past);
            forecasts.takeOver(people.get(Role.ADMINISTRATOR), places.stream().flatMap(DemoLoader::trend).toList());
            DemoScene scene = new DemoScene(people, logins, today, places);
            chapters.forEach(chapter -> chapter.add(scene));
            installation.becomeDemonstration();
            LOG.info("Demonstration loaded: {} projects, {} site reports", made.size(), past.size());
        });
    }

    /** @return by login, in the order of the file */
    private Map<String, Actor> addPeople(DemoProgramme shown) {
        Map<String, Actor> people = new LinkedHashMap<>();
        for (DemoConfig.Person person : shown.people()) {
            Account account = accounts.addForDemonstration(
                    Actor.commandLine(), person.login(), person.name(), person.role());
            people.put(person.login(), account.actor());
        }
        return people;
    }

    private DemoScene.Place add(DemoProject made, Map<Role, Actor> people) {
        Actor planner = people.get(Role.PLANNER);
        Project project = projects.add(planner, made.project());
        return new DemoScene.Place(made, project, plans.create(planner, project.id(), made.plan()));
    }

    private static Stream<MilestoneForecast> trend(DemoScene.Place place) {
        return place.made().trend().stream().map(then -> new MilestoneForecast(place.project().id(),
                then.taskKey() == null ? MilestoneForecast.WHOLE_PLAN : place.taskIds().get(then.taskKey()),
                then.taskName(), then.statusOn(), then.finishOn()));
    }

    private Stream<PastReport> past(DemoScene.Place place, Map<Role, Actor> people) {
        return place.made().reports().stream().map(report -> past(report, place.project().id(),
                place.taskIds().get(report.taskKey()), people));
    }

    private PastReport past(DemoReport report, long projectId, long taskId, Map<Role, Actor> people) {
        return new PastReport(projectId, taskId, report.reportOn(), report.quantity(), report.workers(),
                report.weather(), report.remark(), report.state(), people.get(Role.ENGINEER).accountId(),
                notAhead(report.reportedAt()),
                report.decidedAt() == null ? null : Long.valueOf(people.get(Role.SUPERVISOR).accountId()),
                report.decidedAt() == null ? null : notAhead(report.decidedAt()),
                report.decision());
    }

    /** A demonstration started early in the day has no reports from later that day. */
    private OffsetDateTime notAhead(OffsetDateTime time) {
        OffsetDateTime now = OffsetDateTime.now(clock);
        return time.isAfter(now) ? now : time;
    }
}
