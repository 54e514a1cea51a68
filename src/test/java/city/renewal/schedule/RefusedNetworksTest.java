package city.renewal.schedule;

import static city.renewal.schedule.LinkType.FINISH_TO_FINISH;
import static city.renewal.schedule.LinkType.START_TO_START;
import static city.renewal.schedule.Sketch.actual;
import static city.renewal.schedule.Sketch.day;
import static city.renewal.schedule.Sketch.held;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class RefusedNetworksTest {

    @Test
    void aRingIsNamedInTheOrderOfItsLinks() {
        Sketch ring = new Sketch().task("out", 1).task("a", 1).task("b", 1).task("c", 1).task("d", 1)
                .chain("out", "a", "b", "c", "a").chain("c", "d");

        assertThat(cycleOf(ring)).containsExactly("a", "b", "c");
        assertThat(catchCycle(ring.network())).hasMessage("Cycle: a → b → c");
    }

    @Test
    void linksOfDifferentEndsCloseARingToo() {
        Sketch ring = new Sketch().task("a", 1).task("b", 1)
                .link("a", START_TO_START, 0, "b").link("b", FINISH_TO_FINISH, 0, "a");

        assertThat(cycleOf(ring)).containsExactly("a", "b");
    }

    @Test
    void aTaskLinkedWithItself() {
        assertThat(cycleOf(new Sketch().task("a", 1).chain("a", "a"))).containsExactly("a");
    }

    @Test
    void aRingThroughASummary() {
        Sketch ring = new Sketch().task("S", 0).task("a", 1).task("b", 1).task("c", 1).under("S", "a", "b")
                .chain("a", "b").chain("S", "c", "a");

        assertThat(cycleOf(ring)).containsExactly("S", "c", "a");
    }

    @Test
    void twoSummariesThatWaitForEachOther() {
        Sketch ring = new Sketch().task("S", 0).task("T", 0).task("a", 1).task("b", 1)
                .under("S", "a").under("T", "b").chain("S", "T", "S");

        assertThat(cycleOf(ring)).containsExactly("S", "T");
    }

    @Test
    void aTaskLinkedWithItsOwnSummary() {
        for (LinkType type : LinkType.values()) {
            Sketch up = new Sketch().task("S", 0).task("T", 0).task("a", 1).task("b", 1).under("S", "T", "b")
                    .under("T", "a").link("a", type, 0, "S");
            Sketch down = new Sketch().task("S", 0).task("T", 0).task("a", 1).task("b", 1).under("S", "T", "b")
                    .under("T", "a").link("S", type, 0, "a");

            assertThat(cycleOf(up)).as("up by %s", type).contains("S", "a");
            assertThat(cycleOf(down)).as("down by %s", type).contains("S", "a");
        }
    }

    @Test
    void summariesInsideEachOther() {
        assertThat(cycleOf(new Sketch().task("S", 0).task("T", 0).under("S", "T").under("T", "S")))
                .containsExactly("S", "T");
        assertThat(cycleOf(new Sketch().task("S", 0).under("S", "S"))).containsExactly("S");
    }

    @Test
    void theCycleNamedDoesNotDependOnTheOrderOfTheInput() {
        Network tangle = new Sketch().task("a", 1).task("b", 1).task("c", 1).task("d", 1).task("e", 1)
                .chain("a", "b", "c", "a").chain("b", "d", "e", "b").chain("e", "a").network();
        List<Activity> activities = new ArrayList<>(tangle.activities());
        List<Link> links = new ArrayList<>(tangle.links());
        Collections.reverse(activities);
        Collections.reverse(links);
        Network turned = new Network(tangle.start(), null, tangle.calendar(), activities, links);

        assertThat(catchCycle(turned).along()).isEqualTo(catchCycle(tangle).along());
    }

    @Test
    void aRingOfAHundredThousandIsFound() {
        List<Activity> activities = new ArrayList<>();
        List<Link> links = new ArrayList<>();
        int count = 100_000;
        for (int i = 0; i < count; i++) {
            activities.add(Activity.of(i, null, "T" + i, WorkingTime.days(1)));
            links.add(Link.finishToStart(i, (i + 1) % count));
        }
        Network ring = new Network(Sketch.MONDAY, null, WorkCalendar.everyDay(), activities, links);

        assertThat(catchCycle(ring).along()).hasSize(count).startsWith(activities.get(0), activities.get(1));
    }

    @Test
    void unknownIdsAreNamed() {
        refused(new Network(Sketch.MONDAY, null, WorkCalendar.everyDay(), List.of(), List.of(Link.finishToStart(1, 2))),
                "The link from 1 to 2 names an unknown activity 1");
        refused(networkOf(Activity.of(1, 7L, "a", 480)), "Activity 1 belongs to an unknown activity 7");
        refused(networkOf(Activity.of(1, null, "a", 480), Activity.of(1, null, "b", 480)), "Two activities with id 1");
    }

    @Test
    void impossibleFiguresAreNamed() {
        Activity a = Activity.of(1, null, "a", 480);
        refused(networkOf(Activity.of(1, null, "a", -1)), "Activity 1 (a) has a negative duration");
        refused(networkOf(Sketch.begun(day(1), -1).apply(a)), "Activity 1 (a) has a negative remaining duration");
        refused(networkOf(held(ConstraintType.MUST_START_ON, null).apply(a)),
                "Activity 1 (a) needs a date for its constraint MUST_START_ON");
        String reversed = "Activity 1 (a) has an actual finish before its actual start";
        refused(networkOf(actual(day(2), day(1)).apply(a)), reversed);
        refused(networkOf(actual(null, day(1)).apply(a)), reversed);
    }

    @Test
    void aPlanForMillionsOfYearsIsRefused() {
        Activity endless = new Activity(1, null, "a", Integer.MAX_VALUE, null, ConstraintType.START_NO_EARLIER_THAN,
                LocalDate.MAX.minusYears(1), null, null, null);
        refused(networkOf(endless), "The plan would last for millions of years");
    }

    private static void refused(Network network, String message) {
        assertThatIllegalArgumentException().isThrownBy(() -> new CriticalPathScheduler().schedule(network))
                .withMessage(message);
    }

    private static Network networkOf(Activity... activities) {
        return new Network(Sketch.MONDAY, null, WorkCalendar.everyDay(), List.of(activities), List.of());
    }

    private static List<String> cycleOf(Sketch sketch) {
        return catchCycle(sketch.network()).along().stream().map(Activity::name).toList();
    }

    private static CycleException catchCycle(Network network) {
        return catchThrowableOfType(CycleException.class, () -> new CriticalPathScheduler().schedule(network));
    }
}
