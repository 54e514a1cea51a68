package city.renewal.plan.window;

import city.renewal.plan.StopWindow;
import java.util.List;

/**
 * What declaring or withdrawing a window would do; nothing is written.
 *
 * @param window    id 0 for one that is to be declared
 * @param effects   the projects on which something moves or pauses, those whose finish moves most first
 * @param untouched how many projects in its scope keep every date
 * @param untyped   how many unfinished tasks in its scope have no type of work, so that the rule cannot reach them
 */
public record WindowPreview(StopWindow window, List<ProjectEffect> effects, int untouched, int untyped) {

    public WindowPreview {
        effects = List.copyOf(effects);
    }

    /** @return how many projects finish later */
    public long delayed() {
        return effects.stream().filter(effect -> effect.finishMoves() > 0).count();
    }
}
