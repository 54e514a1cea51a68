package city.renewal.site;

import city.renewal.base.Refusal;
import city.renewal.plan.ProgressRecorder.ReportedTask;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a report must be like before it is stored. Each method throws the {@link Refusal} that says what is not. */
final class ReportRules {

    private static final int DECIMALS = 3;
    private static final Pattern REQUEST_ID = Pattern.compile("[A-Za-z0-9-]{1,64}");

    private ReportRules() {
    }

    static void check(NewReport report, LocalDate today) {
        int sign = report.quantity().signum();
        if (sign < 0 || sign == 0 && report.correctsId() == null) {
            throw new Refusal("report.quantity.positive");
        }
        checkSize(report.quantity());
        if (report.reportOn().isAfter(today)) {
            throw new Refusal("report.date.future", report.reportOn().toString());
        }
        if (report.workers() != null && (report.workers() < 0 || report.workers() > SiteReports.MOST_WORKERS)) {
            throw new Refusal("report.workers.absurd", report.workers());
        }
        checkLength(report.remark());
        checkLength(report.overReason());
        if (report.correctsId() != null && (report.remark() == null || report.remark().isBlank())) {
            throw new Refusal("report.correct.reason.missing");
        }
        checkRequest(report.requestId());
    }

    static void checkRequest(@Nullable String requestId) {
        if (requestId != null && !REQUEST_ID.matcher(requestId).matches()) {
            throw new Refusal("report.request.malformed");
        }
    }

    private static void checkSize(BigDecimal quantity) {
        if (quantity.compareTo(SiteReports.LARGEST_QUANTITY) > 0 || quantity.stripTrailingZeros().scale() > DECIMALS) {
            // Not in plain digits, of which a number such as 1E999999999 has a billion.
            throw new Refusal("report.quantity.absurd", quantity.toString());
        }
    }

    static void checkLength(@Nullable String text) {
        if (text != null && text.length() > SiteReports.LONGEST_REMARK) {
            throw new Refusal("report.remark.long", SiteReports.LONGEST_REMARK);
        }
    }

    /** @return the reason without blanks around it */
    static String reason(String reason, String keyWhenMissing) {
        if (reason.isBlank()) {
            throw new Refusal(keyWhenMissing);
        }
        checkLength(reason);
        return reason.strip();
    }

    /** @param quantity what a supervisor confirms instead of what was reported */
    static void checkLess(BigDecimal reported, BigDecimal quantity) {
        if (quantity.signum() <= 0) {
            throw new Refusal("report.quantity.positive");
        }
        checkSize(quantity);
        if (quantity.compareTo(reported) >= 0) {
            throw new Refusal("report.less.more", reported.stripTrailingZeros().toPlainString());
        }
    }

    /** @return the first, which is what was sent again */
    static SiteReport sameAs(NewReport again, SiteReport first) {
        if (first.taskId() != again.taskId() || !first.reportOn().equals(again.reportOn())
                || first.claimedQuantity().compareTo(again.quantity()) != 0) {
            throw new Refusal("report.request.reused");
        }
        return first;
    }

    /** @param corrected the report whose place it is to take, or null */
    static void checkAgainstPlan(NewReport report, ReportedTask reported, @Nullable SiteReport corrected) {
        if (reported.archived()) {
            throw new Refusal("report.task.archived", reported.task().name());
        }
        if (reported.summary()) {
            throw new Refusal("report.task.summary", reported.task().name());
        }
        BigDecimal total = reported.task().progress().done()
                .subtract(corrected == null ? BigDecimal.ZERO : corrected.quantity())
                .add(reported.task().progress().submittedQuantity())
                .add(report.quantity());
        BigDecimal planned = reported.task().input().plannedQuantity();
        if (total.compareTo(planned) > 0 && (report.overReason() == null || report.overReason().isBlank())) {
            throw new Refusal("report.quantity.over", total.stripTrailingZeros().toPlainString(),
                    planned.stripTrailingZeros().toPlainString());
        }
    }

    static void checkCorrectable(NewReport report, SiteReport corrected, int corrections) {
        if (corrected.taskId() != report.taskId()) {
            throw new Refusal("report.correct.foreign");
        }
        if (corrected.state() != ReportState.CONFIRMED) {
            throw new Refusal("report.correct.unconfirmed");
        }
        if (corrections > 0) {
            throw new Refusal("report.correct.waiting");
        }
    }
}
