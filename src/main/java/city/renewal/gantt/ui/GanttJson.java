package city.renewal.gantt.ui;

import city.renewal.schedule.WorkCalendar;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes what the element reads, see {@code frontend/gantt/data.ts}. Rows and links are arrays, dates are days since
 * 1970-01-01 and classes are named once, because ten thousand rows with named fields are four times as large.
 *
 * <p>A row is {@code [id, parent, position, number, name, class index, quantity, start, finish, promised start,
 * promised finish, share, days late, flags, front, compared start, compared finish, duration, predecessors, planned, out
 * of sequence]}, the last six only where there are any; a link {@code [id, source, target, type, critical]} with the type
 * as {@code FS}, {@code SS}, {@code FF} or {@code SF}; a window {@code [first, last, label, [row ids]]}.
 */
final class GanttJson {

    private static final ObjectMapper MAPPER = JsonMapper.shared();

    private static final int SUMMARY = 1;
    private static final int MILESTONE = 2;
    private static final int CRITICAL = 4;
    private static final int EDITABLE = 8;

    /** The element shows whole percents; more digits would only cost room. */
    private static final double SHARE_STEPS = 10_000;

    /** A few minutes of a day: finer than a pixel at the finest scale. */
    private static final double DAY_STEPS = 100;

    private GanttJson() {
    }

    static String model(GanttModel model, Collection<GanttRow> rows, Collection<GanttLink> links) {
        ObjectNode json = MAPPER.createObjectNode();
        writeRows(json, rows);
        writeLinks(json, links);
        json.set("calendar", calendar(model.calendar()));
        ArrayNode windows = json.putArray("windows");
        model.windows().forEach(window -> {
            ArrayNode array = windows.addArray()
                    .add(window.first().toEpochDay()).add(window.last().toEpochDay()).add(window.label());
            writeIds(array.addArray(), window.rows().stream().sorted().toList());
        });
        json.put("today", model.today().toEpochDay());
        putDay(json, "status", model.statusDate());
        ArrayNode columns = json.putArray("columns");
        model.columns().forEach(column -> columns.add(column.code()));
        if (model.compared() != null) {
            json.put("compared", model.compared());
        }
        return json.toString();
    }

    static String changes(GanttChanges changes) {
        ObjectNode json = MAPPER.createObjectNode();
        writeRows(json, changes.rows());
        writeLinks(json, changes.links());
        writeIds(json.putArray("removedRows"), changes.removedRows());
        writeIds(json.putArray("removedLinks"), changes.removedLinks());
        return json.toString();
    }

    /** Each is {@code [status, id, point, id, point, …]}. */
    static String earlier(List<EarlierFront> fronts) {
        ArrayNode all = MAPPER.createArrayNode();
        for (EarlierFront front : fronts) {
            ArrayNode array = all.addArray();
            array.add(front.statusDate().toEpochDay());
            front.points().forEach((id, point) -> {
                array.add(id);
                addRounded(array, point.epochDays(), DAY_STEPS);
            });
        }
        return all.toString();
    }

    static String labels(String languageTag, Map<String, String> words) {
        ObjectNode json = MAPPER.createObjectNode();
        // Browsers put the month before the day in English unless told otherwise; everything else here does not.
        json.put("locale", languageTag.equals(Locale.ENGLISH.toLanguageTag()) ? Locale.UK.toLanguageTag() : languageTag);
        ObjectNode object = json.putObject("words");
        words.forEach(object::put);
        return json.toString();
    }

    static String choices(GanttColumn column, List<String> texts) {
        ObjectNode json = MAPPER.createObjectNode();
        ArrayNode array = json.putArray(column.code());
        texts.forEach(array::add);
        return json.toString();
    }

    private static void writeRows(ObjectNode json, Collection<GanttRow> rows) {
        Map<String, Integer> classes = new LinkedHashMap<>();
        ArrayNode array = MAPPER.createArrayNode();
        for (GanttRow row : rows) {
            int classIndex = classes.computeIfAbsent(row.itemClass(), name -> classes.size());
            array.add(row(row, classIndex));
        }
        ArrayNode names = json.putArray("classes");
        classes.keySet().forEach(names::add);
        json.set("rows", array);
    }

    private static ArrayNode row(GanttRow row, int classIndex) {
        ArrayNode array = MAPPER.createArrayNode();
        array.add(row.id());
        array.add(row.parent());
        array.add(row.position());
        array.add(row.number());
        array.add(row.name());
        array.add(classIndex);
        array.add(row.quantity());
        array.add(row.start().toEpochDay());
        array.add(row.finish().toEpochDay());
        addDay(array, row.promisedStart());
        addDay(array, row.promisedFinish());
        addRounded(array, row.share(), SHARE_STEPS);
        array.add(row.daysLate());
        array.add(flags(row));
        TimePoint front = row.front();
        if (front == null) {
            array.addNull();
        } else {
            addRounded(array, front.epochDays(), DAY_STEPS);
        }
        boolean marked = !row.outOfSequence().isEmpty();
        boolean typed = marked || !row.typed().equals(TypedTexts.NONE);
        if (row.comparedStart() != null || typed) {
            addDay(array, row.comparedStart());
            addDay(array, row.comparedFinish());
        }
        if (typed) {
            array.add(row.typed().duration()).add(row.typed().predecessors()).add(row.typed().planned());
        }
        if (marked) {
            array.add(row.outOfSequence());
        }
        return array;
    }

    private static int flags(GanttRow row) {
        int kind = switch (row.kind()) {
            case TASK -> 0;
            case SUMMARY -> SUMMARY;
            case MILESTONE -> MILESTONE;
        };
        return kind | (row.critical() ? CRITICAL : 0) | (row.editable() ? EDITABLE : 0);
    }

    private static void writeLinks(ObjectNode json, Collection<GanttLink> links) {
        ArrayNode array = json.putArray("links");
        for (GanttLink link : links) {
            array.addArray()
                    .add(link.id())
                    .add(link.source())
                    .add(link.target())
                    .add(link.type().code())
                    .add(link.critical() ? 1 : 0);
        }
    }

    private static ObjectNode calendar(WorkCalendar calendar) {
        ObjectNode json = MAPPER.createObjectNode();
        ArrayNode week = json.putArray("week");
        calendar.workingWeek().stream().map(DayOfWeek::getValue).forEach(week::add);
        ArrayNode off = json.putArray("off");
        ArrayNode on = json.putArray("on");
        calendar.exceptions().forEach((day, worked) -> (worked ? on : off).add(day.toEpochDay()));
        return json;
    }

    private static void writeIds(ArrayNode array, List<Long> ids) {
        ids.forEach(array::add);
    }

    private static void putDay(ObjectNode json, String name, @Nullable LocalDate day) {
        if (day == null) {
            json.putNull(name);
        } else {
            json.put(name, day.toEpochDay());
        }
    }

    private static void addDay(ArrayNode array, @Nullable LocalDate day) {
        if (day == null) {
            array.addNull();
        } else {
            array.add(day.toEpochDay());
        }
    }

    private static void addRounded(ArrayNode array, double value, double steps) {
        double rounded = Math.round(value * steps) / steps;
        if (rounded == Math.rint(rounded)) {
            array.add((long) rounded);
        } else {
            array.add(rounded);
        }
    }
}
