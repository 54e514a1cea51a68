package city.renewal.plan.window;

import city.renewal.base.Words;
import city.renewal.project.Project;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a window does to one project.
 *
 * @param finishBefore by the schedule as it stands
 * @param finishAfter  by the schedule under the change
 * @param promisedOn   finish of baseline 1, null when nothing was promised
 * @param paused       names of the tasks under way that the window interrupts
 * @param moved        the tasks whose days differ, summaries left out, in the order of the tree
 */
public record ProjectEffect(
        Project project,
        LocalDate finishBefore,
        LocalDate finishAfter,
        @Nullable LocalDate promisedOn,
        List<Words> paused,
        List<MovedTask> moved) {

    public ProjectEffect {
        paused = List.copyOf(paused);
        moved = List.copyOf(moved);
    }

    /** A task on other days. */
    public record MovedTask(
            long id, Words names, LocalDate startBefore, LocalDate finishBefore, LocalDate startAfter,
            LocalDate finishAfter) {
    }

    /** @return calendar days that the finish moves, negative when it comes earlier */
    public int finishMoves() {
        return (int) ChronoUnit.DAYS.between(finishBefore, finishAfter);
    }

    /** @return calendar days that the new finish lies after the promise, negative before; null without promise */
    public @Nullable Integer daysLate() {
        return promisedOn == null ? null : (int) ChronoUnit.DAYS.between(promisedOn, finishAfter);
    }
}
