package city.renewal.consent;

import city.renewal.base.Messages;
import city.renewal.base.Refusal;
import city.renewal.project.Place;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * Reads a register: CSV with a heading, in UTF-8 or in the encoding in which Chinese spreadsheets write
 * (GB 18030). Columns in any order: building, stairwell, door, floor area, owner where names are wanted, and a number for
 * owners of several flats.
 */
final class RegisterFile {

    /** Bytes that a register may have. */
    static final int MOST_BYTES = 4 << 20;
    /** Households that a register may have. */
    static final int MOST_LINES = 50_000;
    /** Problems that are told of one file. */
    private static final int MOST_PROBLEMS = 200;
    private static final int LONGEST_STAIRWELL = 16;
    private static final int LONGEST_DOOR = 32;
    private static final int LONGEST_OWNER = 100;
    private static final int LONGEST_NUMBER = 32;
    /** Numbers of people: of an identity card, old or new, or of a telephone. */
    private static final Pattern PERSONAL = Pattern.compile("[0-9]{11}|[0-9]{15}|[0-9]{17}[0-9X]");
    private static final BigDecimal LARGEST_AREA = BigDecimal.valueOf(100_000);

    private enum Column {
        BUILDING, STAIRWELL, DOOR, AREA, OWNER, NUMBER
    }

    private static final Set<Column> OPTIONAL = EnumSet.of(Column.OWNER, Column.NUMBER);

    private final Messages messages;
    private final Map<String, Place> buildings = new HashMap<>();
    private final List<RegisterReport.Line> lines = new ArrayList<>();
    private final List<RegisterReport.Problem> problems = new ArrayList<>();
    private final Map<String, Long> seen = new HashMap<>();
    /** How a stairwell is written, however a line writes it: as the register has it, else as the file does first. */
    private final Map<String, String> stairwells = new HashMap<>();
    /** The first line that names the owner of a number. */
    private final Map<String, RegisterReport.Line> named = new HashMap<>();

    /**
     * @param places     of the project; a building is found by its code or by its name in either language
     * @param registered the stairwells that the register has
     */
    RegisterFile(Messages messages, List<Place> places, List<RegisterStairwell> registered) {
        this.messages = messages;
        registered.forEach(each -> spelling(each.placeId(), each.stairwell()));
        for (Place place : places) {
            for (String name : Stream.of(place.code(), place.name(), place.nameEn()).filter(Objects::nonNull).toList()) {
                buildings.putIfAbsent(key(name), place);
            }
        }
    }

    /** @throws Refusal when it is no such file at all */
    RegisterReport read(byte[] content) {
        if (content.length > MOST_BYTES) {
            throw new Refusal("register.large", MOST_BYTES >> 20);
        }
        Map<Column, Integer> columns = Map.of();
        try (CSVParser parser = CSVFormat.DEFAULT.builder().setIgnoreSurroundingSpaces(true).get()
                .parse(new StringReader(text(content)))) {
            for (CSVRecord line : parser) {
                if (columns.isEmpty()) {
                    columns = heading(line);
                } else if (line.stream().anyMatch(cell -> !cell.isBlank())) {
                    take(line, parser.getCurrentLineNumber(), columns);
                }
            }
            if (columns.isEmpty() || lines.isEmpty() && problems.isEmpty()) {
                throw new Refusal("register.empty");
            }
        } catch (IOException | UncheckedIOException | IllegalStateException malformed) {
            throw new Refusal("register.malformed");
        }
        return new RegisterReport(lines, problems, columns.containsKey(Column.OWNER), columns.containsKey(Column.NUMBER));
    }

    private static String text(byte[] content) {
        String text;
        try {
            text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
        } catch (CharacterCodingException notUtf8) {
            text = new String(content, Charset.forName("GB18030"));
        }
        return text.startsWith("\ufeff") ? text.substring(1) : text;
    }

