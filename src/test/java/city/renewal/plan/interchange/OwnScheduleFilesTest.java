package city.renewal.plan.interchange;

import static org.assertj.core.api.Assertions.assertThat;

import city.renewal.schedule.ConstraintType;
import city.renewal.schedule.LinkType;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One plan of a compound, written in every format; what a planner put in must come out. */
class OwnScheduleFilesTest {

    @ParameterizedTest
    @CsvSource({"compound.xml,MSPDI", "compound-gbk.xer,XER", "compound.pmxml,PMXML", "compound-gbk.mpx,MPX",
            "compound.gan,GAN", "six-jobs.sm,SM"})
    void theContentTellsTheFormat(String file, ScheduleFormat format) throws Exception {
        assertThat(TestFiles.parse(TestFiles.own(file)).format()).isEqualTo(format);
    }

    @ParameterizedTest
    @ValueSource(strings = {"compound-gbk.xer", "compound.pmxml", "compound-gbk.mpx"})
    void chineseNamesComeOutAsTheyWentIn(String file) throws Exception {
        Map<Long, String> original = names(TestFiles.parse(TestFiles.own("compound.xml")));

        PlanDocument document = TestFiles.parse(TestFiles.own(file));

        assertThat(names(document)).isEqualTo(original);
        assertThat(original.values()).allMatch(OwnScheduleFilesTest::isChinese);
        assertThat(document.title()).matches(OwnScheduleFilesTest::isChinese);
        assertThat(document.calendars()).allMatch(calendar -> isChinese(calendar.name()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"compound.xml", "compound-gbk.xer", "compound.pmxml", "compound-gbk.mpx"})
    void theTreeDatesAndDurationsAreKept(String file) throws Exception {
        Map<Long, PlanTask> tasks = TestFiles.parse(TestFiles.own(file)).tasksByUid();

        assertThat(tasks.get(2L).parent()).isEqualTo(1L);
        assertThat(tasks.get(2L).summary()).isTrue();
        PlanTask insulation = tasks.get(5L);
        assertThat(insulation.parent()).isEqualTo(2L);
        assertThat(insulation.start()).isEqualTo("2026-09-08");
        assertThat(insulation.finish()).isEqualTo("2026-09-22");
        assertThat(insulation.durationMinutes()).isEqualTo(15 * 480);
        assertThat(tasks.get(9L).durationMinutes()).as("half days").isEqualTo(2160);
        assertThat(tasks.get(10L).milestone()).isTrue();
        assertThat(tasks.get(10L).durationMinutes()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"compound.xml", "compound-gbk.xer", "compound.pmxml", "compound-gbk.mpx"})
    void linksKeepTheirTypesAndLags(String file) throws Exception {
        assertThat(TestFiles.parse(TestFiles.own(file)).links()).containsExactlyInAnyOrder(
                new PlanLink(3, 4, LinkType.FINISH_TO_START, 0, false),
                new PlanLink(4, 5, LinkType.START_TO_START, 2 * 480, false),
                new PlanLink(5, 6, LinkType.FINISH_TO_START, 3 * 480, false),
                new PlanLink(6, 8, LinkType.FINISH_TO_START, -480, false),
                new PlanLink(8, 9, LinkType.FINISH_TO_FINISH, 480, false),
                new PlanLink(9, 10, LinkType.FINISH_TO_START, 0, false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"compound.xml", "compound-gbk.xer", "compound.pmxml", "compound-gbk.mpx"})
    void calendarsKeepHolidaysAndMakeUpDays(String file) throws Exception {
        PlanDocument document = TestFiles.parse(TestFiles.own(file));

        PlanCalendar site = document.calendar(document.defaultCalendar());
        assertThat(site.workingWeek()).hasSize(7);
        assertThat(site.exceptions()).hasSize(7).containsEntry(LocalDate.of(2026, 10, 1), false);
        PlanCalendar office = document.calendar(2);
        assertThat(office.workingWeek()).doesNotContain(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
        assertThat(office.toWorkCalendar().isWorking(LocalDate.of(2026, 10, 10))).as("make-up Saturday").isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"compound.xml", "compound-gbk.xer", "compound.pmxml", "compound-gbk.mpx"})
    void progressAndConstraintsAreKept(String file) throws Exception {
        Map<Long, PlanTask> tasks = TestFiles.parse(TestFiles.own(file)).tasksByUid();

        assertThat(tasks.get(3L).progress().actualFinish()).isEqualTo("2026-09-05");
        PlanProgress roofing = tasks.get(4L).progress();
        assertThat(roofing.actualStart()).isEqualTo("2026-09-06");
        assertThat(roofing.actualFinish()).isNull();
        assertThat(roofing.remainingMinutes()).isEqualTo(8 * 480);
        assertThat(roofing.percent()).isEqualTo(20);
        assertThat(tasks.get(8L).constraint()).isEqualTo(
                new PlanConstraint(ConstraintType.START_NO_EARLIER_THAN, LocalDate.of(2026, 10, 12)));
    }

    @Test
    void mspdiKeepsBaselinesNotesCodesAndQuantities() throws Exception {
        PlanTask roofing = TestFiles.parse(TestFiles.own("compound.xml")).tasksByUid().get(4L);

        assertThat(roofing.baselines()).containsExactly(
                new PlanBaseline(0, LocalDate.of(2026, 9, 6), LocalDate.of(2026, 9, 15), 4800),
                new PlanBaseline(1, LocalDate.of(2026, 9, 8), LocalDate.of(2026, 9, 17), 4800));
        assertThat(roofing.notes()).matches(OwnScheduleFilesTest::isChinese);
        assertThat(roofing.code()).isEqualTo("JC-02");
        assertThat(roofing.wbs()).isEqualTo("1.1.2");
        assertThat(roofing.quantity().amount()).isEqualTo(new BigDecimal("1860.5"));
        assertThat(roofing.quantity().unit()).isEqualTo("m\u00B2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"compound-gbk.xer", "compound.pmxml"})
    void aDataDateInTheMorningKnowsProgressUpToTheDayBefore(String file) throws Exception {
        assertThat(TestFiles.parse(TestFiles.own(file)).statusDate()).isEqualTo("2026-09-07");
    }

    @Test
    void ganttProjectLinksOfNestedTasksAndBaselinesAreRead() throws Exception {
        PlanDocument document = TestFiles.parse(TestFiles.own("compound.gan"));

        assertThat(document.title()).matches(OwnScheduleFilesTest::isChinese);
        assertThat(document.links()).containsExactlyInAnyOrder(
                new PlanLink(2, 3, LinkType.FINISH_TO_START, 480, false),
                new PlanLink(3, 4, LinkType.FINISH_TO_START, 0, false));
        PlanTask roofing = document.tasksByUid().get(2L);
        assertThat(roofing.notes()).matches(OwnScheduleFilesTest::isChinese);
        assertThat(roofing.progress().percent()).isEqualTo(50);
        assertThat(roofing.baselines()).containsExactly(
                new PlanBaseline(0, LocalDate.of(2026, 9, 14), LocalDate.of(2026, 9, 18), 2400));
        assertThat(document.tasksByUid().get(3L).finish()).as("after two holidays").isEqualTo("2026-10-05");
    }

    @Test
    void aBenchmarkInstanceStartsOnTheGivenDayAndWorksEveryDay() throws Exception {
        PlanDocument document = TestFiles.parse(TestFiles.own("six-jobs.sm"));

        assertThat(document.title()).isEqualTo("six-jobs");
        assertThat(document.start()).isEqualTo(TestFiles.DAY_FOR_UNDATED);
        assertThat(document.calendar(document.defaultCalendar()).workingWeek()).hasSize(7);
        assertThat(document.tasks()).extracting(PlanTask::durationMinutes)
                .containsExactly(0, 4 * 480, 5 * 480, 7 * 480, 6 * 480, 0);
        assertThat(document.tasks()).extracting(PlanTask::milestone)
                .containsExactly(true, false, false, false, false, true);
        assertThat(document.links()).hasSize(7);
    }

    private static Map<Long, String> names(PlanDocument document) {
        return document.tasks().stream().collect(Collectors.toMap(PlanTask::uid, PlanTask::name));
    }

    private static boolean isChinese(String text) {
        return !text.isEmpty() && text.codePoints()
                .allMatch(letter -> Character.UnicodeScript.of(letter) == Character.UnicodeScript.HAN);
    }
}
