package city.renewal.resident.ui;

import city.renewal.base.ui.WindowWidth;
import city.renewal.gantt.ui.GanttChanges;
import city.renewal.gantt.ui.GanttChart;
import city.renewal.gantt.ui.GanttModel;
import city.renewal.resident.ResidentPage;
import com.vaadin.flow.component.Unit;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import org.jspecify.annotations.Nullable;

/** The timeline: a Gantt chart where there is room for one, a list from top to bottom on a phone. */
final class TimelineCard extends Section {

    /** Pixels of a line of the chart, of what stands above and below the lines, and of the highest chart. */
    private static final int ROW = 36;
    private static final int FRAME = 190;
    private static final int HIGHEST = 1_000;

    private final transient Reader reader;
    private final Div narrow = new Div();
    private @Nullable GanttChart chart;
    private transient @Nullable GanttModel shown;
    private transient @Nullable ResidentPage page;
    private boolean phone;
    private boolean drawn;

    TimelineCard(Reader reader) {
        this.reader = reader;
        addClassNames("card", "timeline");
        narrow.addClassName("narrow");
        add(new H2(reader.text("resident.timeline")), narrow);
        WindowWidth.listen(this, isPhone -> {
            boolean other = isPhone != phone || !drawn;
            phone = isPhone;
            if (other && page != null) {
                draw(page);
            }
        });
    }

    /** Shows the plan, changing only the rows that differ where the chart has one already. */
    void show(ResidentPage now) {
        page = now;
        if (isAttached()) {
            draw(now);
        }
    }

    private void draw(ResidentPage now) {
        drawn = true;
        narrow.removeAll();
        if (now.plan() == null || now.plan().tasks().isEmpty()) {
            narrow.add(new Paragraph(reader.text("resident.timeline.none")));
            narrow.addClassName("empty");
            return;
        }
        narrow.removeClassName("empty");
        if (phone) {
            narrow.add(new PhoneTimeline(now, reader));
        } else {
            chart(reader.chart(now.plan()));
        }
    }

    private void chart(GanttModel now) {
        if (chart == null || shown == null) {
            chart = new GanttChart();
            chart.setModel(now);
            chart.setHeight(Math.min(HIGHEST, FRAME + ROW * now.rows().size()), Unit.PIXELS);
            add(chart);
            chart.fit();
        } else {
            chart.apply(GanttChanges.between(shown, now));
        }
        shown = now;
    }
}
