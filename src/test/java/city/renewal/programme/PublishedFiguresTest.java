package city.renewal.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.renewal.project.Kind;
import city.renewal.project.Kinds;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class PublishedFiguresTest {

    @Test
    void has_the_published_compounds_with_their_source() {
        Indicator compounds = PublishedFigures.packed().of("compound").getFirst();

        assertThat(compounds.value()).isEqualByComparingTo("18");
        assertThat(compounds.counts()).isTrue();
        assertThat(compounds.source().zh()).isNotBlank();
    }

    @Test
    void names_only_measures_and_units_that_there_are() {
        Kinds kinds = Kinds.packed();
        for (Kind kind : kinds.all()) {
            for (Indicator indicator : PublishedFigures.packed().of(kind.id())) {
                assertThat(kinds.unit(indicator.unit()).zh()).isNotEqualTo(indicator.unit());
                assertThat(indicator.counts() || kind.measures().stream()
                        .anyMatch(measure -> measure.id().equals(indicator.measure()))).as(indicator.id()).isTrue();
            }
        }
    }

    @Test
    void refuses_a_figure_without_a_source() {
        String file = """
                indicators:
                  - {id: a, zh: a, en: a, value: 1, unit: m, source: nobody}
                """;

        assertThatThrownBy(() -> PublishedFigures.read(
                new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("source");
    }
}
