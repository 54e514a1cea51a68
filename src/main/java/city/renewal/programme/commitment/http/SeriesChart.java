package city.renewal.programme.commitment.http;

import city.renewal.programme.commitment.DatedAmount;
import java.math.BigDecimal;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A line through dated amounts, from nothing to the whole, which is a line of its own; a table beside it says the same.
 *
 * @param points of the line, in a box of 300 by 48 that ends at 43 below
 * @param area   of what lies under the line
 * @param whole  how far down the line of the whole lies
 * @param dots   one for each amount
 * @param said   first and last amount and the whole in words
 */
public record SeriesChart(String points, String area, String whole, List<Dot> dots, String said) {

    private static final double WIDTH = 290;
    private static final double HEIGHT = 38;
    private static final double EDGE = 5;

    public record Dot(String x, String y) {
    }

    /**
     * @param amounts oldest first
     * @param whole   above 0
     * @return null where there is no course to be seen: fewer than two amounts, or nothing in all of them
     */
    static @Nullable SeriesChart of(List<DatedAmount> amounts, BigDecimal whole, String said) {
        if (amounts.size() < 2 || amounts.stream().allMatch(each -> each.amount().signum() == 0)) {
            return null;
        }
        DatedAmount first = amounts.getFirst();
        double days = Math.max(1, ChronoUnit.DAYS.between(first.asOf(), amounts.getLast().asOf()));
        double top = amounts.stream().map(DatedAmount::amount).reduce(whole, BigDecimal::max).doubleValue();
        List<Dot> dots = amounts.stream().map(each -> new Dot(
                text(EDGE + WIDTH * ChronoUnit.DAYS.between(first.asOf(), each.asOf()) / days),
                down(each.amount(), top))).toList();
        String points = String.join(" ", dots.stream().map(dot -> dot.x() + "," + dot.y()).toList());
        String ground = down(BigDecimal.ZERO, top);
        return new SeriesChart(points, dots.getFirst().x() + "," + ground + " " + points + " " + dots.getLast().x() + ","
                + ground, down(whole, top), dots, said);
    }

    private static String down(BigDecimal amount, double top) {
        return text(EDGE + HEIGHT * (1 - amount.doubleValue() / top));
    }

    private static String text(double place) {
        return String.format(Locale.ROOT, "%.1f", place);
    }
}
