package city.renewal.plan;

import city.renewal.base.Words;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jdbi.v3.core.mapper.PropagateNull;
import org.jspecify.annotations.Nullable;

/** A window as it is stored, its scope as texts. */
public record WindowRow(
        @PropagateNull long id,
        WindowKind kind,
        LocalDate firstOn,
        LocalDate lastOn,
        String streets,
        String projectKinds,
        String projects,
        String workTypes,
        String words,
        @Nullable String wordsEn,
        @Nullable String legalSource,
        String declaredBy,
        String declarer,
        OffsetDateTime declaredAt,
        @Nullable String withdrawnBy,
        @Nullable OffsetDateTime withdrawnAt) {

    public static WindowRow of(StopWindow window) {
        WindowScope scope = window.scope();
        return new WindowRow(window.id(), window.kind(), window.firstOn(), window.lastOn(),
                WindowScope.text(scope.streets()), WindowScope.text(scope.kinds()), WindowScope.text(scope.projects()),
                WindowScope.text(scope.workTypes()), window.words().zh(), window.words().en(), window.legalSource(),
                window.declaredBy(), window.declarer(), window.declaredAt(), window.withdrawnBy(),
                window.withdrawnAt());
    }

    public StopWindow toWindow() {
        return new StopWindow(id, kind, firstOn, lastOn,
                new WindowScope(WindowScope.entries(streets), WindowScope.entries(projectKinds),
                        WindowScope.entries(projects), WindowScope.entries(workTypes)),
                new Words(words, wordsEn), legalSource, declaredBy, declarer, declaredAt, withdrawnBy, withdrawnAt);
    }
}
