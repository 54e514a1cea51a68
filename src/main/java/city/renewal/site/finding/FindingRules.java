package city.renewal.site.finding;

import city.renewal.base.Refusal;
import city.renewal.base.Words;
import city.renewal.base.YamlNode;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How findings are sorted and by when they are put right, read once from {@code config/findings.yaml}. Immutable. */
public final class FindingRules {

    private static final String FILE = "config/findings.yaml";

    private final List<Kind> kinds;
    private final List<Severity> severities;

    private FindingRules(List<Kind> kinds, List<Severity> severities) {
        this.kinds = kinds;
        this.severities = severities;
    }

    /** @param id stable: it is stored with findings */
    public record Kind(String id, Words words) {
    }

    /**
     * @param id      stable: it is stored with findings
     * @param due     by kind: calendar days in which it is put right, 0 is the day on which it was raised
     * @param manager on which calendar day after the due date it rises to the project manager, at least 1
     * @param officer on which to the district officer, at least {@code manager}
     */
    public record Severity(String id, Words words, Map<String, Integer> due, int manager, int officer) {
    }

    /** Reads the file packed into the program. */
    public static FindingRules packed() {
        return read(YamlNode.packed(FILE));
    }

    /** @throws IllegalArgumentException naming the entry that does not fit */
    static FindingRules read(YamlNode file) {
        List<Kind> kinds = file.nodes("kinds").stream().map(kind -> new Kind(kind.text("id"), kind.words())).toList();
        List<Severity> severities = file.nodes("severities").stream().map(node -> severity(node, kinds)).toList();
        if (kinds.isEmpty() || severities.isEmpty()) {
            throw new IllegalArgumentException(file.where() + " lacks kinds or severities");
        }
        return new FindingRules(kinds, severities);
    }

    private static Severity severity(YamlNode node, List<Kind> kinds) {
        Map<String, Integer> due = new LinkedHashMap<>();
        YamlNode days = node.child("due");
        kinds.forEach(kind -> due.put(kind.id(), (int) days.number(kind.id())));
        Severity severity = new Severity(node.text("id"), node.words(), Map.copyOf(due),
                (int) node.number("manager"), (int) node.number("officer"));
        if (severity.manager() < 1 || severity.officer() < severity.manager()
                || due.values().stream().anyMatch(each -> each < 0 || each > Findings.LONGEST_DUE_DAYS)) {
            throw new IllegalArgumentException(node.where() + ": the days of '" + severity.id() + "' do not follow");
        }
        return severity;
    }

    /** @return in the order in which they are offered */
    public List<Kind> kinds() {
        return kinds;
    }

    /** @return mildest first */
    public List<Severity> severities() {
        return severities;
    }

    /** @throws Refusal when there is no such kind */
    public Kind kind(String id) {
        return kinds.stream().filter(kind -> kind.id().equals(id)).findFirst()
                .orElseThrow(() -> new Refusal("finding.kind.unknown", id));
    }

    /** @throws Refusal when there is no such severity */
    public Severity severity(String id) {
        return severities.stream().filter(severity -> severity.id().equals(id)).findFirst()
                .orElseThrow(() -> new Refusal("finding.severity.unknown", id));
    }

    /**
     * @param from the day on which it is raised or given back
     * @return the last day on which it is in time
     * @throws Refusal when there is no such kind or severity
     */
    public LocalDate dueOn(String kind, String severity, LocalDate from) {
        return from.plusDays(severity(severity).due().get(kind(kind).id()));
    }
}
