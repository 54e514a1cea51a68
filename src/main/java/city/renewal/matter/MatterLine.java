package city.renewal.matter;

import city.renewal.base.Words;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A matter in the workers' queue.
 *
 * @param report     what the resident wrote, at the desk without telephone and identity numbers; null in a dispute that the reader does not handle
 * @param dueAt      by when something has to be done, null while nothing has
 * @param duplicates how many others were merged into it
 */
public record MatterLine(
        long id,
        String number,
        String kind,
        MatterState state,
        String projectCode,
        String projectName,
        @Nullable String projectNameEn,
        @Nullable String placeName,
        @Nullable String placeNameEn,
        @Nullable String stairwell,
        @Nullable String grid,
        @Nullable Long workerId,
        @Nullable String worker,
        OffsetDateTime receivedAt,
        @Nullable OffsetDateTime dueAt,
        @Nullable String report,
        int duplicates) {

    public Words project() {
        return new Words(projectName, projectNameEn);
    }

    /** @return the building, or null for all of the project */
    public @Nullable Words place() {
        return placeName == null ? null : new Words(placeName, placeNameEn);
    }

    /** @return whether something should have been done by now */
    public boolean overdue(OffsetDateTime now) {
        return dueAt != null && dueAt.isBefore(now);
    }

    /** @return this report in the state, with the grid and the worker, of the one that it was merged into */
    MatterLine following(MatterLine leading) {
        return new MatterLine(id, number, kind, leading.state, projectCode, projectName, projectNameEn, placeName,
                placeNameEn, stairwell, leading.grid, leading.workerId, leading.worker, receivedAt, leading.dueAt, report,
                duplicates);
    }

    MatterLine withoutReport() {
        return reporting(null);
    }

    /** @return with telephone and identity numbers masked */
    MatterLine masked() {
        return report == null ? this : reporting(MatterTexts.masked(report));
    }

    private MatterLine reporting(@Nullable String text) {
        return new MatterLine(id, number, kind, state, projectCode, projectName, projectNameEn, placeName, placeNameEn,
                stairwell, grid, workerId, worker, receivedAt, dueAt, text, duplicates);
    }
}
