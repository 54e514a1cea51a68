package city.renewal.matter;

import org.jspecify.annotations.Nullable;

/**
 * Who answers for a place.
 *
 * @param code     stable, unique
 * @param workerId account of its worker, or of the worker of the grid it lies in; null where nobody is named
 * @param worker   that person's name
 */
public record Grid(long id, String code, GridKind kind, String name, @Nullable Long workerId,
                   @Nullable String worker) {
}
