package city.renewal.programme.commitment;

import city.renewal.base.Words;
import city.renewal.programme.Indicator;
import city.renewal.programme.MeasuredProgress;
import city.renewal.programme.MeasuredProgress.Measured;
import city.renewal.programme.PublishedFigures;
import city.renewal.programme.commitment.CommitmentDao.Row;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** How commitments stand, worked out from their rows and from what their projects have measured. */
final class CommitmentLines {

    private final MeasuredProgress progress;
    private final PublishedFigures figures;
    private final Clock clock;

    CommitmentLines(MeasuredProgress progress, PublishedFigures figures, Clock clock) {
        this.progress = progress;
        this.figures = figures;
        this.clock = clock;
    }

    /** @return a line for each commitment among the rows, in their order */
    List<CommitmentLine> of(List<Row> rows) {
        LocalDate today = LocalDate.now(clock);
        Map<Long, Long> revisions = new HashMap<>();
        rows.stream().filter(row -> row.planRevision() != null)
                .forEach(row -> revisions.put(Objects.requireNonNull(row.projectId()), row.planRevision()));
        Map<Long, Measured> measured = progress.of(revisions, today);
        Map<Long, List<Row>> byCommitment = rows.stream()
                .collect(Collectors.groupingBy(Row::id, LinkedHashMap::new, Collectors.toList()));
        return byCommitment.values().stream()
                .map(own -> own.getFirst().basis().linked() ? derived(own, measured, today) : said(own.getFirst(), today))
                .map(CommitmentLine::asItStands)
                .toList();
    }

    private static CommitmentLine derived(List<Row> rows, Map<Long, Measured> measured, LocalDate today) {
        Commitment commitment = commitment(rows.getFirst());
        PresentValue value = new PresentValue(rows, measured);
        return new CommitmentLine(commitment, value.now(), value.asOf(), null,
                state(commitment, commitment.newest(), value, today), state(commitment, commitment.first(), value, today),
                value.projects());
    }

    private static CommitmentState state(Commitment commitment, Promise promise, PresentValue value, LocalDate today) {
        return CommitmentState.of(promise.target(), promise.dueOn(), value.now(), value.by(promise.dueOn()),
                value.reachedOn(promise.target()), commitment.begins(), today);
    }

    private CommitmentLine said(Row row, LocalDate today) {
        Commitment commitment = commitment(row);
        Indicator published = row.basis() == Basis.INDICATOR ? figures.find(row.series()).orElse(null) : null;
        BigDecimal present = row.said() != null ? row.said() : published == null ? null : published.value();
        Words source = row.saidBy() != null ? new Words(row.saidBy(), null) : published == null ? null : published.source();
        return new CommitmentLine(commitment, present, row.saidOn(), source,
                CommitmentState.of(row.target(), row.dueOn(), present, null, row.reachedOn(), commitment.begins(), today),
                CommitmentState.of(row.firstTarget(), row.firstDueOn(), present, null, row.firstReachedOn(),
                        commitment.begins(), today),
                List.of());
    }

    private static Commitment commitment(Row row) {
        return new Commitment(row.id(), row.madeYear(), row.number(), new Words(row.name(), row.nameEn()), row.basis(),
                row.measure(), row.series(), row.unit(), row.owner(), row.ownerRole(), row.phone(),
                new Promise(1, row.firstTarget(), row.firstDueOn(), null, row.firstAuthor(), row.firstWrittenAt()),
                new Promise(row.promiseNo(), row.target(), row.dueOn(), row.why(), row.author(), row.writtenAt()),
                row.withdrawnAt() == null ? null : new Withdrawal(Objects.requireNonNull(row.withdrawnWhy()),
                        Objects.requireNonNull(row.withdrawnBy()), row.withdrawnAt()),
                row.revision());
    }
}
