package city.renewal.visit;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A work as one household finds it.
 *
 * @param visit the latest appointment that was neither moved nor cancelled, null when there is none
 * @param bar   why the booked appointment cannot stay, null where it can or none is booked
 * @param times slots that the household can take, none when the work is done
 */
public record VisitOffer(VisitWork work, @Nullable Visit visit, @Nullable Bar bar, List<Slot> times) {

    public boolean in(VisitState state) {
        return visit != null && visit.state() == state;
    }
}
