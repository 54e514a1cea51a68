package city.renewal.schedule;

import static city.renewal.schedule.LinkType.START_TO_START;
import static city.renewal.schedule.Sketch.actual;
import static city.renewal.schedule.Sketch.begun;
import static city.renewal.schedule.Sketch.day;
import static city.renewal.schedule.Sketch.held;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProgressTest {

    @Test
    void doneWorkKeepsItsDatesEvenOnDaysOff() {
        var result = new Sketch().calendar(WorkCalendar.mondayToFriday()).status(day(8))
                .task("a", 2, actual(day(6), day(7))).task("b", 1).chain("a", "b").schedule();

        assertThat(result.span("a")).isEqualTo("6-7");
        assertThat(result.lateSpan("a")).isEqualTo("6-7");
        assertThat(result.span("b")).isEqualTo("9-9");
        assertThat(result.critical()).containsExactly("b");
    }

    @Test
    void whatIsLeftFollowsTheStatusDate() {
        var result = new Sketch().status(day(5)).task("a", 10, begun(day(2), 8)).task("b", 1).chain("a", "b")
                .schedule();

        assertThat(result.span("a")).isEqualTo("2-13");
        assertThat(result.span("b")).isEqualTo("14-14");
    }

    @Test
    void withoutAMeasureTheElapsedDaysCountAsDone() {
        var result = new Sketch().status(day(5)).task("a", 10, actual(day(2), null)).schedule();

        assertThat(result.span("a")).isEqualTo("2-11");
    }

    @Test
    void whatShouldBeDoneByNowButIsNotLastsToTheStatusDate() {
        var result = new Sketch().status(day(9)).task("a", 3, actual(day(1), null)).task("b", 2).chain("a", "b")
                .schedule();

        assertThat(result.span("a")).isEqualTo("1-9");
        assertThat(result.span("b")).isEqualTo("10-11");
    }

    @Test
    void workNotBegunMovesPastTheStatusDate() {
        var result = new Sketch().status(day(4)).task("a", 2).task("m", 0).schedule();

        assertThat(result.span("a")).isEqualTo("5-6");
        assertThat(result.span("m")).isEqualTo("5-5");
    }

    @Test
    void aStatusDateBeforeTheProjectChangesNothing() {
        var result = new Sketch().status(day(-9)).task("a", 2).schedule();

        assertThat(result.span("a")).isEqualTo("1-2");
    }

    /** b began before a was done: what is left of b still waits for a. */
    @Test
    void outOfSequenceWorkWaitsForItsPredecessor() {
        var result = new Sketch().status(day(4)).task("a", 8, begun(day(1), 4)).task("b", 6, begun(day(3), 5))
                .chain("a", "b").schedule();

        assertThat(result.span("a")).isEqualTo("1-8");
        assertThat(result.span("b")).isEqualTo("3-13");
        assertThat(result.critical()).containsExactly("a", "b");
    }

    @Test
    void outOfSequenceWorkThatIsDoneFreesItsSuccessors() {
        var result = new Sketch().status(day(4)).task("a", 8, begun(day(1), 4)).task("b", 2, actual(day(2), day(3)))
                .task("c", 2).chain("a", "b", "c").schedule();

        assertThat(result.span("c")).isEqualTo("5-6");
        assertThat(result.totalFloat("a")).isZero();
        assertThat(result.totalFloat("c")).isEqualTo(2);
    }

    @Test
    void anActualStartBeforeTheProjectIsItsStart() {
        var result = new Sketch().status(day(2)).task("a", 6, begun(day(-1), 2)).schedule();

        assertThat(result.span("a")).isEqualTo("-1-4");
        assertThat(result.schedule().start()).isEqualTo(day(-1));
        assertThat(result.schedule().workingDays()).isEqualTo(6);
    }

    @Test
    void aStartAlreadyMadeHoldsItsStartToStartSuccessor() {
        var result = new Sketch().status(day(4)).task("a", 8, begun(day(3), 7)).task("b", 3)
                .link("a", START_TO_START, 4, "b").schedule();

        assertThat(result.span("b")).isEqualTo("7-9");
    }

    @Test
    void withoutAStatusDateStartedWorkRunsThrough() {
        var result = new Sketch().task("a", 9).task("b", 4, actual(day(3), null)).chain("a", "b").schedule();

        assertThat(result.span("b")).isEqualTo("3-6");
        assertThat(result.totalFloat("a")).isZero();
    }

    @Test
    void aMilestoneReachedKeepsItsDayAndItsPlaceInIt() {
        var result = new Sketch().task("a", 3).task("met", 0, actual(day(3), day(3))).task("b", 1)
                .task("open", 0, actual(day(2), null)).task("c", 1)
                .chain("a", "met", "b").chain("open", "c").schedule();

        assertThat(result.span("met")).isEqualTo("3-3");
        assertThat(result.span("b")).isEqualTo("4-4");
        assertThat(result.span("c")).isEqualTo("2-2");
    }

    @Test
    void aPromiseMissedByWorkUnderWayShowsAsNegativeFloat() {
        var result = new Sketch().status(day(4))
                .task("a", 6, a -> begun(day(1), 6).apply(held(ConstraintType.FINISH_NO_LATER_THAN, day(7)).apply(a)))
                .schedule();

        assertThat(result.span("a")).isEqualTo("1-10");
        assertThat(result.totalFloat("a")).isEqualTo(-3);
        assertThat(result.of("a").lateStart()).isEqualTo(day(1));
    }
}
