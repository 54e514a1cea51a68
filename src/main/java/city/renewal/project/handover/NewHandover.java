package city.renewal.project.handover;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A hand-over to be recorded, or one that corrects the last one of the same place.
 *
 * @param placeId      as in {@link NewAcceptance}
 * @param handedOn     not before the acceptance, not after today
 * @param receiver     one of {@link #RECEIVERS}
 * @param organisation that looks after it from then on; residents read it
 * @param phone        published number, or null
 * @param remark       for the desk, or null
 */
public record NewHandover(long projectId, @Nullable Long placeId, LocalDate handedOn, String receiver,
                          String organisation, @Nullable String phone, @Nullable String remark) {

    public static final List<String> RECEIVERS = List.of("property", "community", "other");
}
