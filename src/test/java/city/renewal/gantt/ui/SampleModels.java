package city.renewal.gantt.ui;

import city.renewal.schedule.LinkType;
import city.renewal.schedule.WorkCalendar;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** Charts to look at and to measure: a believable compound, and a plan of any length made from its rows. */
public final class SampleModels {

    /** The last day whose progress is known in every sample. */
    public static final LocalDate STATUS = LocalDate.of(2026, 11, 22);

    private SampleModels() {
    }

    /** A compound of 58 rows, with names in Chinese or in English. */
    public static GanttModel compound(Locale locale, List<GanttColumn> columns) {
        Builder builder = new Builder(locale.getLanguage());
        builder.add(read(), 0, "", null);
        return builder.model(columns);
    }

    /** At least this many rows: the compound's over and over, each time a fortnight later. */
    public static GanttModel large(int rows) {
        Builder builder = new Builder("zh");
        List<CSVRecord> records = read();
        for (int block = 0; builder.rows.size() < rows; block++) {
            builder.add(records, block % 40 * 14 - 280, (block + 1) + ".", null);
        }
        return builder.model(GanttColumn.STAFF);
    }

    private static List<CSVRecord> read() {
        CSVFormat format = CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();
        try (Reader reader = new InputStreamReader(Objects.requireNonNull(
                SampleModels.class.getResourceAsStream("/gantt/compound.csv")), StandardCharsets.UTF_8)) {
            return format.parse(reader).getRecords();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Builder {

        private final String language;
        private final List<GanttRow> rows = new ArrayList<>();
        private final List<GanttLink> links = new ArrayList<>();

        Builder(String language) {
            this.language = language;
        }

        void add(List<CSVRecord> records, int shift, String prefix, @Nullable Long top) {
            Map<String, Long> ids = new HashMap<>();
            Map<Long, List<GanttRow>> children = new HashMap<>();
            List<GanttRow> block = new ArrayList<>();
            for (int i = records.size() - 1; i >= 0; i--) {
                ids.put(records.get(i).get("number"), (long) (rows.size() + i + 1));
            }
            for (int i = records.size() - 1; i >= 0; i--) {
                GanttRow row = row(records.get(i), i, ids, children, shift, prefix, top);
                block.addFirst(row);
                if (row.parent() != null) {
                    children.computeIfAbsent(row.parent(), id -> new ArrayList<>()).add(row);
                }
            }
            rows.addAll(block);
            tie(block);
        }

        private GanttRow row(CSVRecord record, int position, Map<String, Long> ids,
                Map<Long, List<GanttRow>> children, int shift, String prefix, @Nullable Long top) {
            String number = record.get("number");
            long id = Objects.requireNonNull(ids.get(number));
            int dot = number.lastIndexOf('.');
            Long parent = dot < 0 ? top : ids.get(number.substring(0, dot));
            RowKind kind = RowKind.valueOf(record.get("kind"));
            if (kind == RowKind.SUMMARY) {
                return summary(record, position, id, parent, prefix, children.getOrDefault(id, List.of()));
            }
            LocalDate start = day(record, "start", shift);
            LocalDate finish = day(record, "finish", shift);
            LocalDate promisedFinish = day(record, "promised_finish", shift);
            double share = share(record, finish);
            return new GanttRow(id, parent, rows.size() + position, prefix + number, record.get("name_" + language),
                    record.get("class_" + language), quantity(record), kind, start, finish,
                    day(record, "promised_start", shift), promisedFinish, share,
                    Math.toIntExact(finish.toEpochDay() - promisedFinish.toEpochDay()),
                    record.get("critical").equals("1"), front(kind, start, finish, share), true);
        }

        private GanttRow summary(CSVRecord record, int position, long id, @Nullable Long parent, String prefix,
                List<GanttRow> children) {
            LocalDate start = children.stream().map(GanttRow::start).min(LocalDate::compareTo).orElseThrow();
            LocalDate finish = children.stream().map(GanttRow::finish).max(LocalDate::compareTo).orElseThrow();
            LocalDate promised = children.stream().map(GanttRow::promisedFinish).filter(Objects::nonNull)
                    .max(LocalDate::compareTo).orElseThrow();
            LocalDate promisedStart = children.stream().map(GanttRow::promisedStart).filter(Objects::nonNull)
                    .min(LocalDate::compareTo).orElseThrow();
            return new GanttRow(id, parent, rows.size() + position, prefix + record.get("number"),
                    record.get("name_" + language), record.get("class_" + language), "", RowKind.SUMMARY, start, finish, promisedStart, promised,
                    children.stream().mapToDouble(GanttRow::share).average().orElse(0),
                    Math.toIntExact(finish.toEpochDay() - promised.toEpochDay()), false, null, false);
        }

        private static LocalDate day(CSVRecord record, String column, int shift) {
            return STATUS.plusDays(Integer.parseInt(record.get(column)) + shift);
        }

        private static double share(CSVRecord record, LocalDate finish) {
            String planned = record.get("planned");
            if (planned.isEmpty()) {
                return finish.isAfter(STATUS) ? 0 : 1;
            }
            return Double.parseDouble(record.get("done")) / Double.parseDouble(planned);
        }

        private String quantity(CSVRecord record) {
            if (record.get("planned").isEmpty()) {
                return "";
            }
            return String.format(Locale.ROOT, "%,d / %,d %s", Integer.parseInt(record.get("done")),
                    Integer.parseInt(record.get("planned")), record.get("unit_" + language));
        }

        private static @Nullable TimePoint front(RowKind kind, LocalDate start, LocalDate finish, double share) {
            if (kind != RowKind.TASK) {
                return null;
            }
            if (share >= 1 || (start.isAfter(STATUS) && share == 0)) {
                return TimePoint.endOf(STATUS);
            }
            double done = (finish.toEpochDay() + 1 - start.toEpochDay()) * share;
            return new TimePoint(start.plusDays((long) done), done - Math.floor(done));
        }

        /** Ties each row to the one that ended last before it began. */
        private void tie(List<GanttRow> block) {
            List<GanttRow> leaves = block.stream().filter(row -> row.kind() != RowKind.SUMMARY).toList();
            for (GanttRow successor : leaves) {
                GanttRow predecessor = null;
                for (GanttRow row : leaves) {
                    long gap = successor.start().toEpochDay() - row.finish().toEpochDay();
                    if (row != successor && gap >= 0 && gap < 20 && (predecessor == null
                            || row.finish().isAfter(predecessor.finish()))
                            && (gap > 0 || successor.kind() == RowKind.MILESTONE)) {
                        predecessor = row;
                    }
                }
                if (predecessor != null) {
                    links.add(new GanttLink(links.size() + 1, predecessor.id(), successor.id(),
                            LinkType.FINISH_TO_START, predecessor.critical() && successor.critical()));
                }
            }
        }

        GanttModel model(List<GanttColumn> columns) {
            Map<LocalDate, Boolean> holidays = new HashMap<>();
            for (int day = 1; day <= 7; day++) {
                holidays.put(LocalDate.of(2026, 10, day), false);
            }
            WorkCalendar monday = WorkCalendar.mondayToFriday();
            return new GanttModel(rows, links, WorkCalendar.of(monday.workingWeek(), holidays), STATUS.plusDays(1),
                    STATUS, columns);
        }
    }
}
