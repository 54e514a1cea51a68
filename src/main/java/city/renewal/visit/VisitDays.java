package city.renewal.visit;

import city.renewal.plan.ProjectTraits;
import city.renewal.plan.StopWindow;
import city.renewal.plan.WindowKind;
import city.renewal.plan.WorkTypes;
import city.renewal.plan.window.StopWindows;
import city.renewal.project.Project;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * On which days no crew comes into homes: those that a worker set by hand, and the stop-work windows of the plan. Exam
 * weeks bar every visit, quiet ones too, because whoever learns at home is disturbed by any. Never copied: a window
 * that is declared or withdrawn counts from that moment.
 */
final class VisitDays {

    private final BlackoutDao dao;
    private final StopWindows windows;
    private final WorkTypes types;

    VisitDays(Jdbi jdbi, StopWindows windows, WorkTypes types) {
        this.dao = jdbi.onDemand(BlackoutDao.class);
        this.windows = windows;
        this.types = types;
    }

    /** @return what bars visits of the project on the day or later, the earliest first */
    List<Bar> from(Project project, LocalDate day) {
        ProjectTraits traits = ProjectTraits.of(project);
        Stream<Bar> declared = windows.all().stream()
                .filter(window -> !window.withdrawn() && !window.lastOn().isBefore(day) && window.includes(traits))
                .map(window -> bar(window, traits))
                .filter(bar -> bar.workTypes() == null || !bar.workTypes().isEmpty());
        return Stream.concat(declared, dao.from(project.id(), day).stream().map(BlackoutDao.Stored::bar))
                .sorted(Comparator.comparing(Bar::firstOn).thenComparing(Bar::lastOn))
                .toList();
    }

    private Bar bar(StopWindow window, ProjectTraits traits) {
        return new Bar(null, window.firstOn(), window.lastOn(), window.words(), barred(window, traits),
                window.declaredAt());
    }

    private @Nullable Set<String> barred(StopWindow window, ProjectTraits traits) {
        if (window.kind() == WindowKind.EXAM && window.scope().workTypes().isEmpty()) {
            return null;
        }
        Set<String> barred = new HashSet<>();
        if (window.kind() != WindowKind.NIGHT_ALLOWED) {
            types.all().stream().filter(type -> window.concerns(traits, type, false))
                    .forEach(type -> barred.add(type.id()));
        }
        return barred;
    }

    static Optional<Bar> on(List<Bar> bars, LocalDate day, String workType) {
        return bars.stream().filter(bar -> bar.covers(day, workType)).findFirst();
    }
}
