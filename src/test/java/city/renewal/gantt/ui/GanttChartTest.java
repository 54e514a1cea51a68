package city.renewal.gantt.ui;

import static org.assertj.core.api.Assertions.assertThat;

import city.renewal.schedule.LinkType;
import city.renewal.schedule.WorkCalendar;
import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.github.mvysny.kaributesting.v10.Routes;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.internal.PendingJavaScriptInvocation;
import com.vaadin.flow.dom.DomEvent;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.internal.nodefeature.ElementListenerMap;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What the chart sends to the browser, and what it makes of what comes back. */
class GanttChartTest {

    private static final Pattern FUNCTION = Pattern.compile("\\$0\\.(\\w+)\\(");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);

    private final GanttChart chart = new GanttChart();

    @BeforeEach
    void attach() {
        MockVaadin.setup(new Routes());
        UI.getCurrent().setLocale(Locale.SIMPLIFIED_CHINESE);
        UI.getCurrent().add(chart);
    }

    @AfterEach
    void leave() {
        MockVaadin.tearDown();
    }

    @Test
    void sendsItsWordsOnceAndTheLastModelOfARequest() {
        chart.setModel(model(row(1, true)));
        chart.apply(GanttChanges.ofRows(List.of(row(2, true))));
        chart.setModel(model(row(1, true), row(2, true), row(3, true)));

        List<String> sent = sent();

        assertThat(sent).hasSize(2);
        assertThat(sent.get(0)).startsWith("setLabels").contains("zh-CN");
        assertThat(sent.get(1)).startsWith("setModel").contains("[3,null");
    }

    @Test
    void sendsChangesAloneAfterTheModel() {
        chart.setModel(model(row(1, true)));
        sent();

        chart.apply(GanttChanges.ofRows(List.of(row(1, false))));

        assertThat(sent()).singleElement().asString().startsWith("applyChanges");
        assertThat(chart.row(1)).contains(row(1, false));
    }

    @Test
    void sendsEverythingAgainWhenAttachedAnew() {
        chart.setModel(model(row(1, true)));
        sent();
        chart.apply(GanttChanges.ofRows(List.of(row(2, true))));

        UI.getCurrent().remove(chart);
        UI.getCurrent().add(chart);

        assertThat(sent()).filteredOn(call -> call.startsWith("setModel")).singleElement().asString()
                .contains("[2,null");
    }

    @Test
    void handsAMoveToTheListenerAndItsAnswerToTheBrowser() {
        List<TaskMovedEvent> moves = new ArrayList<>();
        chart.addTaskMovedListener(event -> {
            moves.add(event);
            event.accept(GanttChanges.ofRows(List.of(row(1, false))));
        });
        edit(true);

        browserAsks(move(1));

        assertThat(moves).singleElement().satisfies(event -> {
            assertThat(event.id()).isEqualTo(1);
            assertThat(event.start()).isEqualTo(DAY.plusDays(2));
            assertThat(event.finish()).isEqualTo(DAY.plusDays(4));
            assertThat(event.kind()).isEqualTo(TaskMovedEvent.Kind.MOVE);
        });
        assertThat(sent()).singleElement().asString().startsWith("acceptEdit 5");
        assertThat(chart.row(1)).contains(row(1, false));
    }

    @Test
    void refusesAnEditThatNobodyAnswers() {
        chart.addTaskMovedListener(event -> { });
        edit(true);

        browserAsks(move(1));

        assertThat(sent()).singleElement().asString().startsWith("refuseEdit 5");
    }

    @Test
    void waitsForAnAnswerThatWasPutOff() {
        List<TaskMovedEvent> moves = new ArrayList<>();
        chart.addTaskMovedListener(event -> {
            event.answerLater();
            moves.add(event);
        });
        edit(true);
        browserAsks(move(1));
        assertThat(sent()).isEmpty();

        moves.getFirst().refuse("not now");
        moves.getFirst().accept(GanttChanges.NONE);

        assertThat(sent()).singleElement().asString().isEqualTo("refuseEdit 5 not now");
    }

    @Test
    void refusesForgedEditsUnseen() {
        List<GanttEditEvent> seen = new ArrayList<>();
        chart.addTaskMovedListener(seen::add);
        chart.addLinkDrawnListener(seen::add);
        chart.addLinkRemovedListener(seen::add);
        edit(false);
        browserAsks(move(1));
        chart.setEditing(true);

        browserAsks(move(2));
        browserAsks(move(99));
        browserAsks(detail("link").put("source", 1).put("target", 1).put("link", "FS"));
        browserAsks(detail("link").put("source", 1).put("target", 2).put("link", "FS"));
        browserAsks(detail("unlink").put("id", 99));

        assertThat(seen).isEmpty();
        assertThat(sent()).isNotEmpty().allMatch(call -> call.startsWith("refuseEdit"));
    }

    @Test
    void handsLinksToTheListeners() {
        List<String> seen = new ArrayList<>();
        chart.addLinkDrawnListener(event -> {
            seen.add(event.predecessor() + " " + event.type().code() + " " + event.successor());
            event.accept(GanttChanges.NONE);
        });
        chart.addLinkRemovedListener(event -> {
            seen.add("without " + event.id());
            event.accept(GanttChanges.NONE);
        });
        edit(true);

        browserAsks(detail("link").put("source", 3).put("target", 1).put("link", "SS"));
        browserAsks(detail("unlink").put("id", 8));

        assertThat(seen).containsExactly("3 SS 1", "without 8");
    }

    @Test
    void what_no_chart_sends_is_refused_and_breaks_nothing() {
        chart.addTaskMovedListener(event -> {
            throw new AssertionError("moved to " + event.start());
        });
        edit(true);

        browserAsks(move(1).put("start", 1e308));
        browserAsks(move(1).put("start", Long.MAX_VALUE));
        browserAsks(move(1).put("kind", "SIDEWAYS"));
        browserAsks(detail("rows").put("command", "explode").put("text", "").putNull("target").set("ids",
                JsonMapper.shared().createArrayNode()));

        assertThat(sent()).hasSize(4).allMatch(call -> call.startsWith("refuseEdit"));
    }

    /** Rows 1 and 3 may be edited, row 2 may not. */
    private void edit(boolean editing) {
        chart.setModel(new GanttModel(List.of(row(1, true), row(2, false), row(3, true)),
                List.of(new GanttLink(8, 1, 3, LinkType.FINISH_TO_START, false)), WorkCalendar.everyDay(), DAY, DAY,
                GanttColumn.STAFF));
        chart.setEditing(editing);
        sent();
    }

    private static ObjectNode move(long id) {
        return detail("move").put("id", id).put("start", DAY.plusDays(2).toEpochDay())
                .put("finish", DAY.plusDays(4).toEpochDay()).put("kind", "MOVE");
    }

    private static ObjectNode detail(String type) {
        return JsonMapper.shared().createObjectNode().put("edit", 5).put("type", type);
    }

    private void browserAsks(ObjectNode detail) {
        ObjectNode data = JsonMapper.shared().createObjectNode();
        data.set("event.detail", detail);
        chart.getElement().getNode().getFeature(ElementListenerMap.class)
                .fireEvent(new DomEvent(chart.getElement(), "gantt-edit", data));
    }

    /** Calls made since the last time, as the function's name and its arguments. */
    private List<String> sent() {
        UI ui = UI.getCurrent();
        ui.getInternals().getStateTree().runExecutionsBeforeClientResponse();
        List<String> calls = new ArrayList<>();
        for (PendingJavaScriptInvocation pending : ui.getInternals().dumpPendingJavaScriptInvocations()) {
            Matcher function = FUNCTION.matcher(pending.getInvocation().getExpression());
            if (function.find()) {
                StringBuilder call = new StringBuilder(function.group(1));
                pending.getInvocation().getParameters().stream()
                        .filter(argument -> !(argument instanceof Element))
                        .forEach(argument -> call.append(' ').append(argument));
                calls.add(call.toString());
            }
        }
        return calls;
    }

    private static GanttModel model(GanttRow... rows) {
        return new GanttModel(List.of(rows), List.of(), WorkCalendar.everyDay(), DAY, DAY, GanttColumn.STAFF);
    }

    private static GanttRow row(long id, boolean editable) {
        return new GanttRow(id, null, (int) id, "", "row", "", "", RowKind.TASK, DAY, DAY, null, null, 0, null, false,
                null, editable);
    }
}
