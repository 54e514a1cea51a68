package city.renewal.visit.ui;

import city.renewal.base.ui.DeskCard;
import city.renewal.visit.Remaining;
import city.renewal.visit.VisitWork;
import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import java.util.function.ToIntFunction;

/** What remains to be done: each work, building by building, and all of them together. */
@CssImport("./styles/visits.css")
public final class RemainingCard extends DeskCard {

    private static final List<String> HEADS = List.of("visit.remaining.households", "visit.remaining.done",
            "visit.remaining.booked", "visit.remaining.not-home", "visit.remaining.declined", "visit.remaining.open");

    private final transient VisitContext context;
    private final Div content = new Div();

    public RemainingCard(VisitContext context) {
        super(context.text("visit.remaining.title"), context.messages());
        this.context = context;
        setId("visit-remaining");
        add(content);
        show();
    }

    /** Counts anew; a page calls it when the project changed. */
    public void show() {
        content.removeAll();
        List<VisitWork> works = context.services().works().of(context.project().id());
        if (works.isEmpty()) {
            content.add(new Paragraph(getTranslation("visit.remaining.none")));
            return;
        }
        List<Remaining> all = context.services().board().remaining(context.project().id());
        for (VisitWork work : works) {
            content.add(new H3(work.titles().in(getLocale())),
                    table(all.stream().filter(each -> each.workId() == work.id()).toList()));
        }
    }

    private Div table(List<Remaining> buildings) {
        NativeTable table = new NativeTable();
        NativeTableRow heads = table.getHead().addRow();
        heads.addHeaderCell().setText(getTranslation("visit.building"));
        HEADS.forEach(head -> heads.addHeaderCell().setText(getTranslation(head)));
        heads.getChildren().forEach(cell -> cell.getElement().setAttribute("scope", "col"));
        buildings.forEach(each -> row(table, each.buildings().in(getLocale()), List.of(each)));
        if (buildings.size() > 1) {
            row(table, getTranslation("visit.remaining.all"), buildings);
        }
        Div scrolled = new Div(table);
        scrolled.addClassName("visit-table");
        // What scrolls sideways on a telephone has to be reached with the keyboard.
        scrolled.getElement().setAttribute("tabindex", "0");
        scrolled.getElement().setAttribute("role", "region");
        scrolled.getElement().setAttribute("aria-label", getTranslation("visit.remaining.title"));
        return scrolled;
    }

    private static void row(NativeTable table, String name, List<Remaining> counted) {
        NativeTableRow row = table.getBody().addRow();
        NativeTableHeaderCell head = row.addHeaderCell();
        head.setText(name);
        head.getElement().setAttribute("scope", "row");
        for (int number : new int[] {sum(counted, Remaining::households), sum(counted, Remaining::done),
            sum(counted, Remaining::booked), sum(counted, Remaining::notHome), sum(counted, Remaining::declined),
            sum(counted, Remaining::notBooked)}) {
            row.addDataCell().setText(String.valueOf(number));
        }
    }

    private static int sum(List<Remaining> counted, ToIntFunction<Remaining> number) {
        return counted.stream().mapToInt(number).sum();
    }
}
