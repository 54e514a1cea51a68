package city.renewal.base;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class CsvTextTest {

    private static String csv(String... cells) {
        return new String(new CsvText().row(List.of(cells)).bytes(), StandardCharsets.UTF_8);
    }

    @Test
    void begins_with_the_mark_and_ends_lines_as_the_standard_does() {
        assertThat(csv("a", "b")).isEqualTo("\ufeffa,b\r\n");
    }

    @Test
    void quotes_what_would_break_a_line() {
        assertThat(csv("1,5", "say \"hi\"", "two\nlines")).isEqualTo("\ufeff\"1,5\",\"say \"\"hi\"\"\",\"two\nlines\"\r\n");
    }

    @Test
    void gives_formulas_as_text_and_numbers_as_numbers() {
        assertThat(csv("=1+1", "-2.5", "-cmd", "@x")).isEqualTo("\ufeff'=1+1,-2.5,'-cmd,'@x\r\n");
    }
}
