package city.renewal.desk.ui;

import city.renewal.plan.NewTasks;
import city.renewal.plan.ui.PastedTable;
import city.renewal.plan.ui.PastedTable.Cell;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.function.Consumer;

/** Shows what a pasted table would create, and cell by cell what is wrong, before anything is written. */
final class PasteDialog extends Dialog {

    PasteDialog(PastedTable table, Consumer<NewTasks> create) {
        setHeaderTitle(getTranslation("paste.title"));
        addClassName("paste-dialog");
        long problems = table.problems();
        Paragraph facts = new Paragraph(problems == 0
                ? getTranslation("paste.facts", table.rows().size())
                : getTranslation("paste.problems", problems));
        facts.addClassName(problems == 0 ? "paste-facts" : "paste-problems");
        facts.getElement().setAttribute("role", "status");
        add(facts);
        if (!table.ignored().isEmpty()) {
            add(new Paragraph(getTranslation("paste.ignored", String.join(", ", table.ignored()))));
        }
        add(grid(table));
        Button make = new Button(getTranslation("paste.create"), click -> {
            if (table.tasks() != null) {
                create.accept(table.tasks());
                close();
            }
        });
        make.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        make.setEnabled(table.tasks() != null);
        make.setId("paste-create");
        getFooter().add(new Button(getTranslation("action.cancel"), click -> close()), make);
        setWidth("60rem");
        setMaxWidth("95vw");
    }

    private Grid<List<Cell>> grid(PastedTable table) {
        Grid<List<Cell>> grid = new Grid<>();
        grid.addThemeVariants(GridVariant.LUMO_COMPACT, GridVariant.LUMO_COLUMN_BORDERS);
        for (int index = 0; index < table.headings().size(); index++) {
            int column = index;
            grid.addComponentColumn(row -> cell(row.get(column)))
                    .setHeader(table.headings().get(column)).setAutoWidth(true).setFlexGrow(column == 0 ? 1 : 0);
        }
        grid.setItems(table.rows());
        grid.setMaxHeight("24rem");
        grid.setAllRowsVisible(table.rows().size() <= 8);
        return grid;
    }

    private static Div cell(Cell cell) {
        Div shown = new Div(new Span(cell.text()));
        if (cell.problem() != null) {
            shown.addClassName("wrong");
            Span problem = new Span(cell.problem());
            problem.addClassName("problem");
            shown.add(problem);
        }
        return shown;
    }
}
