package city.renewal.gantt.ui;

import static org.assertj.core.api.Assertions.assertThat;

import city.renewal.schedule.LinkType;
import city.renewal.schedule.WorkCalendar;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class GanttChangesTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);

    @Test
    void areTheDifferenceBetweenTwoReadingsOfAPlan() {
        GanttLink kept = link(1, 1, 2);
        GanttLink gone = link(2, 2, 3);
        GanttLink added = link(3, 1, 4);
        GanttModel before = model(List.of(row(1, "a"), row(2, "b"), row(3, "c")), List.of(kept, gone));
        GanttModel after = model(List.of(row(1, "a"), row(2, "B"), row(4, "d")), List.of(kept, added));

        assertThat(GanttChanges.between(before, after)).isEqualTo(
                new GanttChanges(List.of(row(2, "B"), row(4, "d")), List.of(3L), List.of(added), List.of(2L)));
    }

    @Test
    void areNoneBetweenEqualReadings() {
        GanttModel model = model(List.of(row(1, "a")), List.of());

        assertThat(GanttChanges.between(model, model).isEmpty()).isTrue();
    }

    @Test
    void takeTheRowsBelowARemovedRowAndTheirLinksAlong() {
        GanttState state = new GanttState();
        state.set(model(List.of(row(1, "a"), child(2, 1), child(3, 2), row(4, "d")),
                List.of(link(1, 3, 4), link(2, 4, 4))));

        state.apply(new GanttChanges(List.of(), List.of(1L), List.of(), List.of()));

        assertThat(state.rows()).extracting(GanttRow::id).containsExactly(4L);
        assertThat(state.links()).extracting(GanttLink::id).containsExactly(2L);
    }

    private static GanttModel model(List<GanttRow> rows, List<GanttLink> links) {
        return new GanttModel(rows, links, WorkCalendar.everyDay(), DAY, DAY, GanttColumn.STAFF);
    }

    private static GanttLink link(long id, long source, long target) {
        return new GanttLink(id, source, target, LinkType.FINISH_TO_START, false);
    }

    private static GanttRow row(long id, String name) {
        return new GanttRow(id, null, (int) id, "", name, "", "", RowKind.TASK, DAY, DAY, null, null, 0, null, false,
                null, true);
    }

    private static GanttRow child(long id, long parent) {
        return new GanttRow(id, parent, 1, "", "", "", "", RowKind.TASK, DAY, DAY, null, null, 0, null, false, null,
                true);
    }
}
