package city.renewal.schedule;

import static city.renewal.schedule.LinkType.FINISH_TO_FINISH;
import static city.renewal.schedule.LinkType.FINISH_TO_START;
import static city.renewal.schedule.LinkType.START_TO_FINISH;
import static city.renewal.schedule.LinkType.START_TO_START;
import static city.renewal.schedule.Sketch.day;
import static city.renewal.schedule.Sketch.on;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class GraphShapesTest {

    @Test
    void nothingAtAll() {
        Schedule empty = new Sketch().schedule().schedule();

        assertThat(empty.dates()).isEmpty();
        assertThat(empty.start()).isEqualTo(empty.finish()).isEqualTo(day(1));
        assertThat(empty.workingDays()).isZero();
    }

    @Test
    void oneTask() {
        var result = new Sketch().task("a", 3).schedule();

        assertThat(result.span("a")).isEqualTo("1-3");
        assertThat(result.schedule().workingDays()).isEqualTo(3);
        assertThat(result.critical()).containsExactly("a");
    }

    @Test
    void chainOfThree() {
        var result = new Sketch().task("a", 2).task("b", 3).task("c", 1).chain("a", "b", "c").schedule();

        assertThat(result.span("a")).isEqualTo("1-2");
        assertThat(result.span("b")).isEqualTo("3-5");
        assertThat(result.span("c")).isEqualTo("6-6");
    }

    /**
     * <pre>
     *      ┌─ b 5 ─┐
     * a 1 ─┤       ├─ d 1
     *      └─ c 2 ─┘
     * </pre>
     */
    @Test
    void diamondFloatsOnItsShortSide() {
        var result = new Sketch().task("a", 1).task("b", 5).task("c", 2).task("d", 1)
                .chain("a", "b", "d").chain("a", "c", "d").schedule();

        assertThat(result.critical()).containsExactly("a", "b", "d");
        assertThat(result.span("c")).isEqualTo("2-3");
        assertThat(result.lateSpan("c")).isEqualTo("5-6");
        assertThat(result.totalFloat("c")).isEqualTo(3);
        assertThat(result.freeFloat("c")).isEqualTo(3);
    }

    /** Slipping c moves d but not the end: c shares its float with d and has none of its own. */
    @Test
    void sideBranchOfTwoSharesItsFloat() {
        var result = new Sketch().task("a", 9).task("c", 2).task("d", 3).task("end", 1)
                .chain("a", "end").chain("c", "d", "end").schedule();

        assertThat(result.totalFloat("c")).isEqualTo(4);
        assertThat(result.freeFloat("c")).isZero();
        assertThat(result.totalFloat("d")).isEqualTo(4);
        assertThat(result.freeFloat("d")).isEqualTo(4);
    }

    @Test
    void twoIslandsFinishApart() {
        var result = new Sketch().task("a", 2).task("b", 6).schedule();

        assertThat(result.totalFloat("a")).isEqualTo(4);
        assertThat(result.freeFloat("a")).isEqualTo(4);
        assertThat(result.critical()).containsExactly("b");
    }

    @Test
    void startToStartWithLag() {
        var result = new Sketch().task("a", 5).task("b", 2).link("a", START_TO_START, 2, "b").schedule();

        assertThat(result.span("b")).isEqualTo("3-4");
        assertThat(result.totalFloat("b")).isEqualTo(1);
    }

    @Test
    void finishToFinishPullsTheStartAlong() {
        var result = new Sketch().task("a", 5).task("b", 2).link("a", FINISH_TO_FINISH, 1, "b").schedule();

        assertThat(result.span("b")).isEqualTo("5-6");
        assertThat(result.critical()).containsExactly("a", "b");
    }

    /** The old boiler is shut down when the new one starts. */
    @Test
    void startToFinishEndsTheDayBefore() {
        var result = new Sketch().task("site", 4).task("new", 5).task("old", 2)
                .chain("site", "new").link("new", START_TO_FINISH, 0, "old").schedule();

        assertThat(result.span("old")).isEqualTo("3-4");
        assertThat(result.totalFloat("old")).isEqualTo(5);
        assertThat(result.critical()).containsExactly("site", "new");
    }

    @Test
    void startToFinishHoldsItsPredecessorToTheDay() {
        var result = new Sketch().task("a", 1).task("b", 3).task("c", 2)
                .link("a", START_TO_FINISH, 3, "b").chain("b", "c").schedule();

        assertThat(result.span("b")).isEqualTo("1-3");
        assertThat(result.totalFloat("a")).isZero();
        assertThat(result.critical()).containsExactly("a", "b", "c");
    }

    @Test
    void finishTiedSuccessorsDoNotStartBeforeTheProject() {
        var result = new Sketch().task("a", 1).task("b", 9).task("c", 9)
                .link("a", FINISH_TO_FINISH, 0, "b").link("a", START_TO_FINISH, 0, "c").schedule();

        assertThat(result.span("b")).isEqualTo("1-9");
        assertThat(result.span("c")).isEqualTo("1-9");
    }

    @Test
    void leadOverlaps() {
        var result = new Sketch().task("a", 5).task("b", 3).link("a", FINISH_TO_START, -2, "b").schedule();

        assertThat(result.span("b")).isEqualTo("4-6");
    }

    @Test
    void lagCountsWorkingDaysAndElapsedLagAllDays() {
        var result = new Sketch().calendar(WorkCalendar.mondayToFriday())
                .task("pour", 4).task("strip", 1).task("load", 1)
                .link("pour", FINISH_TO_START, 3, "strip").elapsed("pour", FINISH_TO_START, 3, "load").schedule();

        assertThat(result.span("pour")).isEqualTo("1-4");
        assertThat(result.span("strip")).isEqualTo("10-10");
        assertThat(result.span("load")).isEqualTo("8-8");
    }

    @Test
    void halfDaysShareADay() {
        var result = new Sketch().task("a", 1.5).task("b", 0.5).task("c", 1).chain("a", "b", "c").schedule();

        assertThat(result.span("a")).isEqualTo("1-2");
        assertThat(result.span("b")).isEqualTo("2-2");
        assertThat(result.span("c")).isEqualTo("3-3");
        assertThat(result.schedule().workingDays()).isEqualTo(3);
    }

    @Test
    void weekendsAreSteppedOver() {
        var result = new Sketch().calendar(WorkCalendar.mondayToFriday()).task("a", 4).task("b", 3)
                .chain("a", "b").schedule();

        assertThat(result.span("b")).isEqualTo("5-9");
        assertThat(result.schedule().workingDays()).isEqualTo(7);
    }

    @Test
    void aStartOnADayOffWaitsForWork() {
        var result = new Sketch().calendar(WorkCalendar.mondayToFriday()).start(day(6)).task("a", 1).schedule();

        assertThat(result.span("a")).isEqualTo("8-8");
        assertThat(result.schedule().start()).isEqualTo(day(8));
    }

    @Test
    void aMakeUpDayIsWorkedAndAHolidayIsNot() {
        WorkCalendar calendar = WorkCalendar.of(WorkCalendar.mondayToFriday().workingWeek(),
                Map.of(day(3), false, day(6), true));

        var result = new Sketch().calendar(calendar).task("a", 6).schedule();

        assertThat(result.span("a")).isEqualTo("1-8");
    }

    /** The crew works every day, the inspector Monday to Friday: what ends on Saturday is inspected on Monday. */
    @Test
    void successorOnAnotherCalendar() {
        var result = new Sketch().task("lay", 6).task("inspect", 1, on(WorkCalendar.mondayToFriday())).task("fill", 1)
                .chain("lay", "inspect", "fill").schedule();

        assertThat(result.span("inspect")).isEqualTo("8-8");
        assertThat(result.span("fill")).isEqualTo("9-9");
        assertThat(result.totalFloat("lay")).isEqualTo(1);
    }

    @Test
    void finishToFinishOverADayOffDoesNotEndBeforeIt() {
        var result = new Sketch().task("lay", 6).task("survey", 2, on(WorkCalendar.mondayToFriday()))
                .link("lay", FINISH_TO_FINISH, 0, "survey").schedule();

        assertThat(result.span("survey")).isEqualTo("5-8");
    }

    /** The milestone on Monday asks for no more than the work by Friday; the Saturday behind it asks for more. */
    @Test
    void ofTwoFinishesTheOneOnADayOffIsNotHiddenByALaterMilestone() {
        WorkCalendar tuesdaysAndSaturdays = WorkCalendar.of(Set.of(DayOfWeek.TUESDAY, DayOfWeek.SATURDAY), Map.of());
        var result = new Sketch().calendar(WorkCalendar.mondayToFriday())
                .task("weekend", 1.75, on(tuesdaysAndSaturdays)).task("milestone", 0).task("work", 4.5)
                .chain("weekend", "milestone")
                .link("weekend", FINISH_TO_FINISH, 0, "work").link("milestone", FINISH_TO_FINISH, 0, "work")
                .schedule();

        assertThat(result.span("weekend")).isEqualTo("2-6");
        assertThat(result.span("milestone")).isEqualTo("8-8");
        assertThat(result.of("work").finish()).isEqualTo(day(8));
        assertThat(result.totalFloat("weekend")).isNotNegative();
    }

    @Test
    void milestoneClosesTheDayOfItsPredecessor() {
        var result = new Sketch().calendar(WorkCalendar.mondayToFriday()).task("a", 5).task("done", 0).task("b", 1)
                .chain("a", "done", "b").schedule();

        assertThat(result.span("done")).isEqualTo("5-5");
        assertThat(result.span("b")).isEqualTo("8-8");
        assertThat(result.lateSpan("done")).isEqualTo("5-5");
    }

    @Test
    void milestoneOpensTheProject() {
        var result = new Sketch().task("go", 0).task("a", 2).chain("go", "a").schedule();

        assertThat(result.span("go")).isEqualTo("1-1");
        assertThat(result.lateSpan("go")).isEqualTo("1-1");
        assertThat(result.span("a")).isEqualTo("1-2");
    }

    @Test
    void milestoneWithFloatKeepsToTheEndOfTheDay() {
        var result = new Sketch().task("a", 2).task("seen", 0).task("b", 6).chain("a", "seen").schedule();

        assertThat(result.lateSpan("seen")).isEqualTo("6-6");
        assertThat(result.totalFloat("seen")).isEqualTo(4);
        assertThat(result.critical()).doesNotContain("seen");
    }

    @Test
    void milestonesOnlyHaveNoLength() {
        var result = new Sketch().task("a", 0).task("b", 0).chain("a", "b").schedule();

        assertThat(result.schedule().workingDays()).isZero();
        assertThat(result.span("b")).isEqualTo("1-1");
    }

    @Test
    void severalLinksBetweenTwoTasksAllHold() {
        var result = new Sketch().task("a", 4).task("b", 4)
                .link("a", START_TO_START, 1, "b").link("a", FINISH_TO_FINISH, 2, "b").schedule();

        assertThat(result.span("b")).isEqualTo("3-6");
    }

    @Test
    void ladderOfTrades() {
        var result = new Sketch().task("strip", 6).task("lay", 6).task("test", 2)
                .link("strip", START_TO_START, 2, "lay").link("strip", FINISH_TO_FINISH, 2, "lay")
                .link("lay", START_TO_START, 3, "test").link("lay", FINISH_TO_FINISH, 1, "test").schedule();

        assertThat(List.of(result.span("strip"), result.span("lay"), result.span("test")))
                .containsExactly("1-6", "3-8", "8-9");
    }
}
