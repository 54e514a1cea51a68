package city.renewal.resident;

import java.util.List;

/**
 * Part of the confirmed reports of a project, newest day first.
 *
 * @param total how many there are in all
 * @param today how many of them were confirmed today
 */
public record EvidencePage(List<Evidence> reports, int total, int today) {

    public EvidencePage {
        reports = List.copyOf(reports);
    }
}
