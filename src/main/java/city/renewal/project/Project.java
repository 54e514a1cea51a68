package city.renewal.project;

import city.renewal.base.Words;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * One renewal project.
 *
 * @param code           stable and public: capital letters, digits and hyphens, at most 32; part of every address
 * @param kind           id of a {@link Kind}
 * @param nameEn         English name, null where none was given
 * @param stage          id of the stage reached, one of its kind's
 * @param guaranteeWorks whether it is livelihood-guarantee work (保障类工程), which some stop-work orders exempt
 * @param openToPublic   whether residents see it
 * @param demonstration  whether it is made-up data
 */
public record Project(
        long id,
        String code,
        String kind,
        String name,
        @Nullable String nameEn,
        @Nullable String street,
        @Nullable String community,
        String stage,
        boolean guaranteeWorks,
        boolean openToPublic,
        boolean demonstration,
        OffsetDateTime createdAt) {

    public Words names() {
        return new Words(name, nameEn);
    }
}
