package city.renewal.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import city.renewal.schedule.WorkCalendar;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HolidayCalendarsTest {

    private static final HolidayCalendars CALENDARS = HolidayCalendars.packed();
    private static final WorkCalendar OFFICE = CALENDARS.calendar("office");
    private static final WorkCalendar SITE = CALENDARS.calendar("site");

    @ParameterizedTest
    @CsvSource({
        "2022-12-31, new-year", "2023-01-22, spring-festival", "2023-09-29, mid-autumn-national",
        "2024-02-10, spring-festival", "2024-02-17, spring-festival", "2024-09-17, mid-autumn",
        "2025-01-28, spring-festival", "2025-10-01, mid-autumn-national", "2025-10-08, mid-autumn-national",
        "2026-02-15, spring-festival", "2026-02-23, spring-festival", "2026-10-07, national-day",
        "2027-02-06, spring-festival", "2027-06-09, dragon-boat", "2027-09-15, mid-autumn"})
    void holidaysAreOffEverywhere(LocalDate day, String holiday) {
        assertThat(CALENDARS.on(day)).hasValueSatisfying(found -> assertThat(found.id()).isEqualTo(holiday));
        assertThat(OFFICE.isWorking(day)).isFalse();
        assertThat(SITE.isWorking(day)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"2023-01-28", "2023-06-25", "2024-02-04", "2024-02-18", "2024-10-12", "2025-01-26", "2025-10-11",
        "2026-01-04", "2026-02-14", "2026-02-28", "2026-09-20"})
    void makeUpDaysAreWorkedInTheOffice(LocalDate weekend) {
        assertThat(weekend.getDayOfWeek().getValue()).isGreaterThan(5);
        assertThat(OFFICE.isWorking(weekend)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"2024-02-09", "2024-02-19", "2025-10-09", "2026-02-13", "2026-02-24"})
    void theWorkingDaysAroundAHolidayAreWorked(LocalDate day) {
        assertThat(OFFICE.isWorking(day)).isTrue();
        assertThat(SITE.isWorking(day)).isTrue();
    }

    /** Days off as the notices give them, counted in the year they fall into. */
    @ParameterizedTest
    @CsvSource({"2023, 249, 339", "2024, 251, 338", "2025, 248, 337", "2026, 248, 332", "2027, 254, 352"})
    void eachYearHasItsWorkingDays(int year, int office, int site) {
        LocalDate first = LocalDate.of(year, 1, 1);
        LocalDate last = LocalDate.of(year, 12, 31);

        assertThat(OFFICE.workingDays(first, last)).isEqualTo(office);
        assertThat(SITE.workingDays(first, last)).isEqualTo(site);
    }

    @ParameterizedTest
    @CsvSource({"2023, 7", "2024, 8", "2025, 5", "2026, 6", "2027, 0"})
    void eachYearHasItsMakeUpDays(int year, int days) {
        assertThat(CALENDARS.years()).filteredOn(each -> each.year() == year).singleElement()
                .satisfies(each -> assertThat(each.holidays().stream().mapToInt(holiday -> holiday.makeUp().size()).sum())
                        .isEqualTo(days));
    }

    @Test
    void everyMakeUpDayFallsOnAWeekend() {
        assertThat(CALENDARS.years()).flatMap(HolidayCalendars.Year::holidays)
                .flatMap(HolidayCalendars.Holiday::makeUp)
                .allMatch(day -> day.getDayOfWeek().getValue() > 5);
    }

    @Test
    void onlyYearsWithANoticeArePublished() {
        assertThat(CALENDARS.isPublished(2026)).isTrue();
        assertThat(CALENDARS.isPublished(2027)).isFalse();
        assertThat(CALENDARS.isPublished(2031)).isFalse();
        assertThat(CALENDARS.years()).allSatisfy(year -> assertThat(year.source()).isNotBlank());
    }

    @Test
    void aCalendarMayKeepSomeHolidaysOnly() {
        HolidayCalendars read = read("""
                holidays: {spring: {zh: s, en: s}, autumn: {zh: a, en: a}}
                years:
                  2026:
                    source: notice
                    days-off:
                      - {holiday: spring, from: 2026-02-16, to: 2026-02-18}
                      - {holiday: autumn, from: 2026-09-25, to: 2026-09-25}
                calendars:
                  crew: {zh: c, en: c, week: [monday, tuesday], keeps: [spring], make-up-days: false}
                """);

        assertThat(read.calendar("crew").isWorking(LocalDate.of(2026, 2, 16))).isFalse();
        assertThat(read.calendar("crew").exceptions()).doesNotContainKey(LocalDate.of(2026, 9, 25));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            from: 2026-02-16         | from: 2026-02-30 | my.yaml: 2026, spring: '2026-02-30' is not a date such as 2026-10-01
            to: 2026-02-18           | to: 2026-02-15   | my.yaml: 2026, spring: ends on 2026-02-15 before it begins on 2026-02-16
            2026-02-16, to           | 2062-02-16, to   | my.yaml: 2026, spring: 2062-02-16 does not belong to the year
            make-up: [2026-02-28]    | make-up: [2026-02-17] | my.yaml: 2026, spring: 2026-02-17 is listed before, with 2026, spring
            holiday: spring          | holiday: summer  | my.yaml: 2026, summer: is not among the holidays, which are [spring]
            source: notice           | origin: notice   | my.yaml: 2026: lacks 'source'
            keeps: all               | keeps: [winter]  | my.yaml: calendar crew: keeps 'winter', which is not among the holidays
            week: [monday]           | week: [mon]      | my.yaml: calendar crew: 'mon' is no day of the week
            week: [monday]           | week: []         | my.yaml: calendar crew: has a week without a working day
            make-up-days: true       | make-up-days: yes please | my.yaml: calendar crew: 'make-up-days' must be true or false
            years:                   | annals:          | my.yaml: years: must be a list of names with values
            """)
    void saysInOneLineWhatIsWrong(String right, String wrong, String message) {
        String file = """
                holidays: {spring: {zh: s, en: s}}
                years:
                  2026:
                    source: notice
                    days-off:
                      - {holiday: spring, from: 2026-02-16, to: 2026-02-18, make-up: [2026-02-28]}
                calendars:
                  crew: {zh: c, en: c, week: [monday], keeps: all, make-up-days: true}
                """;
        assertThat(read(file).years()).hasSize(1);

        assertThatIllegalArgumentException().isThrownBy(() -> read(file.replace(right, wrong))).withMessage(message);
    }

    @Test
    void saysWhereTheYamlBreaks(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("broken.yaml"), "holidays:\n  a: [1\nyears: {}\n");

        assertThatIllegalArgumentException().isThrownBy(() -> HolidayCalendars.read(file))
                .withMessageStartingWith("broken.yaml: line 3: ").withMessageNotContaining("\n");
        assertThatIllegalArgumentException().isThrownBy(() -> read("")).withMessage("my.yaml: the file: is empty");
    }

    @Test
    void anUnknownCalendarIsRefusedWithThoseThereAre() {
        assertThatIllegalArgumentException().isThrownBy(() -> CALENDARS.calendar("school"))
                .withMessage("No calendar 'school', only [site, office]");
    }

    private static HolidayCalendars read(String yaml) {
        return HolidayCalendars.read(new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)), "my.yaml");
    }
}
