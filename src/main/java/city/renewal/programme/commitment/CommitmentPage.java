package city.renewal.programme.commitment;

import java.util.List;
import java.util.Optional;

/**
 * All of one commitment.
 *
 * @param promises every one, the first first
 * @param values   dated figures, newest first; empty where the present value is derived
 * @param measured what is measured here of the indicator that it follows, newest first; never a part of its value
 * @param course   what linked projects came to by the ends of months, by the reports that count today, oldest first
 * @param links    every project that counts or did, by the day of linking
 * @param delays   of the linked projects that are late
 * @param photos   one a project at most, newest first
 */
public record CommitmentPage(CommitmentLine line, List<Promise> promises, List<FigureValue> values,
                             List<MeasuredValue> measured, List<DatedAmount> course,
                             List<LinkChange> links, List<ProjectDelay> delays, List<ProjectPhoto> photos) {

    public CommitmentPage {
        promises = List.copyOf(promises);
        values = List.copyOf(values);
        measured = List.copyOf(measured);
        course = List.copyOf(course);
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
