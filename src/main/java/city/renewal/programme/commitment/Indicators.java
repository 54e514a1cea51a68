package city.renewal.programme.commitment;

import city.renewal.account.Actor;
import city.renewal.account.AuditTrail;
import city.renewal.account.Role;
import city.renewal.base.Refusal;
import city.renewal.programme.Indicator;
import city.renewal.programme.Programme;
import city.renewal.programme.ProjectLine;
import city.renewal.programme.PublishedFigures;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
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

    /** From this amount on, shares are whole numbers. */
    private static final BigDecimal COARSE = BigDecimal.valueOf(100);

    private final Jdbi jdbi;
    private final CommitmentDao dao;
    private final PublishedFigures figures;
    private final Programme programme;
    private final AuditTrail audit;
    private final Clock clock;

    /** @param clock in the configured zone; its date is today */
    public Indicators(Jdbi jdbi, PublishedFigures figures, Programme programme, AuditTrail audit, Clock clock) {
        this.jdbi = jdbi;
        this.dao = jdbi.onDemand(CommitmentDao.class);
        this.figures = figures;
        this.programme = programme;
        this.audit = audit;
        this.clock = clock;
    }

    /** @return every indicator in the order of the file, in as many statements as {@link Programme#overview} and one */
    public List<IndicatorLine> all() {
        Map<String, List<FigureValue>> values = dao.allValues().stream()
                .collect(Collectors.groupingBy(FigureValue::series));
        List<ProjectLine> lines = programme.overview().lines();
        return figures.all().stream()
                .map(each -> new IndicatorLine(each, values.getOrDefault(each.id(), List.of()), here(each, lines)))
                .toList();
    }

    private static IndicatorLine.@Nullable Here here(Indicator indicator, List<ProjectLine> all) {
        String measure = indicator.measure();
        if (measure == null || indicator.totalOnly()) {
            return null;
        }
        List<ProjectLine> own = all.stream().filter(line -> line.kind().equals(indicator.kind()))
                .filter(line -> indicator.counts() || line.measures().containsKey(measure)).toList();
        if (own.isEmpty()) {
            return null;
        }
        return new IndicatorLine.Here(sum(own, measure, false), sum(own, measure, true), own.size(),
                own.stream().map(ProjectLine::confirmedAt).filter(Objects::nonNull).max(Comparator.naturalOrder())
                        .orElse(null));
    }

    private static BigDecimal sum(List<ProjectLine> lines, String measure, boolean whole) {
        return lines.stream().map(line -> {
            BigDecimal amount = line.measures().getOrDefault(measure, BigDecimal.ONE);
            boolean counts = measure.equals(Indicator.COUNT);
            return whole || line.standing().finished() ? amount
                    : counts ? BigDecimal.ZERO
                    : amount.multiply(BigDecimal.valueOf(line.standing().done())).setScale(amount.compareTo(COARSE) >= 0 ? 0 : 1, RoundingMode.DOWN);
        }).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /**
     * Adds a figure that was published.
     *
     * @throws Refusal when the actor is no district officer, there is no such indicator, the value or its day are
     *                 outside their limits, or there is no source
     */
    public void add(Actor actor, String id, @Nullable BigDecimal value, @Nullable LocalDate asOf,
                    @Nullable String source) {
        actor.require(Commitments.WRITERS);
        Indicator indicator = figures.find(id).orElseThrow(() -> new Refusal("indicator.unknown", id));
        FigureValue added = new FigureValue(indicator.id(), CommitmentChecks.value(value),
                CommitmentChecks.asOf(asOf, LocalDate.now(clock)),
                CommitmentChecks.text(source, "commitment.source.missing", NewCommitment.LONGEST_SOURCE), actor.name(),
                OffsetDateTime.now(clock));
        jdbi.useTransaction(handle -> {
            dao.addValue(added);
            audit.record(actor, "indicator.value", "indicator:" + indicator.id(), null,
                    added.amount().toPlainString() + " " + added.asOf() + " " + added.source());
        });
    }
}
