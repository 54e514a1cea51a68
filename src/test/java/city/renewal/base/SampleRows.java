package city.renewal.base;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * Rows for every table of a schema, made from what the database says of its columns. The columns are those at the
 * time of {@link #fill()}, so that later ones do not count. Every number of row {@code n} is {@code n} itself, which
 * makes foreign keys fit; a rule about values in a migration would have to be taught here.
 */
final class SampleRows {

    static final int EACH = 3;
    private static final int FIRST = 101;
    /** Columns that a later migration drops, because what they held is computed. */
    private static final Set<String> COMPUTED = Set.of("task.total_float_minutes", "task.free_float_minutes");
    /** Null where the column beside it is not: a photo belongs to a report or to a step of a finding, for instance. */
    private static final Set<String> ELSE_NULL = Set.of("photo.finding_step_id", "handover_paper.handover_id");
    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);

    private final Handle handle;
    private final String schema;
    private final Map<String, List<Column>> tables = new TreeMap<>();

    private record Column(String name, int type, String typeName, int size) {
    }

    /** Leaves the handle's connection in that schema. */
    SampleRows(Handle handle, String schema) throws SQLException {
        this.handle = handle;
        this.schema = schema;
        handle.getConnection().setSchema(schema);
    }

    void fill() throws SQLException {
        DatabaseMetaData about = handle.getConnection().getMetaData();
        try (ResultSet found = about.getColumns(null, schema, "%", "%")) {
            while (found.next()) {
                tables.computeIfAbsent(found.getString("TABLE_NAME"), none -> new ArrayList<>())
                        .add(new Column(found.getString("COLUMN_NAME"), found.getInt("DATA_TYPE"),
                                found.getString("TYPE_NAME"), found.getInt("COLUMN_SIZE")));
            }
        }
        tables.keySet().removeIf(table -> table.equals("flyway_schema_history") || isNoTable(about, table));
        for (String table : parentsFirst(about)) {
            for (int row = FIRST; row < FIRST + EACH; row++) {
                insert(table, row);
            }
        }
    }

    private boolean isNoTable(DatabaseMetaData about, String table) {
        try (ResultSet found = about.getTables(null, schema, table, null)) {
            return !found.next() || !found.getString("TABLE_TYPE").endsWith("TABLE");
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private List<String> parentsFirst(DatabaseMetaData about) throws SQLException {
        Map<String, Set<String>> parents = new HashMap<>();
        for (String table : tables.keySet()) {
            Set<String> needed = new HashSet<>();
            try (ResultSet keys = about.getImportedKeys(null, schema, table)) {
                while (keys.next()) {
                    needed.add(keys.getString("PKTABLE_NAME"));
                }
            }
            needed.remove(table);
            parents.put(table, needed);
        }
        List<String> ordered = new ArrayList<>();
        while (ordered.size() < tables.size()) {
            List<String> ready = tables.keySet().stream()
                    .filter(table -> !ordered.contains(table) && ordered.containsAll(parents.get(table)))
                    .sorted(Comparator.naturalOrder())
                    .toList();
            if (ready.isEmpty()) {
                throw new IllegalStateException("Tables refer to each other in a circle: " + parents);
            }
            ordered.addAll(ready);
        }
        return ordered;
    }

    private void insert(String table, int row) {
        List<Column> columns = tables.get(table);
        Object[] values = columns.stream()
                .map(column -> ELSE_NULL.contains((table + "." + column.name()).toLowerCase(Locale.ROOT)) ? null : value(column, row))
                .toArray();
        handle.execute("INSERT INTO " + quoted(table) + " (" + names(columns) + ") VALUES ("
                + columns.stream().map(column -> "?").collect(Collectors.joining(", ")) + ")", values);
    }

    private static Object value(Column column, int row) {
        return switch (column.type()) {
            case Types.BIGINT -> (long) row;
            case Types.INTEGER, Types.SMALLINT -> row;
            case Types.DECIMAL, Types.NUMERIC -> BigDecimal.valueOf(row);
            case Types.DOUBLE, Types.FLOAT, Types.REAL -> (double) row;
            case Types.BOOLEAN, Types.BIT -> row % 2 == 0;
            case Types.DATE -> DAY.plusDays(row);
            case Types.TIMESTAMP, Types.TIMESTAMP_WITH_TIMEZONE ->
                    DAY.plusDays(row).atTime(LocalTime.NOON).atOffset(ZoneOffset.UTC);
            case Types.CHAR -> String.valueOf(row).repeat(column.size()).substring(0, column.size());
            case Types.VARCHAR, Types.LONGVARCHAR, Types.CLOB -> column.size() < 8 ? String.valueOf(row) : "文字 " + row;
            case Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY -> new byte[] {(byte) row};
            default -> throw new IllegalStateException("No sample for " + column);
        };
    }

    /** @return the rows of each table as texts, in order */
    Map<String, List<String>> read() throws SQLException {
        Connection connection = handle.getConnection();
        connection.setSchema(schema);
        Map<String, List<String>> found = new TreeMap<>();
        for (Map.Entry<String, List<Column>> table : tables.entrySet()) {
            List<Column> columns = table.getValue().stream()
                    .filter(column -> !COMPUTED.contains((table.getKey() + "." + column.name()).toLowerCase(Locale.ROOT)))
                    .toList();
            List<String> rows = new ArrayList<>();
            try (var statement = connection.createStatement(); ResultSet result = statement.executeQuery(
                    "SELECT " + names(columns) + " FROM " + quoted(table.getKey()))) {
                while (result.next()) {
                    List<String> values = new ArrayList<>();
                    for (Column column : columns) {
                        values.add(column.name() + "=" + result.getString(column.name()));
                    }
                    rows.add(values.toString());
                }
            }
            rows.sort(Comparator.naturalOrder());
            found.put(table.getKey(), rows);
        }
        return found;
    }

    private static String names(List<Column> columns) {
        return columns.stream().map(column -> quoted(column.name())).collect(Collectors.joining(", "));
    }

    private static String quoted(String name) {
        return '"' + name + '"';
    }
}
