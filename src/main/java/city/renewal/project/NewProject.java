package city.renewal.project;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a project is made from. The parameters are those of {@link Project} and of its parts.
 *
 * @param code null to have one chosen that is free
 */
public record NewProject(
        @Nullable String code,
        String kind,
        String name,
        @Nullable String nameEn,
        @Nullable String street,
        @Nullable String community,
        String stage,
        boolean guaranteeWorks,
        boolean openToPublic,
        boolean demonstration,
        List<Measure> measures,
        List<StageDate> stages,
        List<Party> parties,
        List<NewPlace> places) {

    /** A project of which only kind, name and stage are known yet; not open to the public. */
    public static NewProject named(@Nullable String code, String kind, String name, String stage) {
        return new NewProject(code, kind, name, null, null, null, stage, false, false, false,
                List.of(), List.of(), List.of(), List.of());
    }
}
