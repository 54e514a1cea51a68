package city.renewal.schedule;

import static city.renewal.schedule.Sketch.day;
import static org.assertj.core.api.Assertions.assertThat;

import city.renewal.schedule.Driver.Kind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** Day 1 is a Monday; day 6 and 7 are a weekend. */
class DriversTest {

    private static final WorkCalendar WEEK = WorkCalendar.mondayToFriday();

    @Provide
    Arbitrary<Network> wholeDays() {
        return Networks.wholeDays();
    }

    @Provide
    Arbitrary<Network> anyShape() {
        return Networks.anyShape();
    }

    @Test
    void theLaterOfTwoPredecessorsDrives() {
        Sketch sketch = new Sketch().task("scaffold", 3).task("windows", 5).task("insulation", 2)
                .chain("scaffold", "insulation").chain("windows", "insulation");

        assertThat(drivers(sketch, "insulation")).singleElement().satisfies(driver -> {
            assertThat(driver.kind()).isEqualTo(Kind.LINK);
            assertThat(driver.from()).isEqualTo(sketch.id("windows"));
            assertThat(driver.allows()).isEqualTo(day(6));
            assertThat(driver.daysOff()).isEmpty();
        });
        assertThat(kinds(sketch, "windows")).containsExactly(Kind.PROJECT_START);
    }

    @Test
    void daysOffBetweenCauseAndStartAreNamed() {
        Sketch sketch = new Sketch().calendar(WEEK).task("a", 5).task("b", 1).chain("a", "b");

        Driver driver = drivers(sketch, "b").getFirst();

        assertThat(driver.allows()).isEqualTo(day(6));
        assertThat(driver.daysOff()).containsExactly(day(6), day(7));
        assertThat(driver.starts()).isEqualTo(day(8));
    }

    @Test
    void daysOffAfterALagAreNamedAndThoseWithinItAreNot() {
        Sketch sketch = new Sketch().calendar(WEEK).task("a", 3).task("b", 1)
                .link("a", LinkType.FINISH_TO_START, 2, "b")
                .task("c", 4).task("d", 1).link("c", LinkType.FINISH_TO_START, 2, "d");

        assertThat(drivers(sketch, "b").getFirst().daysOff()).containsExactly(day(6), day(7));
        assertThat(drivers(sketch, "d").getFirst().daysOff()).isEmpty();
    }

    @Test
    void aDateSetByHandDrivesWhereItComesLater() {
        Sketch sketch = new Sketch().task("a", 3)
                .task("b", 1, Sketch.held(ConstraintType.START_NO_EARLIER_THAN, day(9))).chain("a", "b");

        assertThat(kinds(sketch, "b")).containsExactly(Kind.CONSTRAINT);
    }

    @Test
    void allThatHoldTheSameDayAreNamed() {
        Sketch sketch = new Sketch().task("a", 3).task("c", 3)
                .task("b", 1, Sketch.held(ConstraintType.START_NO_EARLIER_THAN, day(4))).chain("a", "b").chain("c", "b");

        assertThat(kinds(sketch, "b")).containsExactly(Kind.CONSTRAINT, Kind.LINK, Kind.LINK);
    }

    @Test
    void aFinishToFinishLinkDrives() {
        Sketch sketch = new Sketch().task("a", 8).task("b", 2).link("a", LinkType.FINISH_TO_FINISH, 0, "b");

        assertThat(drivers(sketch, "b")).singleElement().satisfies(driver -> {
            assertThat(driver.link()).isEqualTo(new Link(sketch.id("a"), sketch.id("b"), LinkType.FINISH_TO_FINISH, 0,
                    false));
            assertThat(driver.starts()).isEqualTo(day(7));
        });
    }

    @Test
    void aLinkIntoASummaryHoldsTheWorkBelow() {
        Sketch sketch = new Sketch().task("a", 3).task("group", 0).task("b", 1).under("group", "b").chain("a", "group");

        assertThat(drivers(sketch, "b")).singleElement()
                .satisfies(driver -> assertThat(driver.link()).isEqualTo(
                        Link.finishToStart(sketch.id("a"), sketch.id("group"))));
        assertThat(drivers(sketch, "group")).singleElement().satisfies(driver -> {
            assertThat(driver.kind()).isEqualTo(Kind.FIRST_TASK);
            assertThat(driver.from()).isEqualTo(sketch.id("b"));
        });
    }

    @Test
    void workUnderWayBeganOnAFactAndGoesOnAfterTheStatusDate() {
        Sketch sketch = new Sketch().status(day(4)).task("a", 6, Sketch.begun(day(2), 3)).task("b", 2).chain("a", "b");
        Drivers drivers = Drivers.of(sketch.network());

        assertThat(kinds(sketch, "a")).containsExactly(Kind.ACTUAL_START);
        assertThat(drivers.ofRest(sketch.id("a"))).extracting(Driver::kind).containsExactly(Kind.STATUS_DATE);
        assertThat(drivers.ofRest(sketch.id("b"))).isEmpty();
    }

    @Test
    void workBegunOutOfSequenceWaitsForItsPredecessorWithTheRest() {
        Sketch sketch = new Sketch().status(day(4)).task("a", 8, Sketch.begun(day(1), 4))
                .task("b", 4, Sketch.begun(day(3), 2)).chain("a", "b");

        assertThat(Drivers.of(sketch.network()).ofRest(sketch.id("b"))).singleElement()
                .satisfies(driver -> assertThat(driver.from()).isEqualTo(sketch.id("a")));
    }

