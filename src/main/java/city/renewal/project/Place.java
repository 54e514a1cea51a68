package city.renewal.project;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A part of a project that work is done at: a building of a compound or a section of a line.
 *
 * @param kind         {@code building}, {@code section} or {@code area}
 * @param code         unique in the project, such as {@code B03} or {@code K0+600}
 * @param chainageFrom metres from the line's beginning, for a section
 * @param chainageTo   metres from the line's beginning, for a section
 * @param stairwells   how many it has, counted from 1; 0 where that is not known or it has none
 */
public record Place(
        long id,
        String kind,
        String code,
        String name,
        @Nullable String nameEn,
        @Nullable BigDecimal chainageFrom,
        @Nullable BigDecimal chainageTo,
        int stairwells) {
}
