package city.renewal.gantt.ui;

import static org.assertj.core.api.Assertions.assertThat;

import city.renewal.schedule.LinkType;
import city.renewal.schedule.WorkCalendar;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class GanttJsonTest {

    private static final LocalDate EPOCH = LocalDate.EPOCH;

    @Test
    void writesRowsAsArraysWithDaysCountedFromTheEpoch() {
        GanttRow summary = new GanttRow(1, null, 1, "1", "Basic works", "", "", RowKind.SUMMARY, EPOCH.plusDays(10),
                EPOCH.plusDays(20), null, null, 0.5, null, false, null, false);
        GanttRow task = new GanttRow(2, 1L, 1, "1.1", "Say \"pipes\"", "Basic", "30 / 60 m", RowKind.TASK,
                EPOCH.plusDays(10), EPOCH.plusDays(14), EPOCH.plusDays(9), EPOCH.plusDays(12), 1.0 / 3, 2, true,
                new TimePoint(EPOCH.plusDays(11), 2.0 / 3), true);
        GanttRow milestone = new GanttRow(3, 1L, 2, "1.2", "Ready", "Basic", "", RowKind.MILESTONE, EPOCH.plusDays(20),
                EPOCH.plusDays(20), EPOCH.plusDays(21), EPOCH.plusDays(21), 0, -1, false, null, true);
        GanttModel model = new GanttModel(List.of(summary, task, milestone),
                List.of(new GanttLink(7, 2, 3, LinkType.FINISH_TO_START, true),
                        new GanttLink(8, 2, 3, LinkType.START_TO_START, false)),
                WorkCalendar.of(EnumSet.of(DayOfWeek.MONDAY, DayOfWeek.TUESDAY),
                        Map.of(EPOCH.plusDays(3), true, EPOCH.plusDays(4), false)),
                EPOCH.plusDays(13), EPOCH.plusDays(12), GanttColumn.PUBLIC)
                .withWindows(List.of(new GanttWindow(EPOCH.plusDays(5), EPOCH.plusDays(6), "Alert", Set.of(2L))));

        assertThat(GanttJson.model(model, model.rows(), model.links())).isEqualTo("""
                {"classes":["","Basic"],"rows":[\
                [1,null,1,"1","Basic works",0,"",10,20,null,null,0.5,null,1,null],\
                [2,1,1,"1.1","Say \\"pipes\\"",1,"30 / 60 m",10,14,9,12,0.3333,2,12,11.67],\
                [3,1,2,"1.2","Ready",1,"",20,20,21,21,0,-1,10,null]],\
                "links":[[7,2,3,"FS",1],[8,2,3,"SS",0]],\
                "calendar":{"week":[1,2],"off":[4],"on":[3]},\
                "windows":[[5,6,"Alert",[2]]],\
                "today":13,"status":12,"columns":["name","finish","variance"]}""");
    }

    @Test
    void writesChangesWithWhatIsGone() {
        GanttChanges changes = new GanttChanges(List.of(), List.of(4L, 5L),
                List.of(new GanttLink(9, 1, 2, LinkType.START_TO_FINISH, false)), List.of(6L));

        assertThat(GanttJson.changes(changes)).isEqualTo(
                "{\"classes\":[],\"rows\":[],\"links\":[[9,1,2,\"SF\",0]],\"removedRows\":[4,5],\"removedLinks\":[6]}");
    }

    @Test
    void writesAPlanWithoutProgressWithoutAStatusDate() {
        GanttModel model = new GanttModel(List.of(), List.of(), WorkCalendar.everyDay(), EPOCH, null,
                GanttColumn.STAFF);

        assertThat(GanttJson.model(model, model.rows(), model.links())).contains("\"status\":null");
    }

    @Test
    void names_what_a_plan_is_compared_with_and_its_days_where_there_are_any() {
        GanttRow row = new GanttRow(1, null, 1, "1", "Pipes", "", "", RowKind.TASK, EPOCH, EPOCH, null, null, 0, null,
                false, null, false);
        GanttModel model = new GanttModel(List.of(row.comparedWith(EPOCH.plusDays(2), EPOCH.plusDays(3))), List.of(),
                WorkCalendar.everyDay(), EPOCH, null, List.of(GanttColumn.NAME), "Baseline 2");

        String json = GanttJson.model(model, model.rows(), model.links());

        assertThat(json).contains(",null,2,3]]", "\"compared\":\"Baseline 2\"");
    }

    @Test
    void says_how_a_row_is_out_of_sequence_behind_everything_else() {
        GanttRow row = new GanttRow(1, null, 1, "1", "Pipes", "", "", RowKind.TASK, EPOCH, EPOCH, null, null, 0, null,
                false, null, false);
        GanttModel model = new GanttModel(List.of(row), List.of(), WorkCalendar.everyDay(), EPOCH, null,
                List.of(GanttColumn.NAME)).markedOutOfSequence(Map.of(1L, "Began too early"));

        assertThat(GanttJson.model(model, model.rows(), model.links()))
                .contains(",null,null,null,\"\",\"\",\"\",\"Began too early\"]]".replace("\\", ""));
    }

    @Test
    void spendsAboutAHundredBytesOnARow() {
        GanttModel model = SampleModels.large(10_000);

        byte[] json = GanttJson.model(model, model.rows(), model.links()).getBytes(StandardCharsets.UTF_8);

        assertThat(json.length / model.rows().size()).isLessThan(150);
    }
}
