package city.renewal.gantt.ui;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the browser should be showing: the last model with every change since. */
final class GanttState {

    private @Nullable GanttModel model;
    private final Map<Long, GanttRow> rows = new LinkedHashMap<>();
    private final Map<Long, GanttLink> links = new LinkedHashMap<>();

    /** @return whether there was no model yet */
    boolean isEmpty() {
        return model == null;
    }

    void set(GanttModel newModel) {
        model = new GanttModel(List.of(), List.of(), newModel.calendar(), newModel.today(), newModel.statusDate(),
                newModel.columns(), newModel.compared());
        rows.clear();
        newModel.rows().forEach(row -> rows.put(row.id(), row));
        links.clear();
        newModel.links().forEach(link -> links.put(link.id(), link));
    }

    void apply(GanttChanges changes) {
        if (!changes.removedRows().isEmpty()) {
            Set<Long> gone = withDescendants(changes.removedRows());
            rows.keySet().removeAll(gone);
            links.values().removeIf(link -> gone.contains(link.source()) || gone.contains(link.target()));
        }
        changes.removedLinks().forEach(links::remove);
        changes.rows().forEach(row -> rows.put(row.id(), row));
        changes.links().forEach(link -> links.put(link.id(), link));
    }

    /** @return what has to be applied so that the rows and links are these; other parts of the model are not compared */
    GanttChanges difference(GanttModel after) {
        Set<Long> keptRows = new HashSet<>();
        List<GanttRow> changedRows = new ArrayList<>();
        for (GanttRow row : after.rows()) {
            keptRows.add(row.id());
            if (!row.equals(rows.get(row.id()))) {
                changedRows.add(row);
            }
        }
        Set<Long> keptLinks = new HashSet<>();
        List<GanttLink> changedLinks = new ArrayList<>();
        for (GanttLink link : after.links()) {
            keptLinks.add(link.id());
            if (!link.equals(links.get(link.id()))) {
                changedLinks.add(link);
            }
        }
        return new GanttChanges(changedRows, rows.keySet().stream().filter(id -> !keptRows.contains(id)).toList(),
                changedLinks, links.keySet().stream().filter(id -> !keptLinks.contains(id)).toList());
    }

    Optional<GanttRow> row(long id) {
        return Optional.ofNullable(rows.get(id));
    }

    Optional<GanttLink> link(long id) {
        return Optional.ofNullable(links.get(id));
    }

    List<GanttRow> rows() {
        return List.copyOf(rows.values());
    }

    List<GanttLink> links() {
        return List.copyOf(links.values());
    }

    boolean shows(GanttColumn column) {
        return model != null && model.columns().contains(column);
    }

    boolean isEditable(long id) {
        GanttRow row = rows.get(id);
        return row != null && row.editable();
    }

    /** @throws IllegalStateException when there was no model yet */
    String json() {
        GanttModel current = model;
        if (current == null) {
            throw new IllegalStateException("There is no model to write");
        }
        return GanttJson.model(current, rows.values(), links.values());
    }

    private Set<Long> withDescendants(List<Long> ids) {
        Set<Long> gone = new HashSet<>(ids);
        boolean grown = true;
        while (grown) {
            grown = false;
            for (GanttRow row : rows.values()) {
                if (row.parent() != null && gone.contains(row.parent())) {
                    grown |= gone.add(row.id());
                }
            }
        }
        return gone;
    }
}
