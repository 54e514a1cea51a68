package city.renewal.programme.commitment;

import city.renewal.account.Actor;
import city.renewal.account.AuditTrail;
import city.renewal.base.Refusal;
import city.renewal.programme.Indicator;
import city.renewal.programme.Programme;
import city.renewal.programme.ProjectLine;
import city.renewal.programme.PublishedFigures;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Published figures: those of {@code config/indicators.yaml}, and newer ones that are added to their series and never
 * changed. What this installation measures itself stands beside them and is never mixed with them.
 */
public final class Indicators {

    private final Jdbi jdbi;
    private final CommitmentDao dao;
    private final MeasuredValueDao measuredDao;
    private final PublishedFigures figures;
    private final Programme programme;
    private final AuditTrail audit;
    private final Clock clock;

    /** @param clock in the configured zone; its date is today */
    public Indicators(Jdbi jdbi, PublishedFigures figures, Programme programme, AuditTrail audit, Clock clock) {
        this.jdbi = jdbi;
        this.dao = jdbi.onDemand(CommitmentDao.class);
        this.measuredDao = jdbi.onDemand(MeasuredValueDao.class);
        this.figures = figures;
        this.programme = programme;
        this.audit = audit;
        this.clock = clock;
    }

    /** @return every indicator in the order of the file, in as many statements as {@link Programme#overview} and two */
    public List<IndicatorLine> all() {
        Map<String, List<FigureValue>> values = dao.allValues().stream()
                .collect(Collectors.groupingBy(FigureValue::series));
        Map<String, List<MeasuredValue>> past = measuredDao.values(null).stream()
                .collect(Collectors.groupingBy(MeasuredValue::series));
        List<ProjectLine> lines = programme.overview().lines();
        return figures.all().stream()
                .map(each -> new IndicatorLine(each, values.getOrDefault(each.id(), List.of()), here(each, lines),
                        past.getOrDefault(each.id(), List.of())))
                .toList();
    }

    private static IndicatorLine.@Nullable Here here(Indicator indicator, List<ProjectLine> all) {
        IndicatorMeasure measure = IndicatorMeasure.of(indicator);
        List<ProjectLine> own = measure == null ? List.of() : measure.own(all);
        if (measure == null || own.isEmpty()) {
            return null;
        }
        return new IndicatorLine.Here(
                own.stream().map(line -> measure.done(line, line.standing().done())).reduce(BigDecimal.ZERO, BigDecimal::add),
                own.stream().map(measure::whole).reduce(BigDecimal.ZERO, BigDecimal::add), own.size(),
                own.stream().map(ProjectLine::confirmedAt).filter(Objects::nonNull).max(Comparator.naturalOrder())
                        .orElse(null));
    }

    /**
     * Adds a figure that was published.
     *
     * @param why why it takes the place of one of the same day, blank where there is none
     * @throws Refusal when the actor is no district officer, there is no such indicator, the value or its day are
     *                 outside their limits, there is no source, or a figure of the day is there and no reason is given, or
     *                 the other way round
     */
    public void add(Actor actor, String id, @Nullable BigDecimal value, @Nullable LocalDate asOf,
                    @Nullable String source, @Nullable String why) {
        actor.require(Commitments.WRITERS);
        Indicator indicator = figures.find(id).orElseThrow(() -> new Refusal("indicator.unknown", id));
        FigureValue checked = CommitmentChecks.figure(indicator.id(), value, asOf, source, why, actor, clock);
        jdbi.useTransaction(handle -> {
            FigureValue replaced = dao.replaced(checked);
            dao.addValue(checked);
            audit.record(actor, "indicator.value", "indicator:" + indicator.id(),
                    replaced == null ? null : replaced.said(), checked.said());
        });
    }
}
