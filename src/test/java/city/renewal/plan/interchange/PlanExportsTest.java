package city.renewal.plan.interchange;

import static org.assertj.core.api.Assertions.assertThat;

import city.renewal.app.Services;
import city.renewal.plan.LinkInput;
import city.renewal.plan.PlanEditing;
import city.renewal.plan.PlanOutlining;
import city.renewal.plan.Plans;
import city.renewal.plan.TaskInput;
import city.renewal.plan.TreePlace;
import city.renewal.project.Project;
import city.renewal.schedule.LinkType;
import city.renewal.testing.OnEachDatabase;
import city.renewal.testing.PublicSample;
import city.renewal.testing.SmallPlan;
import city.renewal.testing.TestClock;
import city.renewal.testing.TestDatabase;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.text.PDFTextStripper;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@OnEachDatabase
class PlanExportsTest {

    private final PlanExports exports;
    private final Plans plans;
    private final PlanEditing editing;
    private final PlanOutlining outlining;
    private final PublicSample sample;

    PlanExportsTest(TestDatabase database) {
        Services services = database.services(TestClock.at(LocalDate.of(2026, 3, 7)));
        exports = services.get(PlanExports.class);
        plans = services.get(Plans.class);
        editing = services.get(PlanEditing.class);
        outlining = services.get(PlanOutlining.class);
        sample = new PublicSample(services);
    }

    /** Pipes half done by the fourth evening, then paving, then a milestone whose name begins like a formula. */
    private Project plan(String code) {
        SmallPlan plan = sample.compound(code, "云江里", "越秀路街");
        Project project = plan.project();
        outlining.add(sample.people().planner(), project.id(), TreePlace.after(plan.paving()), TaskInput.work(9, "=竣工验收", 0));
        editing.link(sample.people().planner(), project.id(),
                new LinkInput(plan.paving(), last(project), LinkType.FINISH_TO_START, 960, false));
        sample.confirmed(plan.pipes(), LocalDate.of(2026, 3, 5), "50");
        return project;
    }

    private long last(Project project) {
        return plans.read(project.id()).tasks().getLast().id();
    }

