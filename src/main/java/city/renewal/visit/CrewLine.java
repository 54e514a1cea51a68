package city.renewal.visit;

import org.jspecify.annotations.Nullable;

/**
 * An appointment as those see it who go there or handle it.
 *
 * @param door   what is on the door
 * @param owner  the beginning of the owner's name, the rest starred; null where the register has none
 * @param remark what the household wrote, null for nothing
 * @param phone  the telephone number with its middle starred, null for none
 * @param reason what was noted at its end, null for nothing
 * @param bar    the days without visits that it waits in, so that nobody goes there; null for none
 */
public record CrewLine(
        Visit visit,
        String door,
        @Nullable String owner,
        @Nullable String remark,
        @Nullable String phone,
        @Nullable String reason,
        @Nullable Bar bar) {

    /** Keeps what identifies people out of logs. */
    @Override
    public String toString() {
        return "CrewLine[" + visit.id() + "]";
    }
}
