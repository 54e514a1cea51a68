package city.renewal.matter;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What a handler reads of the firm that repairs.
 *
 * @param people    how many of its people have an account for the project; without any it has to be told by telephone
 * @param phoneOpen whether the resident's number was opened to it
 * @param said      what it said, oldest first
 * @param photos    that came with it
 */
public record RepairNews(String organisation, int people, boolean phoneOpen, List<MatterStep> said, List<Long> photos) {

    /** @return the day on which the firm wanted to come, where it is over and nothing was heard since */
    public Optional<LocalDate> missed(LocalDate today) {
        return said.isEmpty() || said.getLast().act() != MatterAct.REPAIR_PLANNED ? Optional.empty()
                : Optional.ofNullable(said.getLast().dayOn()).filter(day -> day.isBefore(today));
    }
}
