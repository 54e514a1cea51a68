package city.renewal.schedule;

import static city.renewal.schedule.LinkType.FINISH_TO_FINISH;
import static city.renewal.schedule.LinkType.FINISH_TO_START;
import static city.renewal.schedule.LinkType.START_TO_START;
import static city.renewal.schedule.Sketch.actual;
import static city.renewal.schedule.Sketch.day;
import static city.renewal.schedule.Sketch.held;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SummariesTest {

    @Test
    void rollsUpItsWorkAndIgnoresItsOwnLengthAndConstraint() {
        var result = new Sketch().task("S", 99, held(ConstraintType.PINNED, day(50))).task("a", 2).task("b", 3)
                .task("z", 9).under("S", "a", "b").chain("a", "b").schedule();

        assertThat(result.span("S")).isEqualTo("1-5");
        assertThat(result.lateSpan("S")).isEqualTo("5-9");
        assertThat(result.totalFloat("S")).isEqualTo(4);
        assertThat(result.critical()).containsExactly("z");
    }

    @Test
    void aLinkIntoASummaryHoldsBackAllBelow() {
        var result = new Sketch().task("gate", 3).task("S", 0).task("T", 0).task("a", 2).task("b", 1).task("c", 1)
                .under("S", "a", "T").under("T", "b", "c").chain("gate", "S").chain("b", "c").schedule();

        assertThat(result.span("a")).isEqualTo("4-5");
        assertThat(result.span("b")).isEqualTo("4-4");
        assertThat(result.span("T")).isEqualTo("4-5");
        assertThat(result.totalFloat("gate")).isZero();
    }

    @Test
    void aLinkOutOfASummaryWaitsForAllBelow() {
        var result = new Sketch().task("S", 0).task("a", 2).task("b", 4).task("next", 1).under("S", "a", "b")
                .link("S", FINISH_TO_START, 1, "next").schedule();

        assertThat(result.span("next")).isEqualTo("6-6");
        assertThat(result.totalFloat("a")).isEqualTo(2);
        assertThat(result.freeFloat("a")).isEqualTo(2);
        assertThat(result.critical()).containsExactly("S", "b", "next");
    }

    @Test
    void aSummaryStartsWithItsFirstWork() {
        var result = new Sketch().task("gate", 2).task("S", 0).task("a", 9).task("b", 4).task("next", 20)
                .under("S", "a", "b").chain("gate", "a").link("S", START_TO_START, 1, "next").schedule();

        assertThat(result.span("S")).isEqualTo("1-11");
        assertThat(result.span("next")).isEqualTo("2-21");
        assertThat(result.totalFloat("b")).isZero();
        assertThat(result.totalFloat("a")).isEqualTo(10);
    }

    @Test
    void aLinkToTheFinishOfASummaryHoldsItsEndAndWhatFollows() {
        var result = new Sketch().task("survey", 6).task("S", 0).task("a", 2).task("next", 1).under("S", "a")
                .link("survey", FINISH_TO_FINISH, 1, "S").chain("S", "next").schedule();

        assertThat(result.span("a")).isEqualTo("1-2");
        assertThat(result.span("S")).isEqualTo("1-7");
        assertThat(result.span("next")).isEqualTo("8-8");
        assertThat(result.totalFloat("survey")).isZero();
    }

    @Test
    void summaryToSummary() {
        var result = new Sketch().task("S", 0).task("a", 2).task("T", 0).task("b", 3).task("c", 1)
                .under("S", "a").under("T", "b", "c").chain("S", "T").schedule();

        assertThat(result.span("T")).isEqualTo("3-5");
        assertThat(result.span("c")).isEqualTo("3-3");
    }

    @Test
    void aSummaryOfDoneWorkIsNotCritical() {
        var result = new Sketch().status(day(3)).task("S", 0).task("a", 2, actual(day(1), day(2))).task("b", 2)
                .under("S", "a").schedule();

        assertThat(result.span("S")).isEqualTo("1-2");
        assertThat(result.critical()).containsExactly("b");
    }
}
