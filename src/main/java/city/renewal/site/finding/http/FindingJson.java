package city.renewal.site.finding.http;

import city.renewal.site.finding.SiteFinding;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A finding as the interface gives it; field names are a contract, described in openapi.json. */
record FindingJson(
        long id,
        String project,
        String kind,
        String severity,
        String what,
        @Nullable String place,
        @Nullable Long task,
        String state,
        @Nullable String party,
        LocalDate due,
        int daysOverdue,
        int steps,
        LocalDate raised) {

    /** A page of findings; {@code next} is the offset of the following one, null after the last. */
    record Page(List<FindingJson> findings, @Nullable Integer next) {
    }

    static FindingJson of(SiteFinding finding, LocalDate today) {
        return new FindingJson(finding.id(), finding.projectCode(), finding.kind(), finding.severity(), finding.what(),
                finding.placeName(), finding.taskId(), finding.state().name().toLowerCase(Locale.ROOT),
                finding.organisation(), finding.dueOn(), finding.daysOverdue(today), finding.steps(),
                finding.raisedOn());
    }
}
