package city.renewal.demo;

import city.renewal.plan.PlanDraft.LinkDraft;
import city.renewal.plan.template.Breakdown;
import city.renewal.plan.template.PlanLine;
import city.renewal.plan.template.SiteCalendars;
import city.renewal.plan.template.WorkItem;
import city.renewal.schedule.Activity;
import city.renewal.schedule.ConstraintType;
import city.renewal.schedule.Link;
import city.renewal.schedule.LinkType;
import city.renewal.schedule.Network;
import city.renewal.schedule.Schedule;
import city.renewal.schedule.Scheduler;
import city.renewal.schedule.WorkingTime;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Gives a breakdown its dates: as promised, as it really went, and as it now stands. */
final class Timetable {

    /** Days before and after today within which plans may start. */
    private static final int REACH = 700;
    /** Days after which a seasonal project belongs to the season to come. */
    private static final int SEASON_AGE = 270;

    private final Scheduler scheduler;
    private final Breakdown breakdown;

    Timetable(Scheduler scheduler, Breakdown breakdown) {
        this.scheduler = scheduler;
        this.breakdown = breakdown;
    }

    /** @return the day on which the plan starts; for a wanted finish the latest that keeps it */
    LocalDate start(Scenario.Anchor anchor, SiteCalendars calendars, LocalDate today) {
        if (anchor.startIn() != null) {
            return today.plusDays(anchor.startIn());
        }
        if (anchor.seasonStart() != null) {
            return seasonStart(anchor.seasonStart(), today);
        }
        if (anchor.finishIn() == null) {
            throw new IllegalArgumentException("A scenario needs finish_in, start_in or season_start");
        }
        return startFor(today.plusDays(anchor.finishIn()), calendars, today);
    }

    private static LocalDate seasonStart(MonthDay day, LocalDate today) {
        LocalDate thisYear = day.atYear(today.getYear());
        LocalDate latest = thisYear.isAfter(today) ? day.atYear(today.getYear() - 1) : thisYear;
        return latest.isBefore(today.minusDays(SEASON_AGE)) ? day.atYear(latest.getYear() + 1) : latest;
    }

    private LocalDate startFor(LocalDate finish, SiteCalendars calendars, LocalDate today) {
        int keeps = -REACH;
        int breaks = REACH;
        while (breaks - keeps > 1) {
            int middle = (keeps + breaks) / 2;
            if (promised(today.plusDays(middle), calendars).finish().isAfter(finish)) {
                breaks = middle;
            } else {
                keeps = middle;
            }
        }
        return today.plusDays(keeps);
    }

    /** @return the dates as planned, nothing being done yet */
    Schedule promised(LocalDate start, SiteCalendars calendars) {
        return schedule(start, null, calendars, breakdown.links(),
                line -> activity(line, line.minutes(), calendars, null));
    }

    /** @return the dates on which work really goes on, past and future, with the scenario's pace, waits and stoppages */
    Schedule happening(LocalDate start, SiteCalendars calendars, Scenario scenario, String code) {
        List<LinkDraft> links = breakdown.links().stream().map(link -> waiting(link, scenario)).toList();
        return schedule(start, null, calendars, links,
                line -> activity(line, WorkingTime.days(daysNeeded(line, scenario, code)), calendars, null));
    }

    private LinkDraft waiting(LinkDraft link, Scenario scenario) {
        WorkItem item = breakdown.line(link.successorKey()).item();
        boolean sameItem = item == breakdown.line(link.predecessorKey()).item();
        int wait = item == null || sameItem || link.type() == LinkType.FINISH_TO_FINISH
                ? 0
                : scenario.waitOf(item.id());
        return new LinkDraft(link.predecessorKey(), link.successorKey(), link.type(),
                link.lagMinutes() + WorkingTime.days(wait), link.elapsedLag());
    }

    private static int daysNeeded(PlanLine line, Scenario scenario, String code) {
        if (line.days() == 0 || line.item() == null) {
            return line.days();
        }
        // Rounded up or down by chance, so that the pace holds over many short tasks.
        double needed = line.days() * scenario.paceOf(line.item().trade());
        return Math.max(1, (int) Math.floor(needed + Noise.of(code + line.code())));
    }

    /** @return the present forecast: what is confirmed is done, what is left follows the status date */
    Schedule forecast(LocalDate start, LocalDate status, SiteCalendars calendars, Map<Integer, Progress> progress) {
        return schedule(start, status, calendars, breakdown.links(),
                line -> activity(line, line.minutes(), calendars, progress.get(line.key())));
    }

    private Schedule schedule(LocalDate start, @Nullable LocalDate status, SiteCalendars calendars,
                              List<LinkDraft> links, Function<PlanLine, Activity> activity) {
        return scheduler.schedule(new Network(start, status, calendars.get(SiteCalendars.SITE),
                breakdown.lines().stream().map(activity).toList(),
                links.stream()
                        .map(link -> new Link(link.predecessorKey(), link.successorKey(), link.type(),
                                link.lagMinutes(), link.elapsedLag()))
                        .toList()));
    }

    private static Activity activity(
            PlanLine line, int minutes, SiteCalendars calendars, @Nullable Progress progress) {
        return new Activity(line.key(), line.parentKey() == null ? null : Long.valueOf(line.parentKey()),
                line.name().zh(), minutes,
                line.calendar().equals(SiteCalendars.SITE) ? null : calendars.get(line.calendar()),
                ConstraintType.AS_SOON_AS_POSSIBLE, null,
                progress == null ? null : progress.start(),
                progress == null ? null : progress.finish(),
                progress == null ? null : progress.remainingMinutes());
    }
}
