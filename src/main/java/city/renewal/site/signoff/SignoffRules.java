package city.renewal.site.signoff;

import city.renewal.base.YamlNode;
import city.renewal.plan.WorkTypes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Which types of work are signed off, read once from {@code config/signoffs.yaml}. Immutable. */
public final class SignoffRules {

    private static final String FILE = "config/signoffs.yaml";

    private final Map<String, SignoffRule> rules;

    private SignoffRules(Map<String, SignoffRule> rules) {
        this.rules = rules;
    }

    /** Reads the file packed into the program. */
    public static SignoffRules packed(WorkTypes types) {
        return read(YamlNode.packed(FILE), types);
    }

    /** @throws IllegalArgumentException naming the entry that has no known type of work or nothing to look at */
    static SignoffRules read(YamlNode file, WorkTypes types) {
        Map<String, SignoffRule> rules = new LinkedHashMap<>();
        for (YamlNode node : file.nodes("signoffs")) {
            String work = node.text("work");
            List<SignoffRule.Check> checks = node.nodes("checks").stream()
                    .map(check -> new SignoffRule.Check(check.text("id"), check.words()))
                    .toList();
            if (types.find(work).isEmpty()) {
                throw new IllegalArgumentException(node.where() + ": '" + work + "' is no type of work");
            }
            if (checks.isEmpty()) {
                throw new IllegalArgumentException(node.where() + ": '" + work + "' has no checks");
            }
            if (rules.put(work, new SignoffRule(work, node.flag("blocks"), node.flag("concealed"), checks)) != null) {
                throw new IllegalArgumentException(node.where() + ": '" + work + "' is there twice");
            }
        }
        return new SignoffRules(rules);
    }

    /** @return empty for work that nobody signs off */
    public Optional<SignoffRule> find(@Nullable String workType) {
        return Optional.ofNullable(workType).map(rules::get);
    }

    /** @return the types of work whose signature the next process waits for */
    public Set<String> blocking() {
        return rules.values().stream().filter(SignoffRule::blocks).map(SignoffRule::workType)
                .collect(Collectors.toUnmodifiableSet());
    }
}
