package city.renewal.site.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.renewal.app.Services;
import city.renewal.base.Refusal;
import city.renewal.plan.PlanOutlining;
import city.renewal.plan.Plans;
import city.renewal.plan.SeenTask;
import city.renewal.plan.interchange.ExportFormat;
import city.renewal.site.Blocker;
import city.renewal.site.DaySheets;
import city.renewal.site.NewDaySheet;
import city.renewal.site.NewReport;
import city.renewal.site.SiteReport;
import city.renewal.site.SiteReports;
import city.renewal.testing.OnEachDatabase;
import city.renewal.testing.People;
import city.renewal.testing.SmallPlan;
import city.renewal.testing.StatementCount;
import city.renewal.testing.TestClock;
import city.renewal.testing.TestDatabase;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Sheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

@OnEachDatabase
class SitePapersTest {

    /** A Monday. */
    private static final LocalDate START = SmallPlan.START;
    private static final Period FIRST_WEEK = new Period(START, START.plusDays(6));
    private static final Period SECOND_WEEK = new Period(START.plusDays(7), START.plusDays(13));

    private final TestDatabase database;
    private final TestClock clock = TestClock.at(START);
    private final Services services;
    private final SitePapers papers;
    private final SiteReports reports;
    private final People people;
    private final SmallPlan plan;

    SitePapersTest(TestDatabase database, TestInfo test) {
        this.database = database;
        services = database.services(clock);
        papers = services.get(SitePapers.class);
        reports = services.get(SiteReports.class);
        people = People.join(services);
        plan = SmallPlan.add(services, people.planner(),
                "P" + Integer.toHexString(test.getDisplayName().hashCode()).toUpperCase(Locale.ROOT));
    }

    @Test
    void a_statement_counts_what_was_confirmed_in_its_days_and_what_came_before() throws IOException {
        confirm(report(plan.pipes(), START, "30", null));
        clock.moveTo(START.plusDays(8));
        confirm(report(plan.pipes(), START.plusDays(2), "20", null));
        report(plan.pipes(), START.plusDays(8), "7", null);

        assertThat(rows(PaperKind.QUANTITIES, SECOND_WEEK, 0))
                .contains(List.of("1.1", "Pipes", "米", "100", "30", "20", "50", "50"));
        assertThat(rows(PaperKind.QUANTITIES, SECOND_WEEK, 1))
                .anySatisfy(row -> assertThat(row).startsWith("2026-03-04", "Pipes", "20", "米", "The engineer",
                        "The supervisor", "2026-03-10"))
                .noneSatisfy(row -> assertThat(row).contains("30"));
    }

    /** Else a statement that was signed would say something else when it is printed again. */
    @Test
    void a_correction_leaves_the_statement_of_a_past_period_as_it_was() throws IOException {
        SiteReport wrong = confirm(report(plan.pipes(), START, "30", null));
        clock.moveTo(START.plusDays(7));
        List<List<String>> signed = rows(PaperKind.QUANTITIES, FIRST_WEEK, 0);
        confirm(report(plan.pipes(), START, "25", wrong.id()));

        assertThat(rows(PaperKind.QUANTITIES, FIRST_WEEK, 0)).isEqualTo(signed)
                .contains(List.of("1.1", "Pipes", "米", "100", "0", "30", "30", "30"));
        assertThat(rows(PaperKind.QUANTITIES, SECOND_WEEK, 0))
                .contains(List.of("1.1", "Pipes", "米", "100", "30", "-5", "25", "25"));
        assertThat(rows(PaperKind.QUANTITIES, SECOND_WEEK, 1)).anySatisfy(row -> assertThat(row).contains("-30"));
    }

    @Test
    void a_statement_names_work_that_has_left_the_plan() throws IOException {
        confirm(report(plan.paving(), START, "5", null));
        services.get(PlanOutlining.class).remove(people.planner(), plan.project().id(), List.of(SeenTask.of(
                services.get(Plans.class).read(plan.project().id()).task(plan.paving()).orElseThrow())));

        assertThat(rows(PaperKind.QUANTITIES, FIRST_WEEK, 0))
                .contains(List.of("", "Paving（已不在计划内）", "平方米", "", "0", "5", "5", ""));
    }

    @Test
    void a_diary_says_of_each_day_who_was_there_what_was_done_and_what_was_in_the_way() throws IOException {
        clock.moveTo(START.plusDays(1));
        services.get(DaySheets.class).submit(people.engineer(), new NewDaySheet(plan.project().id(), START.plusDays(1),
                12, List.of("Pipes one"), "rain", Set.of(Blocker.MATERIAL), "Pump broke",
                List.of(new NewDaySheet.Line(plan.pipes(), BigDecimal.TEN, null, null))));

        String text = text(PaperKind.DIARY, FIRST_WEEK, Locale.SIMPLIFIED_CHINESE);

        assertThat(text).contains("施工日志", "2026-03-03 星期二", "天气：雨", "在场 12 人", "Pipes one", "受阻：缺材料",
                "说明：Pump broke", "待确认", "记录人", "共 1 天有记录");
    }

