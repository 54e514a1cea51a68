package city.renewal.demo;

import city.renewal.plan.template.PlanLine;
import city.renewal.site.ReportState;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far a line has come by its confirmed reports.
 *
 * @param start            first day confirmed
 * @param finish           last day confirmed, null while something is left
 * @param remainingMinutes working minutes left
 */
record Progress(LocalDate start, @Nullable LocalDate finish, int remainingMinutes) {

    /** @return null when nothing is confirmed */
    static @Nullable Progress of(PlanLine line, List<DemoReport> reports) {
        List<DemoReport> confirmed = reports.stream()
                .filter(report -> report.state() == ReportState.CONFIRMED)
                .toList();
        if (confirmed.isEmpty()) {
            return null;
        }
        BigDecimal left = line.quantity().subtract(
                confirmed.stream().map(DemoReport::quantity).reduce(BigDecimal.ZERO, BigDecimal::add));
        return new Progress(
                confirmed.stream().map(DemoReport::reportOn).min(LocalDate::compareTo).orElseThrow(),
                left.signum() > 0
                        ? null
                        : confirmed.stream().map(DemoReport::reportOn).max(LocalDate::compareTo).orElseThrow(),
                left.multiply(BigDecimal.valueOf(line.minutes()))
                        .divide(line.quantity(), 0, RoundingMode.UP)
                        .intValueExact());
    }
}
