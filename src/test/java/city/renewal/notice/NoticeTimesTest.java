package city.renewal.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lead times and night hours, over midnight, week-ends and changes of the clock. */
class NoticeTimesTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private final NoticeRules rules = NoticeRules.packed();

    private LeadTime lead(String kind) {
        return rules.find(kind).orElseThrow().lead();
    }

    @ParameterizedTest
    @CsvSource({
        // Twenty-four hours before one o’clock at night lie in the night before.
        "water, Asia/Shanghai, 2026-12-02T01:00, 2026-12-01T01:00",
        "gas,   Asia/Shanghai, 2026-12-02T01:00, 2026-11-30T01:00",
        // Seven days before a Monday is the Monday before, and the week-end between counts.
        "power, Asia/Shanghai, 2026-12-07T09:00, 2026-11-30T09:00",
        "power, Asia/Shanghai, 2027-01-02T00:00, 2026-12-26T00:00",
        // Clocks go forward on 29 March 2026 there: hours pass, days are those of the calendar.
        "water, Europe/Berlin, 2026-03-29T12:00, 2026-03-28T11:00",
        "power, Europe/Berlin, 2026-03-30T12:00, 2026-03-23T12:00",
        "power, Pacific/Kiritimati, 2026-12-07T09:00, 2026-11-30T09:00"})
    void are_counted_back_from_the_beginning(String kind, String zone, LocalDateTime begin, LocalDateTime due) {
        assertThat(lead(kind).due(begin.atZone(ZoneId.of(zone))).toLocalDateTime()).isEqualTo(due);
    }

    @Test
    void name_their_sources_and_are_not_made_up_where_none_is_known() {
        assertThat(rules.kinds()).hasSize(8).allSatisfy(kind -> assertThat(kind.name().en()).isNotBlank());
        assertThat(rules.kinds()).filteredOn(kind -> kind.lead() != null).extracting(NoticeKind::id)
                .containsExactly("water", "gas", "power");
        assertThat(lead("water").source().zh()).contains("城市供水条例");
        assertThat(lead("water").hours()).isEqualTo(24);
        assertThat(lead("power").days()).isEqualTo(7);
        assertThat(rules.night().source().zh()).contains("四十三");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-12-01T06:00, 2026-12-01T22:00, false, false",
        "2026-12-01T05:59, 2026-12-01T08:00, false, true",
        "2026-12-01T20:00, 2026-12-01T22:01, false, true",
        "2026-12-01T23:30, 2026-12-02T04:00, false, true",
        "2026-12-01T08:00, 2026-12-03T18:00, false, true",
        // Each day in the day is no night, whatever lies between.
        "2026-12-01T08:00, 2026-12-03T18:00, true,  false",
        "2026-12-01T08:00, 2026-12-03T22:30, true,  true",
        // Each evening into the morning after.
        "2026-12-01T23:00, 2026-12-04T05:00, true,  true",
        "2026-12-01T07:00, 2026-12-04T06:30, true,  true"})
    void tell_the_night(LocalDateTime from, LocalDateTime to, boolean daily, boolean night) {
        assertThat(span(from, to, daily).atNight(rules.night(), SHANGHAI)).isEqualTo(night);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-12-01T06:00, 2026-12-20T22:00, false, false",
        "2026-12-01T05:00, 2026-12-20T18:00, false, true",
        "2026-12-01T22:00, 2026-12-20T18:00, false, true",
        "2026-12-01T08:00, 2026-12-20T22:30, false, true",
        "2026-12-01T08:00, 2026-12-20T06:00, false, true",
        "2026-12-01T08:00, 2026-12-20T23:00, true,  true",
        // Whole days.
        "2026-12-01T00:00, 2026-12-20T00:00, false, false",
        "2026-12-01T00:00, 2026-12-20T23:59, false, false"})
    void tell_what_is_put_up_or_taken_away_at_night(LocalDateTime from, LocalDateTime to, boolean daily,
                                                    boolean night) {
        assertThat(span(from, to, daily).endsAtNight(rules.night(), SHANGHAI)).isEqualTo(night);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-12-10T08:00, 2026-12-10T17:00, false,",
        "2026-12-10T08:00, 2026-12-10T20:00, false,",
        "2026-12-10T08:00, 2026-12-12T17:00, false,",
        "2026-12-10T09:00, 2026-12-10T17:00, false, 2026-12-10T09:00",
        "2026-12-10T08:00, 2026-12-14T17:00, true,  2026-12-11T08:00"})
    void tell_what_begins_that_was_not_announced(LocalDateTime from, LocalDateTime to, boolean daily,
                                                 @Nullable LocalDateTime anew) {
        NoticeSpan announced = span(LocalDateTime.parse("2026-12-10T08:00"), LocalDateTime.parse("2026-12-10T17:00"),
                false);
        assertThat(span(from, to, daily).beginsAnew(announced, SHANGHAI)
                .map(begin -> begin.atZoneSameInstant(SHANGHAI).toLocalDateTime()))
                .isEqualTo(Optional.ofNullable(anew));
    }

    @Test
    void hold_on_the_days_of_the_zone_and_not_on_one_that_begins_at_their_end() {
        NoticeSpan span = span(LocalDateTime.parse("2026-12-01T20:00"), LocalDateTime.parse("2026-12-03T00:00"), false);

        assertThat(span.days(SHANGHAI)).containsExactly(LocalDate.parse("2026-12-01"), LocalDate.parse("2026-12-02"));
        assertThat(span.touches(LocalDate.parse("2026-12-03"), SHANGHAI)).isFalse();
        assertThat(span.days(ZoneId.of("Pacific/Kiritimati")))
                .containsExactly(LocalDate.parse("2026-12-02"), LocalDate.parse("2026-12-03"));
    }

    private static NoticeSpan span(LocalDateTime from, LocalDateTime to, boolean daily) {
        return new NoticeSpan(at(from), at(to), daily);
    }

    private static OffsetDateTime at(LocalDateTime time) {
        return ZonedDateTime.of(time, SHANGHAI).toOffsetDateTime();
    }
}
