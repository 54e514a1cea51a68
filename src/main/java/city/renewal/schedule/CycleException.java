package city.renewal.schedule;

import java.util.List;

/** Links that lead back to where they began, so that no order of work exists. */
public final class CycleException extends RuntimeException {

    private final transient List<Activity> along;

    /** @param along the activities on the cycle in order, each the predecessor of the next and the last of the first */
    public CycleException(List<Activity> along) {
        super("Cycle: " + String.join(" → ", along.stream().map(Activity::name).toList()));
        this.along = List.copyOf(along);
    }

    /** @return the activities on the cycle, in the order of the links */
    public List<Activity> along() {
        return along;
    }
}
