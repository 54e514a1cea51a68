package city.renewal.plan.sandbox;

import org.jspecify.annotations.Nullable;

/**
 * An edit of a sandbox that the plan has no room for any more.
 *
 * @param task      name of the task it speaks of
 * @param changedBy who changed the same thing in the plan meanwhile; null when the task or the link is gone
 */
public record SandboxConflict(String task, @Nullable String changedBy) {
}
