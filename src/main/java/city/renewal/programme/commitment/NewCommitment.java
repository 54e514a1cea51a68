package city.renewal.programme.commitment;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A commitment as somebody means to make it. Texts are stripped, and empty ones are null.
 *
 * @param year      that it is promised for
 * @param number    from 1 to {@link #LARGEST_NUMBER}, once in a year; null for the next free one
 * @param measure   id of a measure for {@link Basis#MEASURE}, the code of tasks for {@link Basis#WORK}; else null
 * @param indicator id of an indicator for {@link Basis#INDICATOR}, else null
 * @param unit      id of a unit
 * @param owner     organisation that answers for it, {@code ownerRole} the office there rather than a person
 * @param phone     published with it
 * @param projects  codes of public projects that it is derived from; none where {@link Basis#linked()} is not so
 */
public record NewCommitment(
        int year,
        @Nullable Integer number,
        @Nullable String name,
        @Nullable String nameEn,
        @Nullable Basis basis,
        @Nullable String measure,
        @Nullable String indicator,
        @Nullable String unit,
        @Nullable BigDecimal target,
        @Nullable LocalDate dueOn,
        @Nullable String owner,
        @Nullable String ownerRole,
        @Nullable String phone,
        Set<String> projects) {

    /** Characters of the name in either language. */
    public static final int LONGEST_NAME = 200;
    /** Characters of owner and office. */
    public static final int LONGEST_OWNER = 100;
    /** Characters of the telephone number. */
    public static final int LONGEST_PHONE = 32;
    /** Characters of a reason for a change. */
    public static final int LONGEST_WHY = 300;
    /** Characters of a source. */
    public static final int LONGEST_SOURCE = 200;
    /** The largest number in a year. */
    public static final int LARGEST_NUMBER = 999;
    /** Years around today that can be promised for, and years that a due day may lie after the promise's year. */
    public static final int FARTHEST_YEARS = 5;
    /** No target or value is above it. */
    public static final BigDecimal LARGEST = new BigDecimal("999999999999");

    public NewCommitment {
        projects = Set.copyOf(projects);
    }
}
