package city.renewal.plan.conflict;

import city.renewal.base.Words;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A task that digs up, surfaces or closes a street, with where it does so.
 *
 * @param finished  whether it was done, so that its dates are facts
 * @param road      the road its project lies on, null when nobody said
 * @param fromMetre metres along the road, or along the project's own line where no road is named; null for a site
 *                  without chainage
 * @param toMetre   metres, like {@code fromMetre}
 * @param newRoad   whether its project makes a new road
 * @param placeId   building or section it is done at, null for the whole project
 */
public record RoadWork(
        long taskId,
        String taskName,
        @Nullable String taskNameEn,
        long projectId,
        String projectCode,
        String projectName,
        @Nullable String projectNameEn,
        String workType,
        LocalDate startOn,
        LocalDate finishOn,
        boolean begun,
        boolean finished,
        @Nullable String road,
        @Nullable BigDecimal fromMetre,
        @Nullable BigDecimal toMetre,
        boolean newRoad,
        @Nullable Long placeId) {

    /** @return the task's name in both languages */
    public Words taskNames() {
        return new Words(taskName, taskNameEn);
    }

    /** @return the project's name in both languages */
    public Words projectNames() {
        return new Words(projectName, projectNameEn);
    }

    /** @return whether both are done at the same stretch or place, as far as anybody said where they are */
    boolean overlaps(RoadWork other) {
        if (fromMetre != null && toMetre != null && other.fromMetre != null && other.toMetre != null) {
            return fromMetre.compareTo(other.toMetre) < 0 && other.fromMetre.compareTo(toMetre) < 0;
        }
        return placeId == null || other.placeId == null || placeId.equals(other.placeId);
    }

    /** @return what it shares with works that can get in its way: the road, else its own project */
    String site() {
        return road == null ? "project " + projectId : "road " + road;
    }
}
