package city.renewal.programme.ui;

import city.renewal.base.Formats;
import city.renewal.plan.ui.StandingWords;
import city.renewal.programme.ProjectFilter;
import city.renewal.programme.ProjectLine;
import city.renewal.project.Kinds;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.RouterLink;
import java.util.ArrayList;
import java.util.List;

/** The projects that the filter leaves, a part at first; or what to do when it leaves none. */
final class ProjectList extends Div {

    /** Projects shown at first, and how many more at a time. */
    static final int STEP = 30;

    private final transient Kinds kinds;
    private final transient Formats formats;
    private final transient StandingWords standings;
    private final Div head = new Div();
    private final UnorderedList list = new UnorderedList();
    private final Div empty = new Div();
    private final Button more = new Button();
    private final List<ProjectRow> rows = new ArrayList<>();
    private transient List<ProjectLine> shown = List.of();
    private transient List<ProjectLine> wanted = List.of();
    private int limit = STEP;

    ProjectList(Kinds kinds, Formats formats, StandingWords standings) {
        this.kinds = kinds;
        this.formats = formats;
        this.standings = standings;
        addClassName("project-list");
        head.addClassName("project-head");
        head.getElement().setAttribute("aria-hidden", "true");
        for (String column : new String[] {"project", "stage", "progress", "finish", "state"}) {
            head.add(new Span(getTranslation("overview.column." + column)));
        }
        empty.addClassName("empty");
        more.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        more.addClickListener(click -> {
            limit += STEP;
            draw();
        });
        add(head, list, empty, more);
    }

    /** Shows the filter's projects, changing only the rows that differ. */
    void show(List<ProjectLine> lines, ProjectFilter filter) {
        wanted = lines.stream().filter(filter::matches).toList();
        head.setVisible(!wanted.isEmpty());
        empty.setVisible(wanted.isEmpty());
        empty.removeAll();
        if (lines.isEmpty()) {
            empty.add(new Paragraph(getTranslation("overview.empty.programme")));
        } else if (wanted.isEmpty()) {
            empty.add(new Paragraph(filter.text().isEmpty()
                            ? getTranslation("overview.empty.filter")
                            : getTranslation("overview.empty.text", filter.text())),
                    new Paragraph(getTranslation("overview.empty.help")),
                    new RouterLink(getTranslation("overview.empty.all"), OverviewView.class));
        }
        draw();
    }

    private void draw() {
        List<ProjectLine> next = wanted.subList(0, Math.min(limit, wanted.size()));
        while (rows.size() > next.size()) {
            list.remove(rows.removeLast());
        }
        for (int place = 0; place < next.size(); place++) {
            if (place == rows.size()) {
                ProjectRow row = new ProjectRow(kinds, formats, standings);
                rows.add(row);
                list.add(row);
                row.show(next.get(place));
            } else if (place >= shown.size() || !next.get(place).equals(shown.get(place))) {
                rows.get(place).show(next.get(place));
            }
        }
        shown = List.copyOf(next);
        int left = wanted.size() - next.size();
        more.setVisible(left > 0);
        more.setText(getTranslation("overview.more", left));
    }
}
