package city.renewal.plan;

import city.renewal.base.YamlNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The types of work that rules speak of, read once from {@code config/work-types.yaml}. Immutable. */
public final class WorkTypes {

    private static final String FILE = "config/work-types.yaml";

    private final Map<String, WorkType> types;

    private WorkTypes(Map<String, WorkType> types) {
        this.types = types;
    }

    /** Reads the file packed into the program. */
    public static WorkTypes packed() {
        Map<String, WorkType> types = new LinkedHashMap<>();
        for (YamlNode node : YamlNode.packed(FILE).nodes("work-types")) {
            WorkType type = new WorkType(node.text("id"), node.words(), node.flag("outdoor"), node.flag("noisy"),
                    node.one(WorkType.Alert.class, "alert", WorkType.Alert.NONE),
                    node.one(WorkType.Ground.class, "ground", WorkType.Ground.NONE),
                    node.flag("heating"), node.flag("closes"));
            types.put(type.id(), type);
        }
        return new WorkTypes(types);
    }

    /** @return every type, in the order of the file */
    public List<WorkType> all() {
        return List.copyOf(types.values());
    }

    /** @return the type, or empty for null and for an id that the file no longer has */
    public Optional<WorkType> find(@Nullable String id) {
        return Optional.ofNullable(id).map(types::get);
    }
}
