package city.renewal.plan.window;

import city.renewal.base.Words;
import city.renewal.plan.StopWindow;
import city.renewal.plan.WindowKind;
import city.renewal.plan.WindowScope;
import city.renewal.plan.WorkTypes;
import city.renewal.plan.window.WindowRefusal.Field;
import city.renewal.project.Kinds;
import city.renewal.project.Project;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What a window has to be before its effect is even looked at. */
final class WindowChecks {

    private final Kinds kinds;
    private final WorkTypes types;

    WindowChecks(Kinds kinds, WorkTypes types) {
        this.kinds = kinds;
        this.types = types;
    }

    /** @throws WindowRefusal at the first field that will not do */
    void check(NewWindow window, List<Project> projects, LocalDate today) {
        if (window.kind() == null) {
            throw new WindowRefusal(Field.KIND, "window.kind.missing");
        }
        dates(window, today);
        scope(window.scope(), projects);
        words(window.words());
        String source = window.legalSource();
        if (window.kind() == WindowKind.NIGHT_ALLOWED && (source == null || source.isBlank())) {
            throw new WindowRefusal(Field.LEGAL_SOURCE, "window.source.missing");
        }
        if (source != null && source.length() > NewWindow.LONGEST_SOURCE) {
            throw new WindowRefusal(Field.LEGAL_SOURCE, "window.text.long", NewWindow.LONGEST_SOURCE);
        }
    }

    private static void dates(NewWindow window, LocalDate today) {
        if (window.firstOn() == null) {
            throw new WindowRefusal(Field.FIRST_ON, "window.date.missing");
        }
        if (window.lastOn() == null) {
            throw new WindowRefusal(Field.LAST_ON, "window.date.missing");
        }
        if (window.lastOn().isBefore(window.firstOn())) {
            throw new WindowRefusal(Field.LAST_ON, "window.date.order");
        }
        LocalDate horizon = today.plusYears(StopWindow.HORIZON_YEARS);
        if (window.lastOn().isAfter(horizon)) {
            throw new WindowRefusal(Field.LAST_ON, "window.date.far", horizon.toString());
        }
        LocalDate earliest = today.minusYears(StopWindow.HORIZON_YEARS);
        if (window.firstOn().isBefore(earliest)) {
            throw new WindowRefusal(Field.FIRST_ON, "window.date.long-ago", earliest.toString());
        }
    }

    private void scope(WindowScope scope, List<Project> projects) {
        known(Field.STREETS, "window.street.unknown", scope.streets(),
                projects.stream().map(project -> project.street() == null ? "" : project.street())
                        .collect(Collectors.toSet()));
        known(Field.PROJECTS, "project.unknown", scope.projects(),
                projects.stream().map(Project::code).collect(Collectors.toSet()));
        for (String kind : scope.kinds()) {
            if (kinds.find(kind).isEmpty()) {
                throw new WindowRefusal(Field.PROJECT_KINDS, "project.kind.unknown", kind);
            }
        }
        for (String type : scope.workTypes()) {
            if (types.find(type).isEmpty()) {
                throw new WindowRefusal(Field.WORK_TYPES, "window.type.unknown", type);
            }
        }
    }

    private static void known(Field field, String key, Set<String> wanted, Set<String> there) {
        wanted.stream().sorted().filter(each -> !there.contains(each)).findFirst().ifPresent(unknown -> {
            throw new WindowRefusal(field, key, unknown);
        });
    }

    private static void words(Words words) {
        if (words.zh().isBlank()) {
            throw new WindowRefusal(Field.WORDS, "window.words.missing");
        }
        if (words.zh().length() > NewWindow.LONGEST_WORDS
                || words.en() != null && words.en().length() > NewWindow.LONGEST_WORDS) {
            throw new WindowRefusal(Field.WORDS, "window.text.long", NewWindow.LONGEST_WORDS);
        }
    }
}
