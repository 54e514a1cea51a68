package city.renewal.matter.ui;

import city.renewal.matter.MatterFilter;
import city.renewal.matter.MatterKind;
import city.renewal.project.Project;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.QueryParameters;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Which matters of the queue are looked at, and how an address says it. */
public final class MatterFilterBar extends Div {

    private static final String WHOSE = "whose";
    private static final String STANDING = "state";
    private static final String KIND = "kind";
    private static final String PROJECT = "project";

    private final Select<MatterFilter.Whose> whose = new Select<>();
    private final Select<MatterFilter.Standing> standing = new Select<>();
    private final Select<MatterKind> kind = new Select<>();
    private final ComboBox<Project> project = new ComboBox<>();
    private final transient List<MatterKind> kinds;
    private final transient List<Project> projects;

    /** @param wanted is handed what somebody chose */
    public MatterFilterBar(MatterWords words, List<Project> projects, Consumer<MatterFilter> wanted) {
        this.kinds = words.rules().kinds();
        this.projects = projects;
        addClassName("finding-filter");
        whose.setLabel(words.text("matter.filter.whose"));
        whose.setItems(MatterFilter.Whose.values());
        whose.setItemLabelGenerator(each -> words.text("matter.whose." + each.name().toLowerCase(Locale.ROOT)));
        standing.setLabel(words.text("matter.filter.state"));
        standing.setItems(MatterFilter.Standing.values());
        standing.setItemLabelGenerator(each -> words.text("matter.standing." + each.name().toLowerCase(Locale.ROOT)));
        kind.setLabel(words.text("matter.fact.kind"));
        kind.setItems(kinds);
        kind.setEmptySelectionAllowed(true);
        kind.setEmptySelectionCaption(words.text("matter.filter.all"));
        kind.setItemLabelGenerator(each -> each == null ? words.text("matter.filter.all")
                : each.name().in(words.formats().locale()));
        project.setLabel(words.text("column.project"));
        project.setItems(projects);
        project.setPlaceholder(words.text("matter.filter.all"));
        project.setClearButtonVisible(true);
        project.setItemLabelGenerator(each -> each.names().in(words.formats().locale()));
        add(whose, standing, kind, project);
        whose.addValueChangeListener(change -> chosen(change.isFromClient(), wanted));
        standing.addValueChangeListener(change -> chosen(change.isFromClient(), wanted));
        kind.addValueChangeListener(change -> chosen(change.isFromClient(), wanted));
        project.addValueChangeListener(change -> chosen(change.isFromClient(), wanted));
    }

    private void chosen(boolean byReader, Consumer<MatterFilter> wanted) {
        if (byReader) {
            wanted.accept(value());
        }
    }

    private MatterFilter value() {
        return new MatterFilter(whose.getValue(), standing.getValue(),
                kind.getValue() == null ? null : kind.getValue().id(),
                project.getValue() == null ? null : project.getValue().code());
    }

    /** Shows what an address asks for. What is not there is left out. */
    public MatterFilter show(QueryParameters query, MatterFilter.Whose usual) {
        whose.setValue(one(MatterFilter.Whose.values(), query, WHOSE).orElse(usual));
        standing.setValue(one(MatterFilter.Standing.values(), query, STANDING).orElse(MatterFilter.Standing.OPEN));
        kind.setValue(kinds.stream().filter(each -> query.getSingleParameter(KIND).filter(each.id()::equals).isPresent())
                .findFirst().orElse(null));
        project.setValue(projects.stream()
                .filter(each -> query.getSingleParameter(PROJECT).filter(each.code()::equalsIgnoreCase).isPresent())
                .findFirst().orElse(null));
        return value();
    }

    private static <E extends Enum<E>> Optional<E> one(E[] values, QueryParameters query, String name) {
        return query.getSingleParameter(name).flatMap(given -> Arrays.stream(values)
                .filter(each -> each.name().equalsIgnoreCase(given)).findFirst());
    }

    public static QueryParameters query(MatterFilter filter) {
        Map<String, String> query = new LinkedHashMap<>();
        query.put(WHOSE, filter.whose().name().toLowerCase(Locale.ROOT));
        query.put(STANDING, filter.standing().name().toLowerCase(Locale.ROOT));
        if (filter.kind() != null) {
            query.put(KIND, filter.kind());
        }
        if (filter.project() != null) {
            query.put(PROJECT, filter.project());
        }
        return QueryParameters.simple(query);
    }
}
