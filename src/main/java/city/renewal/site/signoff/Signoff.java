package city.renewal.site.signoff;

import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A signature under a finished task. Never changed.
 *
 * @param checks ids of what was looked at, one a line
 * @param signer name at the time
 */
public record Signoff(
        long taskId,
        String workType,
        String checks,
        @Nullable String remark,
        long signerId,
        String signer,
        OffsetDateTime signedAt) {

    public List<String> ticked() {
        return List.of(checks.split("\n"));
    }
}
