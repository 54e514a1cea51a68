package city.renewal.gantt.ui;

import city.renewal.schedule.LinkType;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Reads edits as the browser sends them. They may be forged, so each is held against what the chart shows. */
final class EditReader {

    private final GanttChart chart;
    private final GanttState state;

    EditReader(GanttChart chart, GanttState state) {
        this.chart = chart;
        this.state = state;
    }

    /** @return null when the edit is for something that may not be edited, or says what no chart sends */
    @Nullable GanttEditEvent read(int edit, JsonNode detail) {
        try {
            return event(edit, detail);
        } catch (JacksonException | IllegalArgumentException | DateTimeException forged) {
            return null;
        }
    }

    private @Nullable GanttEditEvent event(int edit, JsonNode detail) {
        return switch (detail.get("type").asString()) {
            case "move" -> moved(edit, detail);
            case "link" -> linkDrawn(edit, detail);
            case "unlink" -> linkRemoved(edit, detail);
            case "cell" -> cellEdited(edit, detail);
            case "rows" -> rowsCommand(edit, detail);
            default -> null;
        };
    }

    private @Nullable TaskMovedEvent moved(int edit, JsonNode detail) {
        long id = detail.get("id").asLong();
        LocalDate start = LocalDate.ofEpochDay(detail.get("start").asInt());
        LocalDate finish = LocalDate.ofEpochDay(detail.get("finish").asInt());
        if (!state.isEditable(id) || finish.isBefore(start)) {
            return null;
        }
        TaskMovedEvent.Kind kind = TaskMovedEvent.Kind.valueOf(detail.get("kind").asString());
        return new TaskMovedEvent(chart, edit, id, start, finish, kind);
    }

    private @Nullable LinkDrawnEvent linkDrawn(int edit, JsonNode detail) {
        long source = detail.get("source").asLong();
        long target = detail.get("target").asLong();
        if (source == target || !state.isEditable(source) || !state.isEditable(target)) {
            return null;
        }
        for (LinkType type : LinkType.values()) {
            if (type.code().equals(detail.get("link").asString())) {
                return new LinkDrawnEvent(chart, edit, source, target, type);
            }
        }
        return null;
    }

    private @Nullable LinkRemovedEvent linkRemoved(int edit, JsonNode detail) {
        long id = detail.get("id").asLong();
        boolean allowed = state.link(id).map(link -> state.isEditable(link.target())).orElse(false);
        return allowed ? new LinkRemovedEvent(chart, edit, id) : null;
    }

    private @Nullable CellEditedEvent cellEdited(int edit, JsonNode detail) {
        long id = detail.get("id").asLong();
        String text = detail.get("text").asString();
        String code = detail.get("column").asString();
        if (state.row(id).isEmpty() || text.length() > CellEditedEvent.LONGEST_TEXT) {
            return null;
        }
        return Arrays.stream(GanttColumn.values())
                .filter(column -> column.code().equals(code) && state.shows(column))
                .findFirst()
                .map(column -> new CellEditedEvent(chart, edit, id, column, text))
                .orElse(null);
    }

    private @Nullable RowsCommandEvent rowsCommand(int edit, JsonNode detail) {
        String text = detail.get("text").asString();
        if (text.length() > RowsCommandEvent.LONGEST_TEXT) {
            return null;
        }
        List<Long> ids = new ArrayList<>();
        detail.get("ids").forEach(id -> ids.add(id.asLong()));
        JsonNode target = detail.get("target");
        Long behind = target.isNull() ? null : Long.valueOf(target.asLong());
        RowsCommand command = RowsCommand.valueOf(detail.get("command").asString().toUpperCase(Locale.ROOT));
        if (ids.stream().anyMatch(id -> state.row(id).isEmpty()) || behind != null && state.row(behind).isEmpty()) {
            return null;
        }
        return new RowsCommandEvent(chart, edit, command, ids, behind, text);
    }
}
