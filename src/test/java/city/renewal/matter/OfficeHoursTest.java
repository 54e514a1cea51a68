package city.renewal.matter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.renewal.base.YamlNode;
import city.renewal.plan.HolidayCalendars;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When an answer is due, by the office calendar of China: 08:30 to 12:00 and 14:00 to 18:00. */
class OfficeHoursTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private final OfficeHours hours = MatterRules.packed(HolidayCalendars.packed()).hours();

    @ParameterizedTest
    @CsvSource({
            // An ordinary Tuesday.
            "2026-11-24T09:00, 2h, 2026-11-24T11:00",
            // Over noon, when nobody works.
            "2026-11-24T11:00, 2h, 2026-11-24T15:00",
            // Over the evening, and over the weekend.
            "2026-11-24T17:00, 2h, 2026-11-25T09:30",
            "2026-11-27T17:00, 2h, 2026-11-30T09:30",
            "2026-11-28T03:00, 4h, 2026-11-30T14:30",
            // Longer than a day of seven and a half hours.
            "2026-11-24T08:30, 8h, 2026-11-25T09:00",
            // Days after the day on which it came, whatever the hour; the last ends at six.
            "2026-11-24T00:10, 1d, 2026-11-25T18:00",
            "2026-11-24T23:50, 1d, 2026-11-25T18:00",
            "2026-11-27T10:00, 3d, 2026-12-02T18:00",
            // The National Day of 2026: off from 1 to 7 October; the Saturday after is worked.
            "2026-09-30T17:00, 2h, 2026-10-08T09:30",
            "2026-09-30T10:00, 3d, 2026-10-10T18:00",
            // The Sunday before is worked too.
            "2026-09-18T10:00, 1d, 2026-09-20T18:00",
            // Spring Festival.
            "2026-02-14T17:30, 1h, 2026-02-24T09:00"
    })
    void counts_working_hours_and_days(LocalDateTime began, String limit, LocalDateTime due) {
        assertThat(hours.end(began.atZone(SHANGHAI), TimeLimit.parse(limit, false), SHANGHAI).toLocalDateTime())
                .isEqualTo(due);
    }

    @ParameterizedTest
    @CsvSource({
            "2026-10-01T23:00, 2h, 2026-10-02T01:00",
            "2026-10-01T23:00, 1d, 2026-10-02T23:59"
    })
    void counts_every_hour_for_what_cannot_wait(LocalDateTime began, String limit, LocalDateTime due) {
        assertThat(hours.end(began.atZone(SHANGHAI), TimeLimit.parse(limit, true), SHANGHAI).toLocalDateTime())
                .isEqualTo(due);
    }

    @Test
    void takes_the_hours_of_the_configured_zone_wherever_the_report_comes_from() {
        ZonedDateTime began = ZonedDateTime.of(2026, 11, 24, 9, 0, 0, 0, SHANGHAI);

        assertThat(hours.end(began.withZoneSameInstant(ZoneId.of("Pacific/Kiritimati")), TimeLimit.parse("2h", false),
                SHANGHAI).toInstant()).isEqualTo(began.plusHours(2).toInstant());
    }

    @Test
    void loses_no_hour_when_clocks_change() {
        ZoneId berlin = ZoneId.of("Europe/Berlin");
        ZonedDateTime friday = ZonedDateTime.of(2026, 3, 27, 17, 0, 0, 0, berlin);

        assertThat(hours.end(friday, TimeLimit.parse("2h", false), berlin).toLocalDateTime())
                .isEqualTo(LocalDateTime.of(2026, 3, 30, 9, 30));
        assertThat(hours.end(ZonedDateTime.of(2026, 3, 29, 1, 0, 0, 0, berlin), TimeLimit.parse("2h", true), berlin)
                .toLocalDateTime()).isEqualTo(LocalDateTime.of(2026, 3, 29, 4, 0));
    }

    @Test
    void refuses_rules_that_cannot_be_kept() {
        assertThatThrownBy(() -> read("90d")).hasMessageContaining("leak").hasMessageContaining("more than 60 days");
        assertThatThrownBy(() -> read("soon")).hasMessageContaining("leak").hasMessageContaining("2h or 3d");
        assertThatThrownBy(() -> OfficeHours.Span.parse("12:00-08:00")).hasMessageContaining("ends before it begins");
        assertThat(read("3d").kind("leak").source()).isEqualTo("our own");
    }

    @Test
    void names_a_source_for_every_kind() {
        assertThat(MatterRules.packed(HolidayCalendars.packed()).kinds()).isNotEmpty()
                .allSatisfy(kind -> assertThat(kind.source()).isNotBlank())
                .anySatisfy(kind -> assertThat(kind.dispute()).isTrue());
    }

    private static MatterRules read(String answer) {
        return MatterRules.read(YamlNode.of("rules", Map.of(
                "hours", Map.of("calendar", "office", "spans", List.of("08:00-12:00")),
                "longest-days", 60, "own", "our own",
                "kinds", Map.of("leak", Map.of("zh", "Leak", "take", "2h", "answer", answer)))),
                HolidayCalendars.packed());
    }
}
