package city.renewal.desk.ui;

import city.renewal.base.Formats;
import city.renewal.plan.Baseline;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.time.ZoneId;
import java.util.List;

/** Every baseline of a plan: which, who, when, until when, why. None can be changed or removed. */
final class BaselineList extends Div {

    /** More than these scroll, so that the comparison below stays in view. */
    private static final int SHOWN = 6;

    private final Grid<Baseline> grid = new Grid<>();
    private final Paragraph none = new Paragraph(getTranslation("baseline.none"));

    BaselineList(Formats formats, ZoneId zone) {
        addClassName("baseline-list");
        none.addClassName("baseline-none");
        grid.addThemeVariants(GridVariant.LUMO_NO_BORDER, GridVariant.LUMO_COMPACT, GridVariant.LUMO_WRAP_CELL_CONTENT);
        grid.addColumn(Baseline::baselineNo).setHeader(getTranslation("baseline.number")).setAutoWidth(true)
                .setFlexGrow(0);
        grid.addColumn(baseline -> formats.name(baseline.name())).setHeader(getTranslation("baseline.name"))
                .setWidth("9em").setFlexGrow(2);
        grid.addColumn(baseline -> baseline.finishOn() == null ? "" : formats.date(baseline.finishOn()))
                .setHeader(getTranslation("column.finish")).setAutoWidth(true).setFlexGrow(0);
        grid.addColumn(baseline -> formats.name(baseline.takenBy())).setHeader(getTranslation("baseline.by"))
                .setAutoWidth(true).setFlexGrow(0);
        grid.addColumn(baseline -> formats.moment(baseline.takenAt(), zone)).setHeader(getTranslation("baseline.at"))
                .setAutoWidth(true).setFlexGrow(0);
        grid.addColumn(baseline -> baseline.reason() == null ? getTranslation("baseline.original") : baseline.reason())
                .setHeader(getTranslation("baseline.reason.short")).setWidth("14em").setFlexGrow(4);
        add(none, grid);
    }

    void show(List<Baseline> baselines) {
        none.setVisible(baselines.isEmpty());
        grid.setVisible(!baselines.isEmpty());
        grid.setAllRowsVisible(baselines.size() <= SHOWN);
        grid.setItems(baselines);
    }
}
