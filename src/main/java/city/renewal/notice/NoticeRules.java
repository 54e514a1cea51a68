package city.renewal.notice;

import city.renewal.base.YamlNode;
import java.time.Duration;
import java.time.LocalTime;
import java.time.Period;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The kinds of notices and their rules, read once from {@code config/notices.yaml}. Immutable. */
public final class NoticeRules {

    private static final String FILE = "config/notices.yaml";

    private final Map<String, NoticeKind> kinds;
    private final NightHours night;

    private NoticeRules(Map<String, NoticeKind> kinds, NightHours night) {
        this.kinds = kinds;
        this.night = night;
    }

    /** Reads the file packed into the program. */
    public static NoticeRules packed() {
        return read(YamlNode.packed(FILE));
    }

    /** @throws IllegalArgumentException naming the entry that is there twice or has no usable night or lead time */
    static NoticeRules read(YamlNode file) {
        Map<String, NoticeKind> kinds = new LinkedHashMap<>();
        for (YamlNode node : file.nodes("kinds")) {
            String id = node.text("id");
            NoticeKind kind = new NoticeKind(id, node.words(), node.flag("cut"),
                    node.has("night") ? night(node) : NightWork.NEVER,
                    node.has("lead") ? lead(node.child("lead")) : null);
            if (kinds.put(id, kind) != null) {
                throw new IllegalArgumentException(node.where() + ": '" + id + "' is there twice");
            }
        }
        YamlNode night = file.child("night");
        return new NoticeRules(kinds, new NightHours(LocalTime.parse(night.text("from")),
                LocalTime.parse(night.text("to")), night.words()));
    }

    private static NightWork night(YamlNode node) {
        String when = node.text("night");
        return switch (when) {
            case "throughout" -> NightWork.THROUGHOUT;
            case "at-ends" -> NightWork.AT_ENDS;
            default -> throw new IllegalArgumentException(node.where() + ": 'night' is 'throughout' or 'at-ends', not '"
                    + when + "'");
        };
    }

    private static LeadTime lead(YamlNode node) {
        if (node.has("hours") == node.has("days")) {
            throw new IllegalArgumentException(node.where() + " needs either 'hours' or 'days'");
        }
        return new LeadTime(node.has("hours") ? Duration.ofHours(node.whole("hours", 0))
                : Period.ofDays(node.whole("days", 0)), node.words());
    }

    /** @return every kind, in the order of the file */
    public List<NoticeKind> kinds() {
        return List.copyOf(kinds.values());
    }

    public Optional<NoticeKind> find(@Nullable String id) {
        return Optional.ofNullable(id).map(kinds::get);
    }

    public NightHours night() {
        return night;
    }
}
