package city.renewal.schedule;

import static city.renewal.schedule.LinkType.FINISH_TO_FINISH;
import static city.renewal.schedule.Sketch.day;
import static city.renewal.schedule.Sketch.held;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class ConstraintsTest {

    @Test
    void startNoEarlierThanWaits() {
        var result = new Sketch().task("a", 2, held(ConstraintType.START_NO_EARLIER_THAN, day(5))).schedule();

        assertThat(result.span("a")).isEqualTo("5-6");
    }

    @Test
    void finishNoEarlierThanWaits() {
        var result = new Sketch().task("a", 2, held(ConstraintType.FINISH_NO_EARLIER_THAN, day(5))).schedule();

        assertThat(result.span("a")).isEqualTo("4-5");
    }

    @Test
    void noLaterThanTakesFloatAway() {
        var start = new Sketch().task("a", 2, held(ConstraintType.START_NO_LATER_THAN, day(3))).task("b", 9).schedule();
        var finish = new Sketch().task("a", 2, held(ConstraintType.FINISH_NO_LATER_THAN, day(3))).task("b", 9)
                .schedule();

        assertThat(start.lateSpan("a")).isEqualTo("3-4");
        assertThat(start.totalFloat("a")).isEqualTo(2);
        assertThat(finish.lateSpan("a")).isEqualTo("2-3");
        assertThat(finish.totalFloat("a")).isEqualTo(1);
        assertThat(finish.freeFloat("a")).isEqualTo(1);
    }

    @Test
    void aDateThatCannotBeKeptGivesNegativeFloatAlongTheChain() {
        var result = new Sketch().task("a", 4).task("b", 3, held(ConstraintType.FINISH_NO_LATER_THAN, day(5)))
                .task("c", 9).chain("a", "b").schedule();

        assertThat(result.span("b")).isEqualTo("5-7");
        assertThat(result.totalFloat("b")).isEqualTo(-2);
        assertThat(result.totalFloat("a")).isEqualTo(-2);
        assertThat(result.freeFloat("a")).isZero();
        assertThat(result.critical()).contains("a", "b");
    }

    @Test
    void mustStartOnWaitsForItsDayAndIsCritical() {
        var result = new Sketch().task("a", 2).task("b", 2, held(ConstraintType.MUST_START_ON, day(6))).task("c", 20)
                .chain("a", "b").schedule();

        assertThat(result.span("b")).isEqualTo("6-7");
        assertThat(result.critical()).contains("b").doesNotContain("a");
        assertThat(result.totalFloat("a")).isEqualTo(3);
    }

    @Test
    void mustFinishOnGivesWayToLinks() {
        var result = new Sketch().task("a", 6).task("b", 2, held(ConstraintType.MUST_FINISH_ON, day(5)))
                .chain("a", "b").schedule();

        assertThat(result.span("b")).isEqualTo("7-8");
        assertThat(result.totalFloat("b")).isEqualTo(-3);
    }

    @Test
    void mustStartOnADayOffStartsOnTheNextWorkingDay() {
        var result = new Sketch().calendar(WorkCalendar.mondayToFriday())
                .task("a", 2, held(ConstraintType.MUST_START_ON, day(6))).schedule();

        assertThat(result.span("a")).isEqualTo("8-9");
        assertThat(result.totalFloat("a")).isZero();
    }

    @Test
    void pinnedIgnoresLinksAndMakesItsPredecessorLate() {
        var result = new Sketch().task("a", 6).task("b", 2, held(ConstraintType.PINNED, day(4))).task("c", 9)
                .chain("a", "b").schedule();

        assertThat(result.span("b")).isEqualTo("4-5");
        assertThat(result.totalFloat("a")).isEqualTo(-3);
        assertThat(result.totalFloat("b")).isEqualTo(4);
    }

    @Test
    void pinnedMayLieBeforeTheProjectAndDrivesItsSuccessors() {
        var result = new Sketch().task("a", 3, held(ConstraintType.PINNED, day(-3))).task("b", 1).chain("a", "b")
                .schedule();

        assertThat(result.span("a")).isEqualTo("-3--1");
        assertThat(result.span("b")).isEqualTo("1-1");
        assertThat(result.schedule().start()).isEqualTo(day(-3));
    }

    @Test
    void asLateAsPossibleMovesUpToItsSuccessor() {
        var result = new Sketch().task("a", 9).task("order", 2, held(ConstraintType.AS_LATE_AS_POSSIBLE, null))
                .task("end", 1).chain("a", "end").chain("order", "end").schedule();

        assertThat(result.span("order")).isEqualTo("8-9");
        assertThat(result.schedule().finish()).isEqualTo(day(10));
        assertThat(result.totalFloat("order")).isZero();
    }

    /** Friday's approval must not slip over the weekend: a working day after it the plan ends. */
    @Test
    void milestonesAsLateAsPossibleKeepTheFinishAcrossDaysOff() {
        UnaryOperator<Activity> waiting = held(ConstraintType.AS_LATE_AS_POSSIBLE, null);
        var result = new Sketch().calendar(WorkCalendar.mondayToFriday()).start(day(3))
                .task("survey", 2, waiting).task("filed", 0, waiting).task("approved", 0, waiting)
                .task("told", 0, waiting).chain("survey", "filed")
                .elapsed("filed", FINISH_TO_FINISH, 1, "approved")
                .link("approved", FINISH_TO_FINISH, 1, "told").schedule();

        assertThat(result.span("survey")).isEqualTo("3-4");
        assertThat(result.span("approved")).isEqualTo("5-5");
        assertThat(result.span("told")).isEqualTo("8-8");
    }

    @Test
    void milestonesKeepADateWhereverInTheDayTheyLie() {
        var result = new Sketch().task("a", 5).task("opened", 0, held(ConstraintType.MUST_START_ON, day(5)))
                .task("closed", 0, held(ConstraintType.MUST_FINISH_ON, day(5)))
                .task("handed", 0, held(ConstraintType.FINISH_NO_LATER_THAN, day(5))).task("z", 8)
                .chain("a", "opened").chain("a", "closed").chain("a", "handed").schedule();

        for (String name : new String[] {"opened", "closed", "handed"}) {
            assertThat(result.span(name)).isEqualTo("5-5");
            assertThat(result.totalFloat(name)).isZero();
        }
    }

    @Test
    void milestonesWaitForTheirDate() {
        var result = new Sketch().task("go", 0, held(ConstraintType.START_NO_EARLIER_THAN, day(4))).task("a", 1)
                .task("pin", 0, held(ConstraintType.PINNED, day(9))).chain("go", "a").schedule();

        assertThat(result.span("go")).isEqualTo("4-4");
        assertThat(result.span("a")).isEqualTo("4-4");
        assertThat(result.span("pin")).isEqualTo("9-9");
    }
}
