package city.renewal.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ErrorPagesTest {

    @ParameterizedTest
    @CsvSource({"/m/26-312527/eqDNkYt1r, /m/…", "/queue/rt_abc.ics, /queue/…", "/mail/leave/abc, /mail/…",
        "/n/C01/B01/2, /n/C01/B01/2", "/machines/x, /machines/x"})
    void the_log_of_a_failure_has_the_path_without_its_key(String path, String logged) {
        assertThat(ErrorPages.withoutKey(path)).isEqualTo(logged);
    }
}
