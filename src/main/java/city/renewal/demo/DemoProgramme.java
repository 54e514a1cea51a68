package city.renewal.demo;

import city.renewal.account.Role;
import city.renewal.plan.BaselineTask;
import city.renewal.plan.PlanDraft;
import city.renewal.plan.template.Breakdown;
import city.renewal.plan.template.BreakdownDraft;
import city.renewal.plan.template.Layout;
import city.renewal.plan.template.PlanLine;
import city.renewal.plan.template.PlanTemplate;
import city.renewal.plan.template.SiteCalendars;
import city.renewal.project.Kinds;
import city.renewal.project.Measure;
import city.renewal.project.NewProject;
import city.renewal.project.Party;
import city.renewal.schedule.Schedule;
import city.renewal.schedule.Scheduler;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Makes up the whole programme of {@code config/demo} for a day. Pure: the same day gives the same projects, plans and
 * reports everywhere. Safe for use by many threads.
 */
public final class DemoProgramme {

    /** Days around today for which calendars are known. */
    private static final int HORIZON = 900;
    /** Days around a plan for which its stored calendars hold exceptions. */
    private static final int MARGIN = 180;
    /** Days back from today by which even the youngest promise was published. */
    private static final int YOUNGEST_PROMISE = 6;
    /** Days from today by which a catch-up plan is to be done. */
    private static final int CATCH_UP_DAYS = 14;
    private static final LocalTime OFFICE_HOUR = LocalTime.of(10, 0);

    private final DemoConfig config;
    private final Kinds kinds;
    private final Scheduler scheduler;
    private final Map<LocalDate, Boolean> holidays;
    private final ZoneId zone;

    /**
     * @param holidays public holidays (false) and make-up days (true); years without any are worked through
     * @param zone     the zone in which reports are written
     */
    public DemoProgramme(Kinds kinds, Scheduler scheduler, Map<LocalDate, Boolean> holidays, ZoneId zone) {
        this.config = new DemoConfigReader(kinds).read();
        this.kinds = kinds;
        this.scheduler = scheduler;
        this.holidays = Map.copyOf(holidays);
        this.zone = zone;
    }

    /** @return every project as it stands on that day, in the order of {@code projects.csv} */
    public List<DemoProject> on(LocalDate today) {
        SiteCalendars calendars = SiteCalendars.of(
                config.calendars(), holidays, today.minusDays(HORIZON), today.plusDays(HORIZON));
        return config.projects().stream().map(facts -> project(facts, today, calendars)).toList();
    }

    /** The people whose accounts come with the demonstration, one for each role. */
    List<DemoConfig.Person> people() {
        return config.people();
    }

    private DemoProject project(Facts facts, LocalDate today, SiteCalendars all) {
        Scenario scenario = config.scenarios().get(facts.code());
        PlanTemplate template = config.templates().get(facts.kind());
        Layout layout = Layout.of(facts.measures(), template, scenario.zones(), config.phrases().building());
        Breakdown breakdown = Breakdown.of(template,
                new Breakdown.Scope(scenario.items(), facts.measures(), layout, Map.of()));
        Timetable timetable = new Timetable(scheduler, breakdown);

        LocalDate start = timetable.start(scenario.anchor(), all, today);
        Schedule promised = timetable.promised(start, all);
        SiteCalendars current = all.with(start.minusDays(MARGIN), promised.finish().plusDays(MARGIN),
                (calendar, day) -> stopped(scenario, calendar, day, today));
        SiteCalendars worked = current.with(start.minusDays(MARGIN), promised.finish().plusDays(MARGIN),
                (calendar, day) -> scenario.silentDays() > 0
                        && day.isAfter(today.minusDays(scenario.silentDays())) && !day.isAfter(today));
        Schedule happening = timetable.happening(start, worked, scenario, facts.code());

        List<DemoReport> reports = reports(facts, scenario, breakdown, happening, worked, today);
        Map<Integer, Progress> progress = progress(breakdown, reports);
        Schedule forecast = timetable.forecast(start, today.minusDays(1), current, progress);
        int slip = (int) ChronoUnit.DAYS.between(promised.finish(), forecast.finish());

        StageDates stages = new StageDates(config.stages(), kinds.get(facts.kind()), breakdown, start, today);
        NewProject project = new NewProject(facts.code(), facts.kind(), facts.name(), facts.nameEn(), facts.street(),
                facts.community(), stages.reached(progress), facts.guaranteeWorks(), true, true, measures(facts),
                stages.dates(promised, progress), parties(facts), layout.places());
        return new DemoProject(project,
                draft(breakdown, scenario, start, today, current, promised, progress, slip), reports,
                trend(breakdown, timetable, scenario, start, today, all, reports), scenario.pause());
    }

