package city.renewal.matter;

import city.renewal.base.Refusal;
import city.renewal.base.YamlNode;
import city.renewal.plan.HolidayCalendars;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The kinds of matters and their time limits, read once from {@code config/matters.yaml}. Immutable. */
public final class MatterRules {

    private static final String PACKED = "config/matters.yaml";
    /** Calendar days that so many working days may take: two in seven are off, and the longest holidays are ten. */
    private static final double DAYS_A_WORKING_DAY = 1.4;
    private static final int LONGEST_HOLIDAY = 10;

    private final OfficeHours hours;
    private final Map<String, MatterKind> kinds;

    private MatterRules(OfficeHours hours, Map<String, MatterKind> kinds) {
        this.hours = hours;
        this.kinds = kinds;
    }

    /** Reads the file packed into the program. */
    public static MatterRules packed(HolidayCalendars calendars) {
        return read(YamlNode.packed(PACKED), calendars);
    }

    /** @throws IllegalArgumentException in one line, what is wrong with the file and where */
    static MatterRules read(YamlNode file, HolidayCalendars calendars) {
        YamlNode hours = file.child("hours");
        List<OfficeHours.Span> spans = hours.texts("spans").stream().map(OfficeHours.Span::parse).toList();
        int longest = (int) file.number("longest-days");
        Map<String, MatterKind> kinds = new LinkedHashMap<>();
        file.children("kinds").forEach((id, node) -> kinds.put(id, kind(id, node, file.text("own"), longest)));
        return new MatterRules(new OfficeHours(calendars.calendar(hours.text("calendar")), spans), kinds);
    }

    private static MatterKind kind(String id, YamlNode node, String own, int longest) {
        boolean always = node.flag("around-the-clock");
        try {
            TimeLimit answer = TimeLimit.parse(node.text("answer"), always);
            if (answer.days() && answer.count() * (always ? 1 : DAYS_A_WORKING_DAY) + (always ? 0 : LONGEST_HOLIDAY)
                    > longest) {
                throw new IllegalArgumentException("an answer in " + node.text("answer") + " takes more than "
                        + longest + " days");
            }
            return new MatterKind(id, node.words(), TimeLimit.parse(node.text("take"), always), answer,
                    node.flag("dispute"), node.has("source") ? node.text("source") : own);
        } catch (IllegalArgumentException malformed) {
            throw new IllegalArgumentException(node.where() + ": " + malformed.getMessage(), malformed);
        }
    }

    public OfficeHours hours() {
        return hours;
    }

    /** @return every kind in the order of the file */
    public List<MatterKind> kinds() {
        return new ArrayList<>(kinds.values());
    }

    /** @throws Refusal when there is no such kind */
    public MatterKind kind(String id) {
        MatterKind kind = kinds.get(id);
        if (kind == null) {
            throw new Refusal("matter.kind.unknown");
        }
        return kind;
    }
}
