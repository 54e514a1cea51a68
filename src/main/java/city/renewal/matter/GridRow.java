package city.renewal.matter;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One grid of a register that is being imported.
 *
 * @param line   where it stands in the file
 * @param parent code of the full grid it lies in, or null
 * @param worker login of its worker, or null
 * @param covers its places as {@link GridPlace#covers} writes them
 */
record GridRow(int line, String code, GridKind kind, String name, @Nullable String parent, @Nullable String worker,
               List<String> covers) {
}
