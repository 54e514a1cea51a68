package city.renewal.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class SchedulingLawsTest {

    private final Scheduler scheduler = new CriticalPathScheduler();

    @Provide
    Arbitrary<Network> wholeDays() {
        return Networks.wholeDays();
    }

    @Provide
    Arbitrary<Network> anyShape() {
        return Networks.anyShape();
    }

    /** No task starts before its predecessors allow, and none later than it must. */
    @Property
    void earliestDatesAreThoseOfADayByDayWalk(@ForAll("wholeDays") Network network) {
        Schedule schedule = scheduler.schedule(network);

        Map<Long, LocalDate> starts = DayByDay.starts(network, Map.of());
        Map<Long, LocalDate> finishes = DayByDay.finishes(network, starts);

        for (Activity activity : network.activities()) {
            assertThat(schedule.of(activity.id()).start()).as("start of %s", activity)
                    .isEqualTo(starts.get(activity.id()));
            assertThat(schedule.of(activity.id()).finish()).as("finish of %s", activity)
                    .isEqualTo(finishes.get(activity.id()));
        }
    }

    @Property(tries = 300)
    void totalFloatIsTheLongestSlipThatKeepsTheFinish(@ForAll("wholeDays") Network network) {
        Schedule schedule = scheduler.schedule(network);
        for (Activity activity : network.activities()) {
            int days = 0;
            while (!lastDay(slipped(network, schedule, activity, days + 1), network).isAfter(schedule.finish())) {
                days++;
            }
            assertThat(schedule.of(activity.id()).totalFloatMinutes()).as("total float of %s", activity)
                    .isEqualTo(WorkingTime.days(days));
        }
    }

    @Property(tries = 300)
    void freeFloatIsTheLongestSlipThatMovesNothingElse(@ForAll("wholeDays") Network network) {
        Schedule schedule = scheduler.schedule(network);
        Map<Long, LocalDate> before = DayByDay.starts(network, Map.of());
        for (Activity activity : network.activities()) {
            int days = 0;
            while (movesOnly(activity, before, slipped(network, schedule, activity, days + 1))
                    && !lastDay(slipped(network, schedule, activity, days + 1), network).isAfter(schedule.finish())) {
                days++;
            }
            assertThat(schedule.of(activity.id()).freeFloatMinutes()).as("free float of %s", activity)
                    .isEqualTo(WorkingTime.days(days));
        }
    }

    @Property
    void floatsAreNeverNegativeWithoutAConstraint(@ForAll("anyShape") Network network) {
        assertThat(scheduler.schedule(network).dates().values()).allSatisfy(dates -> {
            assertThat(dates.freeFloatMinutes()).isNotNegative();
            assertThat(dates.totalFloatMinutes()).isGreaterThanOrEqualTo(dates.freeFloatMinutes());
            assertThat(dates.lateStart()).isAfterOrEqualTo(dates.start());
            assertThat(dates.lateFinish()).isAfterOrEqualTo(dates.finish());
            assertThat(dates.critical()).isEqualTo(dates.totalFloatMinutes() == 0);
        });
    }

    @Property
    void somethingIsCriticalFromTheLastDayBack(@ForAll("anyShape") Network network) {
        Schedule schedule = scheduler.schedule(network);

        assertThat(schedule.dates().values())
                .anyMatch(dates -> dates.critical() && dates.finish().equals(schedule.finish()));
    }

    @Property
    void droppingALinkNeverPutsTheFinishOff(@ForAll("wholeDays") Network network, @ForAll Random random) {
        if (network.links().isEmpty()) {
            return;
        }
        List<Link> fewer = new ArrayList<>(network.links());
        fewer.remove(random.nextInt(fewer.size()));

        assertThat(scheduler.schedule(with(network, network.activities(), fewer)).finish())
                .isBeforeOrEqualTo(scheduler.schedule(network).finish());
    }

    @Property
    void theOrderOfTheInputDoesNotMatter(@ForAll("anyShape") Network network, @ForAll Random random) {
        List<Activity> activities = new ArrayList<>(network.activities());
        List<Link> links = new ArrayList<>(network.links());
        Collections.shuffle(activities, random);
        Collections.shuffle(links, random);

        assertThat(scheduler.schedule(with(network, activities, links))).isEqualTo(scheduler.schedule(network));
    }

    @Property
    void schedulingAgainFromItsOwnDatesChangesNothing(@ForAll("anyShape") Network network) {
        Schedule once = scheduler.schedule(network);
        List<Activity> held = network.activities().stream()
                .map(Sketch.held(ConstraintType.START_NO_LATER_THAN, once.finish())).toList();

        Schedule twice = scheduler.schedule(with(network, held, network.links()));

        for (Activity activity : network.activities()) {
            assertThat(twice.of(activity.id()).start()).isEqualTo(once.of(activity.id()).start());
            assertThat(twice.of(activity.id()).finish()).isEqualTo(once.of(activity.id()).finish());
        }
    }

    @Property
    void startingEverythingAtItsLatestKeepsTheFinish(@ForAll("wholeDays") Network network) {
        Schedule schedule = scheduler.schedule(network);
        Map<Long, LocalDate> latest = new HashMap<>();
        schedule.dates().forEach((id, dates) -> latest.put(id, dates.lateStart()));

        Map<Long, LocalDate> starts = DayByDay.starts(network, latest);

        assertThat(starts).isEqualTo(latest);
        assertThat(lastDay(starts, network)).isEqualTo(schedule.finish());
    }

    @Property
    void asLateAsPossibleKeepsTheFinishAndUsesTheFloat(@ForAll("anyShape") Network network) {
        Schedule early = scheduler.schedule(network);
        List<Activity> waiting = network.activities().stream()
                .map(Sketch.held(ConstraintType.AS_LATE_AS_POSSIBLE, null)).toList();

        Schedule late = scheduler.schedule(with(network, waiting, network.links()));

        assertThat(late.finish()).isEqualTo(early.finish());
        network.activities().stream().filter(activity -> activity.durationMinutes() > 0).forEach(activity ->
                assertThat(late.of(activity.id()).finish()).isEqualTo(early.of(activity.id()).lateFinish()));
    }

    private static Map<Long, LocalDate> slipped(Network network, Schedule schedule, Activity activity, int days) {
        WorkCalendar calendar = activity.calendar() == null ? network.calendar() : activity.calendar();
        LocalDate start = schedule.of(activity.id()).start();
        return DayByDay.starts(network, Map.of(activity.id(), calendar.plusWorkingDays(start, days)));
    }

    private static LocalDate lastDay(Map<Long, LocalDate> starts, Network network) {
        return Collections.max(DayByDay.finishes(network, starts).values());
    }

    private static boolean movesOnly(Activity slipping, Map<Long, LocalDate> before, Map<Long, LocalDate> after) {
        return before.entrySet().stream().allMatch(entry ->
                entry.getKey() == slipping.id() || entry.getValue().equals(after.get(entry.getKey())));
    }

    private static Network with(Network network, List<Activity> activities, List<Link> links) {
        return new Network(network.start(), network.statusDate(), network.calendar(), activities, links);
    }
}
