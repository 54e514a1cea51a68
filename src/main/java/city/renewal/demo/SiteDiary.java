package city.renewal.demo;

import city.renewal.plan.template.PlanLine;
import city.renewal.schedule.WorkCalendar;
import city.renewal.site.ReportState;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes the site reports of one project, day by day up to today. */
final class SiteDiary {

    /** Reports are written after work and decided the next morning; today's are from the morning. */
    private static final LocalTime AFTER_WORK = LocalTime.of(17, 5);
    private static final LocalTime THIS_MORNING = LocalTime.of(8, 40);
    private static final LocalTime NEXT_MORNING = LocalTime.of(9, 10);
    private static final int SPREAD_MINUTES = 75;

    /** Share of running tasks that have reported something today, and of reports with a remark. */
    private static final double REPORTED_TODAY = 0.4;
    private static final double REMARKED = 0.45;
    /** A daily quantity below this is written with one decimal. */
    private static final double WHOLE_NUMBERS_FROM = 1.5;

    private final String code;
    private final Scenario scenario;
    private final DemoConfig.Phrases phrases;
    private final Weather weather;
    private final LocalDate today;
    private final ZoneId zone;

    SiteDiary(String code, Scenario scenario, DemoConfig.Phrases phrases, LocalDate today, ZoneId zone) {
        this.code = code;
        this.scenario = scenario;
        this.phrases = phrases;
        this.weather = new Weather(phrases.weather());
        this.today = today;
        this.zone = zone;
    }

    /**
     * @param start    the day on which work on the line really starts
     * @param finish   the day on which it really ends, which may lie ahead
     * @param calendar the days worked
     * @return its reports up to today, in order
     */
    List<DemoReport> write(PlanLine line, LocalDate start, LocalDate finish, WorkCalendar calendar) {
        LocalDate last = today.minusDays(scenario.silentDays());
        if (line.milestone()) {
            return finish.isBefore(today) && !finish.isAfter(last)
                    ? List.of(report(line, finish, line.quantity(), false))
                    : List.of();
        }
        List<LocalDate> days = start.datesUntil(finish.plusDays(1)).filter(calendar::isWorking).toList();
        List<BigDecimal> quantities = quantities(line, days.size());
        List<DemoReport> reports = new ArrayList<>();
        for (int i = 0; i < days.size() && !days.get(i).isAfter(last); i++) {
            LocalDate day = days.get(i);
            BigDecimal quantity = quantities.get(i);
            if (day.equals(today)) {
                quantity = soFarToday(line, quantity);
            }
            if (quantity.signum() > 0) {
                reports.add(report(line, day, quantity, true));
            }
        }
        return reports;
    }

    /** Spreads the planned quantity over the days, a little unevenly and without loss. */
    private List<BigDecimal> quantities(PlanLine line, int days) {
        double[] shares = new double[days];
        double sum = 0;
        for (int i = 0; i < days; i++) {
            shares[i] = 0.7 + 0.6 * Noise.of(code + line.code() + " day " + i);
            sum += shares[i];
        }
        int scale = line.quantity().doubleValue() / days < WHOLE_NUMBERS_FROM ? 1 : 0;
        List<BigDecimal> quantities = new ArrayList<>();
        BigDecimal done = BigDecimal.ZERO;
        double reached = 0;
        for (int i = 0; i < days; i++) {
            reached += shares[i];
            BigDecimal upToNow = i == days - 1
                    ? line.quantity()
                    : line.quantity().multiply(BigDecimal.valueOf(reached / sum)).setScale(scale, RoundingMode.HALF_UP);
            quantities.add(upToNow.subtract(done));
            done = upToNow;
        }
        return quantities;
    }

    private BigDecimal soFarToday(PlanLine line, BigDecimal wholeDay) {
        return Noise.of(code + line.code() + " today " + today) < REPORTED_TODAY
                ? wholeDay.divide(BigDecimal.TWO, wholeDay.scale(), RoundingMode.DOWN)
                : BigDecimal.ZERO;
    }

    private DemoReport report(PlanLine line, LocalDate day, BigDecimal quantity, boolean work) {
        String key = code + line.code() + " " + day;
        boolean confirmed = day.isBefore(today.minusDays(scenario.unconfirmed()));
        return new DemoReport(line.key(), day, quantity,
                work ? Integer.valueOf(people(line, key)) : null,
                work ? weatherOn(day) : null,
                work ? remark(line, key) : null,
                confirmed ? ReportState.CONFIRMED : ReportState.SUBMITTED,
                at(day, day.equals(today) ? THIS_MORNING : AFTER_WORK, key + " written"),
                confirmed ? at(day.plusDays(1), NEXT_MORNING, key + " decided") : null,
                null);
    }

    private static int people(PlanLine line, String key) {
        return Math.max(1, line.people() - 1 + Noise.below(3, key + " people"));
    }

    private String weatherOn(LocalDate day) {
        return scenario.stoppages().stream()
                .filter(stop -> !day.isBefore(today.plusDays(stop.from())) && !day.isAfter(today.plusDays(stop.to())))
                .map(Scenario.Stoppage::weather)
                .findFirst()
                .orElseGet(() -> weather.on(day));
    }

    private @Nullable String remark(PlanLine line, String key) {
        if (line.item() == null || Noise.of(key + " remarked") >= REMARKED) {
            return null;
        }
        List<String> choice = phrases.remarks().getOrDefault(line.item().trade(), phrases.remarks().get("general"));
        return choice.get(Noise.below(choice.size(), key + " remark"));
    }

    private OffsetDateTime at(LocalDate day, LocalTime time, String key) {
        return day.atTime(time)
                .plusMinutes(Noise.below(SPREAD_MINUTES, key))
                .atZone(zone)
                .toOffsetDateTime()
                .withOffsetSameInstant(ZoneOffset.UTC);
    }

    /** @return the reports with the newest one that a supervisor has had time to read given back */
    List<DemoReport> withOneReturned(List<DemoReport> reports) {
        DemoReport chosen = reports.stream()
                .filter(report -> report.workers() != null && report.reportOn().isBefore(today.minusDays(1)))
                .max(Comparator.comparing(DemoReport::reportOn).thenComparing(DemoReport::taskKey))
                .orElse(null);
        if (chosen == null) {
            return reports;
        }
        String reason = phrases.returned().get(Noise.below(phrases.returned().size(), code + " returned"));
        OffsetDateTime decided = at(chosen.reportOn().plusDays(1), NEXT_MORNING, code + " returned at");
        return reports.stream()
                .map(report -> report == chosen ? report.returned(decided, reason) : report)
                .toList();
    }
}
