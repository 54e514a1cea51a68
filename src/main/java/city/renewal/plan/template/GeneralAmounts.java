package city.renewal.plan.template;

import city.renewal.base.Refusal;
import city.renewal.plan.Task;
import city.renewal.project.Place;
import city.renewal.schedule.WorkingTime;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the rules behind the quantities and durations of a plan. */
final class GeneralAmounts {

    private static final int DECIMALS = 3;

    private final PlanTemplate base;
    private final Map<String, BigDecimal> measures;
    private final PlacedZones placed;
    private final List<Place> zones;

    GeneralAmounts(PlanTemplate base, Map<String, BigDecimal> measures, PlacedZones placed, List<Place> zones) {
        this.base = base;
        this.measures = measures;
        this.placed = placed;
        this.zones = zones;
    }

    /**
     * @param lines the item's tasks, one for each zone or one for the whole
     * @param numbers the zones' numbers, by place
     * @param like  the item of the same id in the template of the kind, or null
     */
    WorkItem.Amount amount(List<Task> lines, Map<Long, Integer> numbers, @Nullable WorkItem like) {
        BigDecimal total = lines.stream().map(line -> line.input().plannedQuantity())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        int decimals = lines.stream()
                .mapToInt(line -> line.input().plannedQuantity().stripTrailingZeros().scale())
                .map(scale -> Math.clamp(scale, 0, DECIMALS)).max().orElse(0);
        String unit = lines.getFirst().input().unit();
        String known = like == null ? null : like.amount().measure();
        if (lines.size() == 1) {
            WorkItem.Amount follows = known == null ? null : following(known, total, unit, decimals, List.of());
            return follows == null ? fixed(total, unit, decimals, List.of()) : follows;
        }
        List<BigDecimal> parts = byZone(lines, numbers);
        for (String measure : candidates(known)) {
            WorkItem.Amount follows = following(measure, total, unit, decimals, List.of());
            List<Zone.Span> spans = placed.spans(zones, base.sharedBy(measure, measures));
            if (follows != null && spans != null && explains(spans, total, decimals, parts)) {
                return follows;
            }
        }
        List<Zone.Span> equal = placed.spans(zones, null);
        if (equal != null && explains(equal, total, decimals, parts)) {
            return fixed(total, unit, decimals, List.of());
        }
        List<Double> shares = parts.stream().map(BigDecimal::doubleValue).toList();
        WorkItem.Amount follows = candidates(known).stream()
                .map(measure -> following(measure, total, unit, decimals, shares))
                .filter(Objects::nonNull).findFirst().orElse(null);
        return follows == null ? fixed(total, unit, decimals, shares) : follows;
    }

    /** The measure that the kind's own template follows, then whatever the project is measured by. */
    private Set<String> candidates(@Nullable String known) {
        Set<String> candidates = new LinkedHashSet<>();
        if (known != null) {
            candidates.add(known);
        }
        List<String> usual = List.of("stairwells", "households", "area", "buildings", "length");
        usual.stream().filter(measures::containsKey).forEach(candidates::add);
        candidates.addAll(measures.keySet().stream().sorted().toList());
        return candidates;
    }

    private static WorkItem.Amount fixed(BigDecimal total, String unit, int decimals, List<Double> parts) {
        return new WorkItem.Amount(null, total.doubleValue(), unit, decimals, parts);
    }

    private WorkItem.@Nullable Amount following(String measure, BigDecimal total, String unit, int decimals,
                                                List<Double> parts) {
        BigDecimal size;
        try {
            size = base.measure(measure, measures);
        } catch (Refusal unknown) {
            return null;
        }
        if (size.signum() <= 0) {
            return null;
        }
        double per = total.doubleValue() / size.doubleValue();
        BigDecimal again = size.multiply(BigDecimal.valueOf(per)).setScale(decimals, RoundingMode.HALF_UP);
        return again.compareTo(total) == 0 ? new WorkItem.Amount(measure, per, unit, decimals, parts) : null;
    }

    private static boolean explains(List<Zone.Span> spans, BigDecimal total, int decimals, List<BigDecimal> parts) {
        BigDecimal rounded = total.setScale(decimals, RoundingMode.HALF_UP);
        for (int i = 0; i < parts.size(); i++) {
            if (spans.get(i).part(rounded, decimals).compareTo(parts.get(i)) != 0) {
                return false;
            }
        }
        return true;
    }

    private List<BigDecimal> byZone(List<Task> lines, Map<Long, Integer> numbers) {
        List<BigDecimal> parts = new ArrayList<>();
        for (int i = 1; i <= zones.size(); i++) {
            int number = i;
            parts.add(lines.stream()
                    .filter(line -> Objects.equals(numbers.get(line.input().placeId()), number))
                    .map(line -> line.input().plannedQuantity())
                    .findFirst().orElse(BigDecimal.ZERO));
        }
        return parts;
    }

    /** One rate for all lines where there is one that gives each its duration, else the durations themselves. */
    WorkItem.Effort effort(List<Task> lines, Map<Long, Integer> numbers, @Nullable WorkItem like,
                           @Nullable String team) {
        int crew = like == null ? 1 : like.effort().crew();
        double least = 0;
        double below = Double.POSITIVE_INFINITY;
        double quantity = 0;
        double days = 0;
        boolean whole = true;
        for (Task line : lines) {
            int minutes = line.input().durationMinutes();
            double done = line.input().plannedQuantity().doubleValue();
            int wholeDays = Math.ceilDiv(minutes, WorkingTime.days(1));
            whole &= minutes > 0 && minutes % WorkingTime.days(1) == 0;
            quantity += done;
            days += (double) minutes / WorkingTime.days(1);
            least = Math.max(least, done / Math.max(1, wholeDays));
            if (wholeDays > 1) {
                below = Math.min(below, done / (wholeDays - 1));
            }
        }
        if (whole && least < below) {
            return new WorkItem.Effort(least, 0, crew, team, List.of());
        }
        return new WorkItem.Effort(quantity / Math.max(days, 1.0 / WorkingTime.days(1)), 0, crew, team,
                lines.size() == 1 ? List.of(days) : daysByZone(lines, numbers));
    }

    private List<Double> daysByZone(List<Task> lines, Map<Long, Integer> numbers) {
        List<Double> days = new ArrayList<>();
        for (int i = 1; i <= zones.size(); i++) {
            int number = i;
            days.add(lines.stream()
                    .filter(line -> Objects.equals(numbers.get(line.input().placeId()), number))
                    .mapToDouble(line -> (double) line.input().durationMinutes() / WorkingTime.days(1))
                    .findFirst().orElse(1));
        }
        return days;
    }
}
