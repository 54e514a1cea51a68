package city.renewal.site.finding;

import city.renewal.base.Words;
import org.jspecify.annotations.Nullable;

/** A task that a finding may name: one with no tasks below it. */
public record FindingTask(long id, String name, @Nullable String nameEn, @Nullable Long placeId) {

    public Words names() {
        return new Words(name, nameEn);
    }
}
