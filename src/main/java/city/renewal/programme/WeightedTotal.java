package city.renewal.programme;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/**
 * Several projects as one, each weighing by one of its measures; those without it weigh nothing, unless none has it.
 *
 * @param done share done, 0 to 1
 * @param due  share promised by yesterday evening, 0 to 1
 */
public record WeightedTotal(double done, double due) {

    /** Share of the whole by which done and due may differ and still count as the same. */
    private static final double SAME = 0.005;

    /** @param measure id of the measure that projects weigh by; with {@link Indicator#COUNT} each weighs the same */
    static WeightedTotal of(List<ProjectLine> lines, String measure) {
        boolean measured = lines.stream().anyMatch(line -> amount(line.measures(), measure) > 0);
        double weights = 0;
        double done = 0;
        double due = 0;
        for (ProjectLine line : lines) {
            double weight = measured ? amount(line.measures(), measure) : 1;
            weights += weight;
            done += weight * line.standing().done();
            due += weight * line.standing().due();
        }
        boolean finished = !lines.isEmpty() && lines.stream().allMatch(line -> line.standing().finished());
        return new WeightedTotal(finished ? 1 : share(done, weights), share(due, weights));
    }

    /** @return whether less is done than was promised */
    public boolean behind() {
        return done + SAME < due;
    }

    private static double amount(Map<String, BigDecimal> measures, String measure) {
        return measures.getOrDefault(measure, BigDecimal.ZERO).doubleValue();
    }

    private static double share(double part, double whole) {
        return whole == 0 ? 0 : part / whole;
    }
}