    @Test
    void workDoneAsLateAsPossibleWaitsForTheFinish() {
        Sketch sketch = new Sketch().task("long", 9)
                .task("late", 2, Sketch.held(ConstraintType.AS_LATE_AS_POSSIBLE, null));

        assertThat(kinds(sketch, "late")).containsExactly(Kind.AS_LATE_AS_POSSIBLE);
    }

    @Test
    void theChainLeadsFromTheStartToTheFinishThroughSummaries() {
        Sketch sketch = new Sketch().task("a", 3).task("group", 0).task("b", 4).task("c", 1).task("done", 0)
                .under("group", "b", "c").chain("a", "group", "done");

        assertThat(Drivers.of(sketch.network()).chain()).extracting(Drivers.Step::id)
                .containsExactly(sketch.id("a"), sketch.id("b"), sketch.id("done"));
    }

    @Test
    void pathsWithTheSameFloatHangTogetherByTheirLinks() {
        Sketch sketch = new Sketch().task("a", 5).task("b", 5).task("c", 3).task("d", 4).task("e", 1)
                .chain("a", "b").chain("c", "d").task("far", 1);
        Network network = sketch.network();

        List<FloatPath> paths = FloatPath.of(network, new CriticalPathScheduler().schedule(network), 5);

        assertThat(paths).containsExactly(
                new FloatPath(0, List.of(sketch.id("a"), sketch.id("b"))),
                new FloatPath(3, List.of(sketch.id("c"), sketch.id("d"))));
    }

    /** What is named holds the start: without all of it, the work begins earlier. */
    @Property(tries = 300)
    void withoutItsDriversEveryActivityStartsEarlier(@ForAll("wholeDays") Network network) {
        Schedule schedule = new CriticalPathScheduler().schedule(network);
        Drivers drivers = Drivers.of(network);
        for (Activity activity : network.activities()) {
            List<Driver> named = drivers.ofStart(activity.id());

            assertThat(named).as("drivers of %s", activity).isNotEmpty();
            assertThat(named).allSatisfy(driver ->
                    assertThat(driver.starts()).isEqualTo(schedule.of(activity.id()).start()));
            assertThat(new CriticalPathScheduler().schedule(without(network, named)).of(activity.id()).start())
                    .as("start of %s without %s", activity, named)
                    .isBefore(schedule.of(activity.id()).start());
        }
    }

    /** What is not named holds nothing: without it, the start stays. */
    @Property(tries = 300)
    void withoutOtherLinksEveryActivityStartsOnTheSameDay(@ForAll("wholeDays") Network network) {
        Schedule schedule = new CriticalPathScheduler().schedule(network);
        Drivers drivers = Drivers.of(network);
        for (Activity activity : network.activities()) {
            Set<Long> named = drivers.ofStart(activity.id()).stream().map(Driver::from).collect(Collectors.toSet());
            List<Link> kept = network.links().stream()
                    .filter(link -> link.successor() != activity.id() || named.contains(link.predecessor()))
                    .toList();

            assertThat(new CriticalPathScheduler().schedule(with(network, network.start(), kept))
                    .of(activity.id()).start()).isEqualTo(schedule.of(activity.id()).start());
        }
    }

    @Property(tries = 300)
    void everyActivityHasADriverAndDaysOffAreNotWorked(@ForAll("anyShape") Network network) {
        Drivers drivers = Drivers.of(network);
        Set<Long> summaries = network.activities().stream().map(Activity::parent).collect(Collectors.toSet());
        for (Activity activity : network.activities()) {
            WorkCalendar own = activity.calendar() == null ? network.calendar() : activity.calendar();

            assertThat(drivers.ofStart(activity.id())).isNotEmpty();
            if (!summaries.contains(activity.id())) {
                assertThat(drivers.ofStart(activity.id())).flatExtracting(Driver::daysOff)
                        .allSatisfy(off -> assertThat(own.isWorking((LocalDate) off)).isFalse());
            }
        }
        assertThat(drivers.chain()).isNotEmpty();
    }

    private static Network without(Network network, List<Driver> named) {
        List<Link> kept = new ArrayList<>(network.links());
        named.forEach(driver -> kept.removeIf(link -> same(link, driver.link())));
        boolean start = named.stream().map(Driver::kind).anyMatch(Kind.PROJECT_START::equals);
        return with(network, start ? network.start().minusDays(30) : network.start(), kept);
    }

    /** A link without lag counts no days, whichever it was to count. */
    private static boolean same(Link link, Link named) {
        Function<Link, Boolean> elapsed = each -> each.elapsedLag() && each.lagMinutes() != 0;
        return named != null && link.predecessor() == named.predecessor() && link.successor() == named.successor()
                && link.type() == named.type() && link.lagMinutes() == named.lagMinutes()
                && elapsed.apply(link).equals(elapsed.apply(named));
    }

    private static Network with(Network network, LocalDate start, List<Link> links) {
        return new Network(start, network.statusDate(), network.calendar(), network.activities(), links);
    }

    private static List<Driver> drivers(Sketch sketch, String name) {
        return Drivers.of(sketch.network()).ofStart(sketch.id(name));
    }

    private static List<Kind> kinds(Sketch sketch, String name) {
        return drivers(sketch, name).stream().map(Driver::kind).toList();
    }
}
