package city.renewal.consent;

import city.renewal.base.Refusal;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a register file holds. It is brought in only when nothing is wrong with it.
 *
 * @param lines    the households in the order of the file; those with a problem are left out
 * @param problems in the order of the file
 * @param named    whether the file has a column of owners' names; else the register keeps those it knows
 * @param numbered whether the file says which flats have one owner; else the register keeps what it knows of that
 */
public record RegisterReport(List<Line> lines, List<Problem> problems, boolean named, boolean numbered) {

    public RegisterReport {
        lines = List.copyOf(lines);
        problems = List.copyOf(problems);
    }

    /**
     * A household as the file says it.
     *
     * @param number      of the line in the file, from 1
     * @param owner       null where the file says that nobody is named, or nothing of names
     * @param ownerNumber what flats of one owner have in common; null where a flat is an owner of its own
     */
    public record Line(long number, long placeId, String placeCode, String stairwell, String door,
                       BigDecimal floorArea, @Nullable String owner, @Nullable String ownerNumber) {
    }

    /**
     * @param number of the line in the file, from 1
     * @param why    what is wrong with it
     */
    public record Problem(long number, Refusal why) {
    }

    public boolean right() {
        return problems.isEmpty();
    }

    public BigDecimal area() {
        return lines.stream().map(Line::floorArea).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
