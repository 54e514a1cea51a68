package city.renewal.plan;

import city.renewal.project.Project;
import org.jspecify.annotations.Nullable;

/**
 * What a stop-work window asks of a project.
 *
 * @param guaranteeWorks whether it is livelihood-guarantee work (保障类工程)
 */
public record ProjectTraits(String code, String kind, @Nullable String street, boolean guaranteeWorks) {

    public static ProjectTraits of(Project project) {
        return new ProjectTraits(project.code(), project.kind(), project.street(), project.guaranteeWorks());
    }
}
