package city.renewal.resident;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Part of the confirmed reports of a project, newest day first.
 *
 * @param total      how many there are in all
 * @param today      how many of them were confirmed today
 * @param supervisor the organisation that confirms, null when the project names none
 */
public record EvidencePage(List<Evidence> reports, int total, int today, @Nullable String supervisor) {

    public EvidencePage {
        reports = List.copyOf(reports);
    }
}
