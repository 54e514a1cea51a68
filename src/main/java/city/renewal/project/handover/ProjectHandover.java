package city.renewal.project.handover;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * All that the desk reads of a project's end.
 *
 * @param acceptances newest first, corrected ones among them
 * @param handovers   newest first
 * @param warranties  those that count
 */
public record ProjectHandover(List<Acceptance> acceptances, List<Handover> handovers, List<Warranty> warranties) {

    /** @return the acceptances that count and were no refusals, newest first */
    public List<Acceptance> accepted() {
        return acceptances.stream().filter(each -> each.accepted() && !each.corrected()).toList();
    }

    /** @return the acceptance of all of the project, when it counts and was no refusal */
    public Optional<Acceptance> whole() {
        return accepted().stream().filter(each -> each.placeId() == null).findFirst();
    }

    /** @return whether the place was accepted by the day on which it was handed over, as far as is known now */
    public boolean counts(Handover handover) {
        return accepted().stream().anyMatch(each -> Objects.equals(each.placeId(), handover.placeId())
                && !each.heldOn().isAfter(handover.handedOn()));
    }
}
