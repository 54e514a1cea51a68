package city.renewal.base.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CallersTest {

    @Test
    void whoever_changes_the_end_of_an_address_of_ipv6_stays_the_same_caller() {
        assertThat(Callers.of("2001:db8:1:2::1")).isEqualTo(Callers.of("[2001:DB8:1:2:ffff:ffff:ffff:ffff]"))
                .isNotEqualTo(Callers.of("2001:db8:1:3::1"));
        assertThat(Callers.of("::ffff:203.0.113.9")).isEqualTo("203.0.113.9");
    }

    @ParameterizedTest
    @ValueSource(strings = {"203.0.113.9", "", "unknown", "unknown:1", ":::::", "fe80::1%eth0", "12345::"})
    void everything_else_is_itself(String address) {
        assertThat(Callers.of(address)).isEqualTo(address);
    }
}
