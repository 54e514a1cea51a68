package city.renewal.programme.commitment;

import java.util.List;
import java.util.Optional;

/**
 * All of one commitment.
 *
 * @param promises every one, the first first
 * @param values   dated figures, newest first; empty where the present value is derived
 * @param links    every project that counts or did, by the day of linking
 * @param delays   of the linked projects that are late
 * @param photos   one a project at most, newest first
 */
public record CommitmentPage(CommitmentLine line, List<Promise> promises, List<FigureValue> values,
                             List<LinkChange> links, List<ProjectDelay> delays, List<ProjectPhoto> photos) {

    public CommitmentPage {
        promises = List.copyOf(promises);
        values = List.copyOf(values);
        links = List.copyOf(links);
        delays = List.copyOf(delays);
        photos = List.copyOf(photos);
    }

    public Commitment commitment() {
        return line.commitment();
    }

    public Optional<ProjectDelay> delay(LinkedProject project) {
        return delays.stream().filter(delay -> delay.projectId() == project.id()).findFirst();
    }
}
