package city.renewal.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The demonstration comes to the published totals exactly, and nothing invented passes for published. */
class PublishedFiguresTest {

    /** The road, the greenway, two circles and two markets: the only ones whose names were published. */
    private static final Set<String> PUBLISHED_NAMES = Set.of("RD01", "GW01", "LC01", "LC02", "MK01", "MK02");
    /** Says "example" in every invented name. */
    private static final String EXAMPLE = "示";

    private final List<DemoProject> projects = DemoFixture.programme().on(DemoFixture.ORDINARY_DAY);

    @ParameterizedTest
    @CsvSource({"compound, 18", "road, 1", "greenway, 1", "living-circle, 14", "market, 5"})
    void hasThePublishedNumberOfProjects(String kind, int published) {
        assertThat(DemoFixture.ofKind(projects, kind)).hasSize(published);
    }

    @ParameterizedTest
    @CsvSource({"compound, area, 570000", "road, length, 6.6", "greenway, length, 7.7", "greenway, area, 480000",
            "pocket-park, area, 40000"})
    void measuresComeToThePublishedTotal(String kind, String measure, BigDecimal published) {
        assertThat(total(DemoFixture.ofKind(projects, kind), measure)).isEqualByComparingTo(published);
    }

    @ParameterizedTest
    @CsvSource({"handrail, HANDRAIL, 27000", "seats, SEATS, 13600"})
    void ageFriendlyWorksComeToThePublishedTotal(String measure, String code, BigDecimal published) {
        BigDecimal planned = projects.stream()
                .flatMap(project -> project.plan().tasks().stream()
                        .filter(task -> !DemoFixture.summaries(project).contains(task.key())))
                .filter(task -> task.input().code() != null && task.input().code().matches(code + "(-\\d+)?"))
                .map(task -> task.input().plannedQuantity())
                .reduce(BigDecimal.ZERO, BigDecimal::add);

        assertThat(total(projects.stream(), measure)).isEqualByComparingTo(published);
        assertThat(planned).isEqualByComparingTo(published);
    }

    private static BigDecimal total(Stream<DemoProject> projects, String measure) {
        return projects.flatMap(project -> project.project().measures().stream())
                .filter(found -> found.measure().equals(measure))
                .map(found -> found.amount())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    @Test
    void roadSectionsCoverTheLineWithoutGap() {
        DemoProject road = DemoFixture.ofKind(projects, "road").findFirst().orElseThrow();
        BigDecimal reached = BigDecimal.ZERO;
        for (var section : road.project().places()) {
            assertThat(section.chainageFrom()).isEqualByComparingTo(reached);
            reached = section.chainageTo();
        }
        assertThat(reached).isEqualByComparingTo("6600");
        assertThat(road.project().places().getFirst().name()).isEqualTo("K0+000–K0+600");
    }

    @Test
    void inventedNamesShowThatTheyAreExamples() {
        assertThat(projects)
                .filteredOn(project -> !PUBLISHED_NAMES.contains(project.project().code()))
                .isNotEmpty()
                .allMatch(project -> project.project().name().contains(EXAMPLE))
                .allMatch(project -> project.project().nameEn().toLowerCase(Locale.ROOT).contains("example"));
    }

    @Test
    void placesOfProjectsWithPublishedNamesAreNotInvented() {
        assertThat(projects)
                .filteredOn(project -> PUBLISHED_NAMES.contains(project.project().code()))
                .hasSize(PUBLISHED_NAMES.size())
                .allMatch(project -> project.project().street() == null && project.project().community() == null);
    }

    @Test
    void everyPartyIsPlainlyInvented() {
        assertThat(projects).flatMap(project -> project.project().parties())
                .allMatch(party -> party.organisation().startsWith(EXAMPLE))
                .allMatch(party -> party.phone() == null || party.phone().matches("022-0000-\\d{4}"));
    }

    @Test
    void everyProjectIsMarkedAsDemonstration() {
        assertThat(projects).allMatch(project -> project.project().demonstration());
    }
}
