package city.renewal.programme.commitment;

import city.renewal.base.Words;
import city.renewal.plan.Standing;
import city.renewal.programme.MeasuredProgress.Measured;
import city.renewal.programme.MeasuredProgress.Work;
import city.renewal.programme.ProgressHistory;
import city.renewal.programme.commitment.CommitmentDao.Row;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What linked projects bring to a commitment by its {@link Basis}. Shares of unfinished projects are rounded down, so
 * that the parts come to the whole as it is shown and nothing is said to be done that is not.
 */
final class PresentValue {

    /** From this target on, shares are whole numbers. */
    private static final BigDecimal COARSE = BigDecimal.valueOf(100);
    private static final int FINE_DECIMALS = 2;

    private final Basis basis;
    private final @Nullable String measure;
    private final String unit;
    private final int decimals;
    private final List<Row> rows;
    private final List<LinkedProject> projects = new ArrayList<>();
    private final List<Coming> coming = new ArrayList<>();

    /** Something that is done, or will be whole on a day. */
    private record Coming(@Nullable LocalDate finishOn, BigDecimal now, BigDecimal then) {
    }

    /**
     * @param rows     of one commitment
     * @param measured where their projects stand
     */
    PresentValue(List<Row> rows, Map<Long, Measured> measured) {
        Row any = rows.getFirst();
        basis = any.basis();
        measure = any.measure();
        unit = any.unit();
        decimals = any.firstTarget().compareTo(COARSE) >= 0 ? 0 : FINE_DECIMALS;
        this.rows = rows.stream().filter(row -> row.projectId() != null).toList();
        this.rows.forEach(row -> add(row, measured.get(Objects.requireNonNull(row.projectId()))));
    }

    private void add(Row row, @Nullable Measured found) {
        Standing standing = found == null ? Standing.UNPLANNED : found.standing();
        List<Coming> parts = switch (basis) {
            case FINISHED -> List.of(new Coming(standing.finishOn(),
                    standing.finished() ? BigDecimal.ONE : BigDecimal.ZERO, BigDecimal.ONE));
            case MEASURE -> List.of(new Coming(standing.finishOn(), measure(row, standing.done()), whole(row)));
            default -> found == null ? List.of() : works(found.works());
        };
        coming.addAll(parts);
        projects.add(new LinkedProject(Objects.requireNonNull(row.projectId()),
                Objects.requireNonNull(row.projectCode()), Objects.requireNonNull(row.projectKind()),
                new Words(Objects.requireNonNull(row.projectName()), row.projectNameEn()),
                Objects.requireNonNull(row.projectStage()), standing,
                parts.stream().map(Coming::now).reduce(BigDecimal.ZERO, BigDecimal::add),
                parts.stream().map(Coming::then).reduce(BigDecimal.ZERO, BigDecimal::add),
                found == null ? null : found.reportedOn(), found == null ? null : found.confirmedAt(),
                row.supervisor()));
    }

    private static BigDecimal whole(Row row) {
        return row.measured() == null ? BigDecimal.ZERO : row.measured();
    }

    private BigDecimal measure(Row row, double share) {
        return share == 1 ? whole(row)
                : whole(row).multiply(BigDecimal.valueOf(share)).setScale(decimals, RoundingMode.DOWN);
    }

    private List<Coming> works(List<Work> works) {
        return works.stream().filter(work -> work.code().equals(measure) && work.unit().equals(unit))
                .map(work -> new Coming(work.finishOn(), work.done(), work.planned().max(work.done()))).toList();
    }

    List<LinkedProject> projects() {
        return projects;
    }

    BigDecimal now() {
        return projects.stream().map(LinkedProject::present).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** @return what is done, and what the schedules bring until the evening of the day */
    BigDecimal by(LocalDate day) {
        return coming.stream()
                .map(each -> each.finishOn() != null && !each.finishOn().isAfter(day) ? each.then() : each.now())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** @return day of the newest report of all */
    @Nullable LocalDate asOf() {
        return projects.stream().map(LinkedProject::reportedOn).filter(Objects::nonNull)
                .max(Comparator.naturalOrder()).orElse(null);
    }

    /**
     * The day of the report is the day of the work; when a supervisor confirmed it says nothing of that.
     *
     * @param past what was done of the projects by past days, by their ids
     * @return the first day by whose evening the target was reached; null where it is not reached, or was before reports
     *         began, so that nobody knows
     */
    @Nullable LocalDate reachedOn(BigDecimal target, Map<Long, ProgressHistory> past) {
        if (now().compareTo(target) < 0 || by(LocalDate.MIN, past).compareTo(target) >= 0) {
            return null;
        }
        return rows.stream().map(Row::projectId).map(past::get).filter(Objects::nonNull)
                .flatMap(history -> history.days().stream()).distinct().sorted()
                .filter(day -> by(day, past).compareTo(target) >= 0).findFirst().orElseGet(this::asOf);
    }

    /** @return what there was by the evening of a past day */
    BigDecimal by(LocalDate evening, Map<Long, ProgressHistory> past) {
        return rows.stream().map(row -> {
            ProgressHistory history = past.get(row.projectId());
            return history == null ? BigDecimal.ZERO : switch (basis) {
                case FINISHED -> history.share(evening) == 1 ? BigDecimal.ONE : BigDecimal.ZERO;
                case MEASURE -> measure(row, history.share(evening));
                default -> history.done(String.valueOf(measure), unit, evening);
            };
        }).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
