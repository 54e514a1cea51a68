package city.renewal.schedule;

import static city.renewal.schedule.Sketch.day;
import static org.assertj.core.api.Assertions.assertThat;

import city.renewal.schedule.CrewClashes.Clash;
import city.renewal.schedule.CrewClashes.Kind;
import city.renewal.schedule.CrewClashes.Run;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/**
 * Two sections of 600 m. Time runs down, pipes before the road.
 * <pre>
 *          K0+000   K0+600   K1+200
 * day 1-4  pipes
 * day 5-8  road     pipes
 * day 9-12          road
 * </pre>
 */
class CrewClashesTest {

    private static final Run PIPES_1 = run(1, "pipes", 0, 600, 1, 4);
    private static final Run PIPES_2 = run(2, "pipes", 600, 1200, 5, 8);
    private static final Run ROAD_1 = run(3, "road", 0, 600, 5, 8);
    private static final Run ROAD_2 = run(4, "road", 600, 1200, 9, 12);

    private static Run run(long id, String crew, int from, int to, int start, int finish) {
        return new Run(id, crew, from, to, day(start), day(finish));
    }

    @Provide
    Arbitrary<List<Run>> runs() {
        return Arbitraries.randomValue(random -> {
            List<Run> runs = new ArrayList<>();
            for (int i = random.nextInt(9); i > 0; i--) {
                int from = random.nextInt(10) * 100;
                int start = 1 + random.nextInt(30);
                runs.add(run(i, "crew " + random.nextInt(3), from, from + 100 + random.nextInt(4) * 100, start,
                        start + random.nextInt(8)));
            }
            return runs;
        });
    }

    @Test
    void crewsThatFollowEachOtherDoNotClash() {
        assertThat(CrewClashes.find(List.of(ROAD_2, PIPES_1, ROAD_1, PIPES_2))).isEmpty();
    }

    @Test
    void twoCrewsInOneStretchAtATimeClashFromTheDayTheSecondComes() {
        Run early = run(5, "road", 0, 600, 4, 7);

        assertThat(CrewClashes.find(List.of(PIPES_1, early))).containsExactly(
                new Clash(Kind.SAME_TIME, PIPES_1, early, day(4), 0, 600));
    }

    @Test
    void onlyTheMetresInCommonAreMarked() {
        Run across = run(5, "lamps", 400, 900, 6, 6);

        assertThat(CrewClashes.find(List.of(PIPES_2, across))).singleElement().satisfies(clash -> {
            assertThat(clash.from()).isEqualTo(600);
            assertThat(clash.to()).isEqualTo(900);
        });
    }

    @Test
    void theRoadBeforeThePipesInOneOfThreeStretchesIsMarked() {
        Run road3 = run(5, "road", 1200, 1800, 13, 16);
        Run pipes3 = run(6, "pipes", 1200, 1800, 20, 24);

        assertThat(CrewClashes.find(List.of(PIPES_1, PIPES_2, ROAD_1, ROAD_2, road3, pipes3))).containsExactly(
                new Clash(Kind.ORDER_REVERSED, road3, pipes3, day(20), 1200, 1800));
    }

    @Test
    void aCrewDoesNotClashWithItself() {
        assertThat(CrewClashes.find(List.of(PIPES_1, run(7, "pipes", 0, 600, 2, 3)))).isEmpty();
    }

    @Property
    void clashesShareAPlaceAndTheirKindHolds(@ForAll("runs") List<Run> runs) {
        assertThat(CrewClashes.find(runs)).allSatisfy(clash -> {
            assertThat(clash.from()).isLessThan(clash.to());
            assertThat(clash.first().crew()).isNotEqualTo(clash.other().crew());
            assertThat(clash.first().sharesTime(clash.other())).isEqualTo(clash.kind() == Kind.SAME_TIME);
        });
    }

    @Property
    void theOrderOfTheInputDoesNotMatter(@ForAll("runs") List<Run> runs, @ForAll Random random) {
        List<Run> shuffled = new ArrayList<>(runs);
        Collections.shuffle(shuffled, random);

        assertThat(CrewClashes.find(shuffled)).isEqualTo(CrewClashes.find(runs));
    }
}