    @Test
    void a_weekly_report_tells_progress_days_and_the_two_weeks_to_come() throws IOException {
        confirm(report(plan.pipes(), START, "30", null));
        report(plan.pipes(), START, "4", null);

        assertThat(rows(PaperKind.WEEKLY, FIRST_WEEK, 0))
                .contains(List.of("Pipes", "30", "4", "30", "100", "米", "30", ""));
        String text = text(PaperKind.WEEKLY, FIRST_WEEK, Locale.ENGLISH);
        assertThat(text).contains("weekly report", "Coming work, 2026-03-09 to 2026-03-15",
                "Coming work, 2026-03-16 to 2026-03-22", "Paving", "Page 1");
    }

    @Test
    void a_long_paper_repeats_its_headings_on_each_page() throws IOException {
        for (int i = 0; i < 90; i++) {
            confirm(report(plan.pipes(), START, "1", null));
        }

        try (PDDocument pages = Loader.loadPDF(written(PaperKind.QUANTITIES, FIRST_WEEK, ExportFormat.PDF,
                Locale.SIMPLIFIED_CHINESE))) {
            assertThat(pages.getNumberOfPages()).isGreaterThan(1);
            PDFTextStripper second = new PDFTextStripper();
            second.setStartPage(2);
            assertThat(second.getText(pages)).contains("施工日期", "确认人", "第 2 页", "监理单位");
        }
    }

    @Test
    void text_that_looks_like_a_formula_stays_text() throws IOException {
        confirm(reports.submit(people.engineer(), new NewReport(plan.pipes(), START, BigDecimal.ONE, null, null,
                "=1+1", null, null)));

        try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(written(PaperKind.DIARY, FIRST_WEEK,
                ExportFormat.XLSX, Locale.ENGLISH)))) {
            assertThat(book.getSheet(0).orElseThrow().read().stream().flatMap(row -> row.stream()))
                    .filteredOn(cell -> cell != null && "=1+1".equals(cell.getText()))
                    .hasSize(1)
                    .allSatisfy(cell -> assertThat(cell.getFormula()).isNull());
        }
    }

    @Test
    void a_period_has_its_days_in_order_and_a_year_at_most() {
        assertThatThrownBy(() -> new Period(START, START.minusDays(1))).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> new Period(START, START.plusDays(Period.MOST_DAYS))).isInstanceOf(Refusal.class);
        assertThat(new Period(START, START.plusDays(Period.MOST_DAYS - 1)).last()).isEqualTo(LocalDate.of(2027, 3, 2));
    }

    @Test
    void takes_few_statements_however_many_reports_there_are() throws IOException {
        for (int i = 0; i < 5; i++) {
            confirm(report(plan.pipes(), START, "1", null));
        }
        for (PaperKind kind : PaperKind.values()) {
            try (StatementCount count = StatementCount.of(database.jdbi())) {
                written(kind, FIRST_WEEK, ExportFormat.PDF, Locale.ENGLISH);
                assertThat(count.statements().size()).as(kind.id()).isLessThanOrEqualTo(6);
            }
        }
    }

    private SiteReport report(long taskId, LocalDate day, String quantity, Long corrects) {
        return reports.submit(people.engineer(), new NewReport(taskId, day, new BigDecimal(quantity), null, null,
                corrects == null ? null : "Measured again", null, null, corrects));
    }

    private SiteReport confirm(SiteReport report) {
        return reports.confirm(people.supervisor(), report.id());
    }

    private byte[] written(PaperKind kind, Period period, ExportFormat format, Locale locale) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        papers.write(people.viewer(), plan.project(), kind, period, format, locale, out);
        return out.toByteArray();
    }

    private String text(PaperKind kind, Period period, Locale locale) throws IOException {
        try (PDDocument pages = Loader.loadPDF(written(kind, period, ExportFormat.PDF, locale))) {
            return new PDFTextStripper().getText(pages);
        }
    }

    /** Every row of a table, numbers without trailing zeros and days as they are written. */
    private List<List<String>> rows(PaperKind kind, Period period, int section) throws IOException {
        try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(written(kind, period,
                ExportFormat.XLSX, Locale.SIMPLIFIED_CHINESE)), new ReadingOptions(true, false))) {
            Sheet sheet = book.getSheet(section).orElseThrow();
            return sheet.read().stream().map(row -> row.stream().map(SitePapersTest::text).toList()).toList();
        }
    }

    private static String text(Cell cell) {
        if (cell == null) {
            return "";
        }
        return switch (cell.getType()) {
            case NUMBER -> cell.getDataFormatString() != null && cell.getDataFormatString().startsWith("yyyy")
                    ? cell.asDate().toLocalDate().toString()
                    : cell.asNumber().stripTrailingZeros().toPlainString();
            default -> cell.getText();
        };
    }
}