    private Map<Column, Integer> heading(CSVRecord line) {
        Map<Column, Integer> found = new EnumMap<>(Column.class);
        for (Column column : Column.values()) {
            Set<String> names = new HashSet<>();
            for (Locale locale : Messages.LOCALES) {
                for (String name : messages.text(locale,
                        "register.column." + column.name().toLowerCase(Locale.ROOT)).split("\\|")) {
                    names.add(key(name));
                }
            }
            for (int i = 0; i < line.size(); i++) {
                if (names.contains(key(line.get(i)))) {
                    found.putIfAbsent(column, i);
                }
            }
            if (!OPTIONAL.contains(column) && !found.containsKey(column)) {
                throw new Refusal("register.column.missing",
                        messages.text(Messages.LOCALES.getFirst(), "register.columns"));
            }
        }
        return found;
    }

    private void take(CSVRecord record, long number, Map<Column, Integer> columns) {
        try {
            if (lines.size() >= MOST_LINES || problems.size() >= MOST_PROBLEMS) {
                return;
            }
            String building = cell(record, columns, Column.BUILDING);
            Place place = buildings.get(key(building));
            if (place == null) {
                throw new Refusal("register.building.unknown", building);
            }
            String stairwell = spelling(place.id(), text(cell(record, columns, Column.STAIRWELL), LONGEST_STAIRWELL,
                    "register.stairwell.unusable"));
            String door = text(cell(record, columns, Column.DOOR), LONGEST_DOOR, "register.door.unusable");
            BigDecimal area = area(cell(record, columns, Column.AREA));
            String owner = cell(record, columns, Column.OWNER);
            if (owner.length() > LONGEST_OWNER) {
                throw new Refusal("register.owner.long", LONGEST_OWNER);
            }
            Long before = seen.putIfAbsent(place.id() + "|" + key(stairwell) + "|" + key(door), number);
            if (before != null) {
                throw new Refusal("register.door.twice", before.intValue());
            }
            RegisterReport.Line line = new RegisterReport.Line(number, place.id(), place.code(), stairwell, door, area,
                    owner.isEmpty() ? null : owner, ownerNumber(cell(record, columns, Column.NUMBER)));
            requireOneName(line);
            lines.add(line);
        } catch (Refusal why) {
            problems.add(new RegisterReport.Problem(number, why));
        }
    }

    /** Appointments are for one stairwell, so that it must not be two because a space was typed. */
    private String spelling(long placeId, String stairwell) {
        return stairwells.computeIfAbsent(placeId + "|" + key(stairwell), first -> stairwell);
    }

    private static @Nullable String ownerNumber(String given) {
        if (given.isEmpty()) {
            return null;
        }
        if (PERSONAL.matcher(key(given)).matches()) {
            throw new Refusal("register.number.personal");
        }
        return text(given, LONGEST_NUMBER, "register.number.unusable");
    }

    /** A number that stands beside two names was mistyped on one of their lines. */
    private void requireOneName(RegisterReport.Line line) {
        if (line.ownerNumber() != null && line.owner() != null) {
            RegisterReport.Line first = named.putIfAbsent(key(line.ownerNumber()), line);
            if (first != null && !key(String.valueOf(first.owner())).equals(key(line.owner()))) {
                throw new Refusal("register.number.names", (int) first.number());
            }
        }
    }

    private static String cell(CSVRecord record, Map<Column, Integer> columns, Column column) {
        Integer at = columns.get(column);
        return at == null || at >= record.size() ? "" : record.get(at).strip();
    }

    private static String text(String given, int longest, String refusal) {
        if (given.isEmpty() || given.length() > longest || given.chars().anyMatch(Character::isISOControl)) {
            throw new Refusal(refusal, longest);
        }
        return given;
    }

    private static BigDecimal area(String given) {
        BigDecimal area;
        try {
            area = new BigDecimal(Normalizer.normalize(given, Normalizer.Form.NFKC).replace(",", ""));
        } catch (NumberFormatException notANumber) {
            throw new Refusal("register.area.unusable", given);
        }
        if (area.signum() <= 0 || area.compareTo(LARGEST_AREA) > 0 || area.stripTrailingZeros().scale() > 2) {
            throw new Refusal("register.area.unusable", given);
        }
        return area.setScale(2);
    }

    /** @return what makes two writings of a name the same: width of letters, case and spaces do not count */
    static String key(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC).replaceAll("\\s+", "").toUpperCase(Locale.ROOT);
    }
}
