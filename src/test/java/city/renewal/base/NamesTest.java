package city.renewal.base;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class NamesTest {

    private final Messages messages = new Messages();

    @Test
    void calls_a_street_by_its_english_name_for_those_who_read_english() {
        assertThat(messages.name(Locale.ENGLISH, "越秀路街")).isEqualTo("Yuexiu Road Subdistrict");
        assertThat(messages.name(Locale.SIMPLIFIED_CHINESE, "越秀路街")).isEqualTo("越秀路街");
    }

    @Test
    void puts_a_name_together_from_its_parts() {
        assertThat(messages.name(Locale.ENGLISH, "示例7社区居委会"))
                .isEqualTo("Residents’ committee, Example community 7");
    }

    @Test
    void calls_a_crew_after_its_work() {
        assertThat(messages.name(Locale.ENGLISH, "外墙涂料班组")).isEqualTo("Façade paint crew");
    }

    @Test
    void leaves_what_it_does_not_know() {
        assertThat(messages.name(Locale.ENGLISH, "First Builders")).isEqualTo("First Builders");
        assertThat(Names.of("李某某").en()).isNull();
    }
}
