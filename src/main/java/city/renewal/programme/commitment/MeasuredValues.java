package city.renewal.programme.commitment;

import city.renewal.programme.MeasuredProgress;
import city.renewal.programme.Programme;
import city.renewal.programme.ProgressHistory;
import city.renewal.programme.ProjectLine;
import city.renewal.programme.PublishedFigures;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what this installation measures of indicators at the ends of months. What was kept is never changed: where reports
 * or plans make another value of the same day later, that one is added with the reason.
 */
public final class MeasuredValues {

    /** Days after the end of a month, so that its last reports are confirmed by then. */
    static final int SETTLED_DAYS = 7;
    /** Months that are looked back to. */
    static final int MOST_MONTHS = 24;
    private static final int PROJECTS_AT_ONCE = 100;

    private final Jdbi jdbi;
    private final MeasuredValueDao dao;
    private final PublishedFigures figures;
    private final Programme programme;
    private final MeasuredProgress progress;
    private final Clock clock;

    /** @param clock in the configured zone; its date is today */
    public MeasuredValues(Jdbi jdbi, PublishedFigures figures, Programme programme, MeasuredProgress progress,
                          Clock clock) {
        this.jdbi = jdbi;
        this.dao = jdbi.onDemand(MeasuredValueDao.class);
        this.figures = figures;
        this.programme = programme;
        this.progress = progress;
        this.clock = clock;
    }

    /** What one indicator came to by the ends of months; used by one thread. */
    private static final class Sums {
        private final IndicatorMeasure measure;
        private final List<ProjectLine> projects;
        private final Map<LocalDate, BigDecimal> done = new HashMap<>();
        private @Nullable LocalDate first;

        private Sums(IndicatorMeasure measure, List<ProjectLine> projects) {
            this.measure = measure;
            this.projects = projects;
        }

        private void add(ProjectLine line, ProgressHistory past, List<LocalDate> ends) {
            ends.forEach(end -> done.merge(end, measure.done(line, past.share(end)), BigDecimal::add));
            if (!past.days().isEmpty() && (first == null || past.days().first().isBefore(first))) {
                first = past.days().first();
            }
        }

        private Stream<MeasuredValue> values(OffsetDateTime now) {
            BigDecimal whole = projects.stream().map(measure::whole).reduce(BigDecimal.ZERO, BigDecimal::add);
            LocalDate from = first;
            return from == null ? Stream.empty() : done.entrySet().stream()
                    .filter(each -> !each.getKey().isBefore(from)).sorted(Map.Entry.comparingByKey())
                    .map(each -> new MeasuredValue(measure.indicator().id(), each.getKey(), each.getValue(), whole,
                            projects.size(), null, now));
        }
    }

    /**
     * Keeps what is not kept yet, of the last {@value #MOST_MONTHS} months that ended {@value #SETTLED_DAYS} days ago or
     * earlier, from the first report on; harmless when called again. Reads every plan and every confirmed quantity of the
     * projects that count, and keeps none of that in memory.
     *
     * @return how many values were added
     */
    public int keep() {
        List<LocalDate> ends = ends(LocalDate.now(clock));
        List<Sums> all = sums(ends);
        Map<String, List<MeasuredValue>> kept = dao.values(null).stream()
                .collect(Collectors.groupingBy(MeasuredValue::series));
        List<MeasuredValue> added = new ArrayList<>();
        for (Sums sums : all) {
            Map<LocalDate, MeasuredValue> newest = new HashMap<>();
            kept.getOrDefault(sums.measure.indicator().id(), List.of())
                    .forEach(each -> newest.putIfAbsent(each.asOf(), each));
            sums.values(OffsetDateTime.now(clock)).map(value -> added(value, newest.get(value.asOf()), sums))
                    .filter(Objects::nonNull).forEach(added::add);
        }
        jdbi.useTransaction(handle -> dao.add(added));
        return added.size();
    }

    private static List<LocalDate> ends(LocalDate today) {
        // Of the month of that day only its last day is over.
        LocalDate settled = today.minusDays(SETTLED_DAYS - 1L);
        return Stream.iterate(YearMonth.from(settled).minusMonths(1), month -> month.minusMonths(1))
                .limit(MOST_MONTHS).map(YearMonth::atEndOfMonth).toList();
    }

    private List<Sums> sums(List<LocalDate> ends) {
        List<ProjectLine> lines = programme.overview().lines();
        List<Sums> all = figures.all().stream().map(IndicatorMeasure::of).filter(Objects::nonNull)
                .map(measure -> new Sums(measure, measure.own(lines))).toList();
        List<Long> ids = all.stream().flatMap(sums -> sums.projects.stream()).map(ProjectLine::id).distinct().toList();
        for (int from = 0; from < ids.size(); from += PROJECTS_AT_ONCE) {
            Map<Long, ProgressHistory> past =
                    progress.readHistories(ids.subList(from, Math.min(from + PROJECTS_AT_ONCE, ids.size())));
            for (Sums sums : all) {
                sums.projects.stream().filter(line -> past.containsKey(line.id()))
                        .forEach(line -> sums.add(line, past.get(line.id()), ends));
            }
        }
        return all;
    }

    private @Nullable MeasuredValue added(MeasuredValue value, @Nullable MeasuredValue newest, Sums sums) {
        if (newest == null) {
            return value;
        }
        if (newest.same(value)) {
            return null;
        }
        OffsetDateTime decided = dao.lastDecision(sums.projects.stream().map(ProjectLine::id).toList(), value.asOf());
        boolean reports = decided != null && decided.isAfter(newest.writtenAt());
        return new MeasuredValue(value.series(), value.asOf(), value.amount(), value.whole(), value.projects(),
                reports ? MeasuredValue.Why.REPORTS : MeasuredValue.Why.PLANS, value.writtenAt());
    }
}
