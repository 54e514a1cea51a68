package city.renewal.plan.window.ui;

import city.renewal.base.Formats;
import city.renewal.plan.StopWindow;
import city.renewal.plan.WindowKind;
import city.renewal.plan.WindowScope;
import city.renewal.plan.WorkType;
import city.renewal.plan.WorkTypes;
import city.renewal.project.Kind;
import city.renewal.project.Kinds;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Says what windows are in one reader's language. */
public final class WindowWords {

    private final Formats formats;
    private final Kinds kinds;
    private final WorkTypes types;

    public WindowWords(Formats formats, Kinds kinds, WorkTypes types) {
        this.formats = formats;
        this.kinds = kinds;
        this.types = types;
    }

    Formats formats() {
        return formats;
    }

    Kinds kinds() {
        return kinds;
    }

    WorkTypes types() {
        return types;
    }

    String text(String key, Object... parameters) {
        return formats.messages().text(formats.locale(), key, parameters);
    }

    String kind(WindowKind kind) {
        return text("window.kind." + kind.code());
    }

    /** @return such as {@code 12月1日–12月7日} */
    public String dates(StopWindow window) {
        return window.firstOn().equals(window.lastOn())
                ? formats.date(window.firstOn())
                : formats.date(window.firstOn()) + "–" + formats.date(window.lastOn());
    }

    /** @return the kind with the dates, as a chart labels it */
    public String label(StopWindow window) {
        return kind(window.kind()) + " " + dates(window);
    }

    /** @return whom it concerns: streets, kinds, projects and types of work, or everybody */
    String scope(StopWindow window) {
        WindowScope scope = window.scope();
        List<String> parts = new ArrayList<>();
        add(parts, scope.streets(), Function.identity());
        add(parts, scope.kinds(), id -> kinds.find(id).map(this::kindName).orElse(id));
        add(parts, scope.projects(), Function.identity());
        if (parts.isEmpty()) {
            parts.add(text("window.scope.all"));
        }
        add(parts, scope.workTypes(), id -> types.find(id).map(this::typeName).orElse(id));
        return String.join(" · ", parts);
    }

    private void add(List<String> parts, Set<String> entries, Function<String, String> name) {
        if (!entries.isEmpty()) {
            parts.add(entries.stream().map(name).sorted().collect(Collectors.joining(text("list.separator"))));
        }
    }

    String kindName(Kind kind) {
        return kind.name().in(formats.locale());
    }

    String typeName(WorkType type) {
        return type.name().in(formats.locale());
    }
}
