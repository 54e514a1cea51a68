package city.renewal.resident.ui;

import city.renewal.gantt.ui.GanttChanges;
import city.renewal.gantt.ui.GanttChart;
import city.renewal.gantt.ui.GanttModel;
import city.renewal.resident.ResidentPage;
import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Unit;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import org.jspecify.annotations.Nullable;

/** The timeline: a Gantt chart where there is room for one, a list from top to bottom on a phone. */
final class TimelineCard extends Section {

    /** Widest screen, in pixels, that gets the list; the style sheet has the same number. */
    private static final int PHONE = 600;

    /** Pixels of a line of the chart, of what stands above and below the lines, and of the highest chart. */
    private static final int ROW = 36;
    private static final int FRAME = 190;
    private static final int HIGHEST = 1_000;

    private final transient Reader reader;
    private final Div narrow = new Div();
    private @Nullable GanttChart chart;
    private transient @Nullable GanttModel shown;

    TimelineCard(Reader reader) {
        this.reader = reader;
        addClassNames("card", "timeline");
        narrow.addClassName("narrow");
        add(new H2(reader.text("resident.timeline")), narrow);
    }

    /** Shows the plan, changing only the rows that differ where the chart has one already. */
    void show(ResidentPage page) {
        narrow.removeAll();
        if (page.plan() == null || page.plan().tasks().isEmpty()) {
            narrow.add(new Paragraph(reader.text("resident.timeline.none")));
            return;
        }
        narrow.add(new PhoneTimeline(page, reader));
        GanttModel now = reader.chart(page.plan());
        if (chart != null) {
            if (shown == null) {
                chart.setModel(now);
            } else {
                chart.apply(GanttChanges.between(shown, now));
            }
        }
        shown = now;
    }

    @Override
    protected void onAttach(AttachEvent event) {
        int width = event.getUI().getPage().getExtendedClientDetails().getWindowInnerWidth();
        if (width > PHONE || width <= 0) {
            addChart();
        } else {
            event.getUI().getPage().addBrowserWindowResizeListener(resized -> {
                if (resized.getWidth() > PHONE) {
                    addChart();
                }
            });
        }
    }

    private void addChart() {
        if (chart == null && shown != null) {
            chart = new GanttChart();
            chart.setModel(shown);
            chart.setHeight(Math.min(HIGHEST, FRAME + ROW * shown.rows().size()), Unit.PIXELS);
            add(chart);
            chart.fit();
        }
    }
}
