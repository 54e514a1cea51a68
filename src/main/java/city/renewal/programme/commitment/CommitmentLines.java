package city.renewal.programme.commitment;

import city.renewal.base.Words;
import city.renewal.programme.Indicator;
import city.renewal.programme.MeasuredProgress;
import city.renewal.programme.MeasuredProgress.Measured;
import city.renewal.programme.ProgressHistory;
import city.renewal.programme.PublishedFigures;
import city.renewal.programme.commitment.CommitmentDao.Row;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How commitments stand, worked out from their rows and from what their projects have measured. */
final class CommitmentLines {

    /** Whose ends are told. */
    private static final int MONTHS = 12;

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
        Map<Long, Long> revisions = revisions(rows);
        Map<Long, Measured> measured = progress.of(revisions, today);
        Map<Long, List<Row>> byCommitment = rows.stream()
                .collect(Collectors.groupingBy(Row::id, LinkedHashMap::new, Collectors.toList()));
        Map<Long, PresentValue> derived = new HashMap<>();
        byCommitment.forEach((id, own) -> {
            if (own.getFirst().basis().linked()) {
                derived.put(id, new PresentValue(own, measured));
            }
        });
        Map<Long, ProgressHistory> past = past(byCommitment, derived, revisions);
        return byCommitment.values().stream().map(List::getFirst)
                .map(row -> derived.containsKey(row.id()) ? derived(row, derived.get(row.id()), past, today)
                        : said(row, today))
                .map(CommitmentLine::asItStands)
                .toList();
    }

    private static Map<Long, Long> revisions(List<Row> rows) {
        Map<Long, Long> revisions = new HashMap<>();
        rows.stream().filter(row -> row.planRevision() != null)
                .forEach(row -> revisions.put(Objects.requireNonNull(row.projectId()), row.planRevision()));
        return revisions;
    }

    /**
     * @param rows of one commitment
     * @return what its projects came to by the ends of the last months that are over, oldest first, from the first report
     *         on; empty where none are linked
     */
    List<DatedAmount> course(List<Row> rows) {
        if (rows.isEmpty() || !rows.getFirst().basis().linked()) {
            return List.of();
        }
        LocalDate today = LocalDate.now(clock);
        Map<Long, Long> revisions = revisions(rows);
        PresentValue value = new PresentValue(rows, progress.of(revisions, today));
        Map<Long, ProgressHistory> past = progress.histories(revisions);
        return past.values().stream().flatMap(history -> history.days().stream()).min(Comparator.naturalOrder())
                .map(first -> Stream.iterate(YearMonth.from(today).minusMonths(MONTHS), month -> month.plusMonths(1))
                        .limit(MONTHS).map(YearMonth::atEndOfMonth).filter(end -> !end.isBefore(first))
                        .map(end -> new DatedAmount(end, value.by(end, past))).toList())
                .orElse(List.of());
    }

    /** Of those that have reached a target, because nothing else asks when something was done. */
    private Map<Long, ProgressHistory> past(Map<Long, List<Row>> byCommitment, Map<Long, PresentValue> derived,
                                            Map<Long, Long> revisions) {
        Map<Long, Long> asked = new HashMap<>();
        derived.forEach((id, value) -> {
            Row row = byCommitment.get(id).getFirst();
            if (value.now().compareTo(row.target().min(row.firstTarget())) >= 0) {
                value.projects().stream().map(LinkedProject::id).filter(revisions::containsKey)
                        .forEach(project -> asked.put(project, revisions.get(project)));
            }
        });
        return progress.histories(asked);
    }

    private static CommitmentLine derived(Row row, PresentValue value, Map<Long, ProgressHistory> past,
                                          LocalDate today) {
        Commitment commitment = commitment(row);
        LocalDate reached = value.reachedOn(row.target(), past);
        LocalDate first = value.reachedOn(row.firstTarget(), past);
        return new CommitmentLine(commitment, value.now(), value.asOf(), null,
                state(commitment, commitment.newest(), value, reached, today), reached,
                state(commitment, commitment.first(), value, first, today), first, value.projects());
    }

    private static CommitmentState state(Commitment commitment, Promise promise, PresentValue value,
                                         @Nullable LocalDate reachedOn, LocalDate today) {
        return CommitmentState.of(promise.target(), promise.dueOn(), value.now(), value.by(promise.dueOn()), reachedOn,
                commitment.begins(), today);
    }

    private CommitmentLine said(Row row, LocalDate today) {
        Commitment commitment = commitment(row);
        Indicator published = row.basis() == Basis.INDICATOR ? figures.find(row.series()).orElse(null) : null;
        BigDecimal present = row.said() != null ? row.said() : published == null ? null : published.value();
        Words source = row.saidBy() != null ? new Words(row.saidBy(), null) : published == null ? null : published.source();
        return new CommitmentLine(commitment, present, row.saidOn(), source,
                CommitmentState.of(row.target(), row.dueOn(), present, null, row.reachedOn(), commitment.begins(), today),
                row.reachedOn(),
                CommitmentState.of(row.firstTarget(), row.firstDueOn(), present, null, row.firstReachedOn(),
                        commitment.begins(), today),
                row.firstReachedOn(), List.of());
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