    @Test
    void a_spreadsheet_computes_what_follows() throws IOException {
        try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(written(plan("SHEET"), ExportFormat.XLSX)))) {
            List<Row> rows = book.getFirstSheet().read();

            assertThat(texts(rows.getFirst())).contains("名称", "前置任务", "完成比例");
            assertThat(formula(rows.get(1), PlanColumn.START)).isEqualTo("MIN(I3:I5)");
            assertThat(formula(rows.get(1), PlanColumn.SHARE))
                    .isEqualTo("IF(SUM(P3:P5)=0,0,SUMPRODUCT(P3:P5,O3:O5)/SUM(P3:P5))");
            assertThat(formula(rows.get(2), PlanColumn.SHARE)).isEqualTo("MIN(1,M3/L3)");
            assertThat(cell(rows.get(2), PlanColumn.DONE).asNumber()).isEqualByComparingTo("50");
            assertThat(cell(rows.get(3), PlanColumn.PREDECESSORS).asString()).isEqualTo("1.1");
            assertThat(rows.getLast().getCell(PlanColumn.NAME.ordinal()).asString()).isEqualTo("合计");
            assertThat(formula(rows.getLast(), PlanColumn.FINISH)).isEqualTo("MAX(J2:J5)");
        }
    }

    @Test
    void a_text_table_says_the_same_and_no_name_becomes_a_formula() throws IOException {
        String text = new String(written(plan("TEXT"), ExportFormat.CSV), StandardCharsets.UTF_8);

        assertThat(text).startsWith("\uFEFF序号,编号,名称");
        assertThat(text).contains("1.1,,Pipes,").contains(",100,50,米,0.5,10,");
        assertThat(text).contains("1.3,,'=竣工验收,").contains("1.2FS+2d");
    }

    @Test
    void milestones_come_as_whole_days_that_keep_their_ids() throws Exception {
        Project project = plan("CALENDAR");
        byte[] first = written(project, ExportFormat.ICS);
        Calendar calendar = new CalendarBuilder().build(new ByteArrayInputStream(first));

        List<VEvent> events = calendar.getComponents("VEVENT");
        assertThat(events).singleElement().satisfies(event -> {
            assertThat(event.getSummary().getValue()).isEqualTo("云江里: =竣工验收");
            assertThat(event.getProperty("DTSTART").orElseThrow().toString()).contains("VALUE=DATE");
            assertThat(event.getUid().orElseThrow().getValue()).startsWith("CALENDAR-").endsWith("@huanxin");
        });
        assertThat(calendar.validate().hasErrors()).isFalse();
        assertThat(written(project, ExportFormat.ICS)).isEqualTo(first);
    }

    @Test
    void programs_read_the_whole_plan() throws IOException {
        JsonNode plan = JsonMapper.shared().readTree(written(plan("JSON"), ExportFormat.JSON));

        assertThat(plan.get("code").asString()).isEqualTo("JSON");
        assertThat(plan.get("tasks").size()).isEqualTo(4);
        assertThat(plan.get("tasks").get(1).get("input").get("plannedQuantity").decimalValue())
                .isEqualByComparingTo(BigDecimal.valueOf(100));
        assertThat(plan.get("links").size()).isEqualTo(2);
        assertThat(plan.get("baselines").get(0).get("tasks").size()).isEqualTo(3);
        assertThat(plan.get("plan").get("statusOn").asString()).isEqualTo("2026-03-06");
    }

    @Test
    void a_sheet_to_print_says_in_embedded_chinese_what_is_planned_and_who_signs() throws IOException {
        try (PDDocument sheets = Loader.loadPDF(written(plan("PRINT"), ExportFormat.PDF))) {
            String text = new PDFTextStripper().getText(sheets);

            assertThat(text).contains("云江里 施工进度计划", "第 1 页，共 1 页", "=竣工验收", "50 / 100 米", "进度前锋线",
                    "编制", "审核", "批准");
            assertThat(sheets.getPage(0).getMediaBox().getWidth()).isEqualTo(1190.55f);
            assertEmbedded(sheets);
        }
    }

    @Test
    void a_long_plan_takes_pages_with_the_heading_on_each() throws IOException {
        Project project = plan("LONG");
        long after = last(project);
        for (int i = 0; i < 60; i++) {
            outlining.add(sample.people().planner(), project.id(), TreePlace.after(after), TaskInput.work(10 + i, "Extra " + i, 480));
        }

        try (PDDocument sheets = Loader.loadPDF(written(project, ExportFormat.PDF))) {
            assertThat(sheets.getNumberOfPages()).isEqualTo(2);
            PDFTextStripper second = new PDFTextStripper();
            second.setStartPage(2);
            assertThat(second.getText(sheets)).contains("云江里 施工进度计划", "第 2 页，共 2 页", "与承诺比", "2026年3月");
        }
    }

    private static void assertEmbedded(PDDocument sheets) throws IOException {
        for (PDPage page : sheets.getPages()) {
            PDResources resources = page.getResources();
            for (var name : resources.getFontNames()) {
                assertThat(resources.getFont(name).isEmbedded()).as(name.getName()).isTrue();
            }
        }
    }

    private byte[] written(Project project, ExportFormat format) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        exports.write(project, format, Locale.SIMPLIFIED_CHINESE, out);
        return out.toByteArray();
    }

    private static List<String> texts(Row row) {
        return row.stream().map(Cell::getText).toList();
    }

    private static Cell cell(Row row, PlanColumn column) {
        return row.getCell(column.ordinal());
    }

    private static String formula(Row row, PlanColumn column) {
        return cell(row, column).getFormula();
    }
}
