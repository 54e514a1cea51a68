package city.renewal.site;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A day sheet that was written before it comes here; its reports are those of its author, project and day.
 *
 * @param crews   names of the crews that were there
 * @param weather one of {@link NewReport#WEATHERS}, or null
 */
public record PastSheet(
        long projectId,
        LocalDate sheetOn,
        long authorId,
        @Nullable Integer workers,
        List<String> crews,
        @Nullable String weather,
        OffsetDateTime writtenAt) {

    /** @return as it is stored, one name a line */
    public String crew() {
        return String.join("\n", crews);
    }
}