    /** Every past week-end as it was: with the reports up to then, and the stoppages that had begun. */
    private static List<DemoForecast> trend(Breakdown breakdown, Timetable timetable, Scenario scenario,
                                            LocalDate start, LocalDate today, SiteCalendars all,
                                            List<DemoReport> reports) {
        LocalDate yesterday = today.minusDays(1);
        List<DemoForecast> trend = new ArrayList<>();
        boolean done = false;
        for (LocalDate sunday = start.with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY));
                !done && sunday.minusDays(6).compareTo(yesterday) <= 0; sunday = sunday.plusWeeks(1)) {
            LocalDate status = sunday.isBefore(yesterday) ? sunday : yesterday;
            SiteCalendars known = scenario.stoppages().isEmpty() ? all : all.with(start.minusDays(MARGIN),
                    yesterday.plusDays(HORIZON),
                    (calendar, day) -> !day.isAfter(status) && stopped(scenario, calendar, day, today));
            Schedule then = timetable.forecast(start, status, known, progress(breakdown, reports.stream()
                    .filter(report -> !report.reportOn().isAfter(status)).toList()));
            for (PlanLine line : breakdown.lines()) {
                if (line.milestone()) {
                    trend.add(new DemoForecast(line.key(), line.name().zh(), status, then.of(line.key()).finish()));
                }
            }
            trend.add(new DemoForecast(null, "", status, then.finish()));
            done = then.finish().isBefore(status);
        }
        return trend;
    }

    private static boolean stopped(Scenario scenario, String calendar, LocalDate day, LocalDate today) {
        return scenario.stoppages().stream().anyMatch(stop ->
                (!stop.outdoor() || calendar.equals(SiteCalendars.OUTDOOR))
                        && !day.isBefore(today.plusDays(stop.from())) && !day.isAfter(today.plusDays(stop.to())));
    }

    private List<DemoReport> reports(Facts facts, Scenario scenario, Breakdown breakdown, Schedule happening,
                                     SiteCalendars worked, LocalDate today) {
        SiteDiary diary = new SiteDiary(facts.code(), scenario, config.phrases(), today, zone);
        List<DemoReport> reports = new ArrayList<>();
        for (PlanLine line : breakdown.lines()) {
            if (!line.summary()) {
                reports.addAll(diary.write(line, happening.of(line.key()).start(), happening.of(line.key()).finish(),
                        worked.get(line.calendar())));
            }
        }
        reports.sort(Comparator.comparing(DemoReport::reportOn).thenComparing(DemoReport::taskKey));
        return scenario.returned() ? diary.withOneReturned(reports) : reports;
    }

    private static Map<Integer, Progress> progress(Breakdown breakdown, List<DemoReport> reports) {
        Map<Integer, List<DemoReport>> byTask = new HashMap<>();
        reports.forEach(report -> byTask.computeIfAbsent(report.taskKey(), key -> new ArrayList<>()).add(report));
        Map<Integer, Progress> progress = new HashMap<>();
        byTask.forEach((key, own) -> {
            Progress made = Progress.of(breakdown.line(key), own);
            if (made != null) {
                progress.put(key, made);
            }
        });
        return progress;
    }

    private List<Measure> measures(Facts facts) {
        return kinds.get(facts.kind()).measures().stream()
                .filter(measure -> facts.measures().containsKey(measure.id()))
                .map(measure -> new Measure(measure.id(), facts.measure(measure.id()), measure.unit()))
                .toList();
    }

    private List<Party> parties(Facts facts) {
        List<Party> parties = new ArrayList<>(config.teams().get(facts.team()));
        if (facts.community() != null) {
            parties.add(new Party("community",
                    Layout.filled(config.phrases().committee(), facts.community(), ""), null, null));
        }
        return parties;
    }

    private PlanDraft draft(Breakdown breakdown, Scenario scenario, LocalDate start, LocalDate today,
                            SiteCalendars calendars, Schedule promised, Map<Integer, Progress> progress,
                            int slip) {
        PlanDraft plan = BreakdownDraft.of(breakdown, calendars, start);
        return new PlanDraft(start, today.minusDays(1), true, null, plan.calendars(),
                plan.tasks().stream().map(task -> begun(task, progress.get(task.key()))).toList(),
                plan.links(), List.of(promise(breakdown, promised, start, today)),
                slip > 0 ? reasons(breakdown, scenario, today, slip) : List.of());
    }

    private static PlanDraft.TaskDraft begun(PlanDraft.TaskDraft task, @Nullable Progress progress) {
        return progress == null ? task
                : new PlanDraft.TaskDraft(task.key(), task.parentKey(), task.calendarKey(), task.placeCode(),
                        task.input(), task.openingQuantity(), progress.start(), progress.finish(),
                        progress.remainingMinutes(), null);
    }

    private PlanDraft.BaselineDraft promise(
            Breakdown breakdown, Schedule promised, LocalDate start, LocalDate today) {
        LocalDate usual = start.minusDays(config.promiseBefore());
        LocalDate latest = today.minusDays(YOUNGEST_PROMISE);
        return new PlanDraft.BaselineDraft(1, config.phrases().baseline(), null,
                officeHour(usual.isAfter(latest) ? latest : usual),
                breakdown.lines().stream()
                        .map(line -> new BaselineTask(line.key(), line.name().zh(),
                                promised.of(line.key()).start(), promised.of(line.key()).finish(),
                                line.minutes(), line.quantity()))
                        .toList());
    }

    /** A project with a story of its own has a planner who answers for it; the others still have to be explained whole. */
    private List<PlanDraft.DelayDraft> reasons(Breakdown breakdown, Scenario scenario, LocalDate today, int slip) {
        boolean answered = !scenario.reasons().isEmpty();
        String owner = answered ? planner() : null;
        List<Scenario.Reason> told = scenario.reasons().isEmpty()
                ? List.of(config.usualReason())
                : scenario.reasons();
        return told.stream()
                .map(reason -> new PlanDraft.DelayDraft(
                        reason.item() == null ? null : breakdown.leaves(reason.item()).getFirst().key(),
                        reason.category(), reason.zh(), reason.en(), reason.catchUp(),
                        officeHour(today.minusDays(reason.givenDaysAgo())), owner, owner,
                        answered ? today.plusDays(CATCH_UP_DAYS) : null, answered ? slip : null))
                .toList();
    }

    private @Nullable String planner() {
        return config.people().stream()
                .filter(person -> person.role() == Role.PLANNER)
                .map(DemoConfig.Person::name)
                .findFirst()
                .orElse(null);
    }

    private OffsetDateTime officeHour(LocalDate day) {
        return day.atTime(OFFICE_HOUR).atZone(zone).toOffsetDateTime().withOffsetSameInstant(ZoneOffset.UTC);
    }
}
