package city.renewal.bench;

import city.renewal.schedule.Activity;
import city.renewal.schedule.Link;
import city.renewal.schedule.LinkType;
import city.renewal.schedule.Network;
import city.renewal.schedule.Schedule;
import city.renewal.schedule.ScheduledDates;
import city.renewal.schedule.WorkCalendar;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.stream.Collectors;
import org.mpxj.DayType;
import org.mpxj.Duration;
import org.mpxj.LocalTimeRange;
import org.mpxj.ProjectCalendar;
import org.mpxj.ProjectCalendarHours;
import org.mpxj.ProjectFile;
import org.mpxj.Relation;
import org.mpxj.RelationType;
import org.mpxj.Task;
import org.mpxj.TimeUnit;
import org.mpxj.cpm.MicrosoftScheduler;

/** The same network in MPXJ's terms, scheduled by MPXJ. */
final class MpxjPeer {

    /** MPXJ sorts by recursion, as deep as the longest way through the network. */
    private static final long DEEP_STACK = 1L << 30;

    private final Network network;
    private final ProjectFile file = new ProjectFile();
    private final Map<Long, Task> tasks = new HashMap<>();
    private final Map<WorkCalendar, ProjectCalendar> calendars = new IdentityHashMap<>();

    MpxjPeer(Network network) {
        this.network = network;
        file.setDefaultCalendar(calendar(network.calendar()));
        for (Activity activity : network.activities()) {
            Task task = file.addTask();
            task.setName(activity.name());
            task.setDuration(minutes(activity.durationMinutes()));
            task.setActualDuration(minutes(0));
            task.setRemainingDuration(minutes(activity.durationMinutes()));
            if (activity.calendar() != null) {
                task.setCalendar(calendar(activity.calendar()));
            }
            tasks.put(activity.id(), task);
        }
        for (Link link : network.links()) {
            tasks.get(link.successor()).addPredecessor(new Relation.Builder()
                    .predecessorTask(tasks.get(link.predecessor()))
                    .type(RelationType.valueOf(link.type().name().replace("_TO_", "_")))
                    .lag(minutes(link.lagMinutes())));
        }
    }

    Timing time(int warmUps, int runs) throws Exception {
        return onDeepStack(() -> Timing.of(warmUps, runs, () -> {
            new MicrosoftScheduler().schedule(file, network.start().atTime(8, 0));
            return file;
        }));
    }

    /** @return how many of the tasks' four dates (early and late, start and finish) are the same days as ours */
    int agreeingDates(Schedule ours) {
        int agreeing = 0;
        for (Activity activity : network.activities()) {
            ScheduledDates dates = ours.of(activity.id());
            Task task = tasks.get(activity.id());
            agreeing += day(task.getEarlyStart()).equals(dates.start()) ? 1 : 0;
            agreeing += day(task.getEarlyFinish()).equals(dates.finish()) ? 1 : 0;
            agreeing += day(task.getLateStart()).equals(dates.lateStart()) ? 1 : 0;
            agreeing += day(task.getLateFinish()).equals(dates.lateFinish()) ? 1 : 0;
        }
        return agreeing;
    }

    /**
     * How MPXJ's earliest dates stand against ours. Where links tie finishes, it starts some tasks before the project,
     * and ends some on the last working day before their predecessor's finish.
     *
     * @param agreeing  tasks that start and finish on the same days
     * @param broken    tasks that MPXJ places so that the project's start or a link is broken
     * @param following tasks that differ because a predecessor does
     * @param other     tasks that differ for no such reason
     */
    record Comparison(int agreeing, int broken, int following, int other) {
    }

    /** For networks whose links lead from lower to higher ids. */
    Comparison compare(Schedule ours) {
        Map<Long, List<Link>> into = network.links().stream().collect(Collectors.groupingBy(Link::successor));
        Set<Long> differing = new HashSet<>();
        int broken = 0;
        int following = 0;
        for (Activity activity : network.activities()) {
            Task task = tasks.get(activity.id());
            ScheduledDates dates = ours.of(activity.id());
            if (day(task.getEarlyStart()).equals(dates.start()) && day(task.getEarlyFinish()).equals(dates.finish())) {
                continue;
            }
            differing.add(activity.id());
            List<Link> links = into.getOrDefault(activity.id(), List.of());
            if (links.stream().anyMatch(link -> differing.contains(link.predecessor()))) {
                following++;
            } else if (day(task.getEarlyStart()).isBefore(network.start()) || links.stream().anyMatch(this::isBroken)) {
                broken++;
            }
        }
        return new Comparison(network.activities().size() - differing.size(), broken, following,
                differing.size() - broken - following);
    }

    private boolean isBroken(Link link) {
        return link.type() == LinkType.FINISH_TO_FINISH && link.lagMinutes() == 0
                && day(tasks.get(link.successor()).getEarlyFinish())
                        .isBefore(day(tasks.get(link.predecessor()).getEarlyFinish()));
    }

    private static LocalDate day(LocalDateTime moment) {
        return moment.toLocalDate();
    }

    private ProjectCalendar calendar(WorkCalendar calendar) {
        return calendars.computeIfAbsent(calendar, this::converted);
    }

    private ProjectCalendar converted(WorkCalendar calendar) {
        ProjectCalendar made = file.addCalendar();
        made.setName("Calendar " + calendars.size());
        for (DayOfWeek day : DayOfWeek.values()) {
            boolean works = calendar.workingWeek().contains(day);
            made.setCalendarDayType(day, works ? DayType.WORKING : DayType.NON_WORKING);
            ProjectCalendarHours hours = made.addCalendarHours(day);
            if (works) {
                fillDay(hours);
            }
        }
        calendar.exceptions().forEach((day, works) -> {
            ProjectCalendarHours hours = made.addCalendarException(day);
            if (works) {
                fillDay(hours);
            }
        });
        return made;
    }

    private static void fillDay(ProjectCalendarHours hours) {
        hours.add(new LocalTimeRange(LocalTime.of(8, 0), LocalTime.of(12, 0)));
        hours.add(new LocalTimeRange(LocalTime.of(13, 0), LocalTime.of(17, 0)));
    }

    private static Duration minutes(int minutes) {
        return Duration.getInstance(minutes, TimeUnit.MINUTES);
    }

    private static <T> T onDeepStack(Callable<T> work) throws Exception {
        FutureTask<T> task = new FutureTask<>(work);
        Thread thread = new Thread(null, task, "mpxj", DEEP_STACK);
        thread.start();
        return task.get();
    }
}
