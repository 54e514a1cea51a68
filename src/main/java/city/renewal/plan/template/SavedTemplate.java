package city.renewal.plan.template;

import java.time.OffsetDateTime;

/**
 * One version of a template that was saved from a project or brought in as a file.
 *
 * @param versionNo from 1; saving under the same name again adds a version
 * @param body      YAML as in {@code config/templates}
 */
public record SavedTemplate(
        long id, String name, String kind, int versionNo, String body, String author, OffsetDateTime createdAt) {
}
