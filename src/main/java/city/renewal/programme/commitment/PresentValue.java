package city.renewal.programme.commitment;

import city.renewal.base.Words;
import city.renewal.plan.Standing;
import city.renewal.programme.MeasuredProgress.Measured;
import city.renewal.programme.MeasuredProgress.Work;
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
        rows.stream().filter(row -> row.projectId() != null)
                .forEach(row -> add(row, measured.get(Objects.requireNonNull(row.projectId()))));
    }

    private void add(Row row, @Nullable Measured found) {
        Standing standing = found == null ? Standing.UNPLANNED : found.standing();
        List<Coming> parts = switch (basis) {
            case FINISHED -> List.of(new Coming(standing.finishOn(),
                    standing.finished() ? BigDecimal.ONE : BigDecimal.ZERO, BigDecimal.ONE));
            case MEASURE -> List.of(measure(row, standing));
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

    private Coming measure(Row row, Standing standing) {
        BigDecimal amount = row.measured() == null ? BigDecimal.ZERO : row.measured();
        BigDecimal now = standing.finished() ? amount
                : amount.multiply(BigDecimal.valueOf(standing.done())).setScale(decimals, RoundingMode.DOWN);
        return new Coming(standing.finishOn(), now, amount);
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

    /** @return when the target was reached by finished projects alone, in the order in which they were; null else */
    @Nullable LocalDate reachedOn(BigDecimal target) {
        BigDecimal sum = BigDecimal.ZERO;
        for (LinkedProject project : projects.stream()
                .filter(each -> each.standing().finished() && each.reportedOn() != null)
                .sorted(Comparator.comparing(LinkedProject::reportedOn)).toList()) {
            sum = sum.add(project.present());
            if (sum.compareTo(target) >= 0) {
                return project.reportedOn();
            }
        }
        return null;
    }
}
