package city.renewal.project.handover;

import city.renewal.base.Words;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An acceptance (竣工验收) as it was recorded.
 *
 * @param place      what was looked at, null for all of the project
 * @param residents  how many representatives of residents took part
 * @param open       what was open that day: left as remaining work, or the reasons of a refusal; without due dates
 * @param correctsId the one that this one corrects, or null
 * @param corrected  whether another corrects this one, so that it no longer counts
 */
public record Acceptance(
        long id,
        @Nullable Long placeId,
        @Nullable Words place,
        LocalDate heldOn,
        boolean accepted,
        int residents,
        @Nullable String remark,
        @Nullable Long correctsId,
        @Nullable String why,
        boolean corrected,
        String recorder,
        OffsetDateTime recordedAt,
        List<AcceptanceMember> members,
        List<OpenItem> open) {

    /** Calendar days after the acceptance within which it is filed with the authority (条例 49). */
    public static final int FILING_DAYS = 15;

    public Acceptance {
        members = List.copyOf(members);
        open = List.copyOf(open);
    }

    /** @return the last day on which its filing is in time */
    public LocalDate fileBy() {
        return heldOn.plusDays(FILING_DAYS);
    }
}
