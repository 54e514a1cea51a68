package city.renewal.visit;

import city.renewal.base.Words;
import org.jspecify.annotations.Nullable;

/**
 * What has to be done inside the homes of some buildings.
 *
 * @param prepare  what a household does before the crew comes, null for nothing
 * @param workType id of {@link city.renewal.plan.WorkTypes}
 * @param taskId   the task of the plan that its homes are counted for, null for none; the plan may have it no longer
 */
public record VisitWork(
        long id,
        long projectId,
        String title,
        @Nullable String titleEn,
        @Nullable String prepare,
        @Nullable String prepareEn,
        String workType,
        @Nullable Long taskId) {

    public Words titles() {
        return new Words(title, titleEn);
    }

    /** @return what to do before, or null */
    public @Nullable Words preparation() {
        return prepare == null ? null : new Words(prepare, prepareEn);
    }
}
