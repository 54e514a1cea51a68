package city.renewal.schedule;

import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The progress front line (DOMAIN.md §4): where on its planned bar the work of each unfinished task really stands at
 * the end of the status date. A point left of the status date is late, right of it early; work that is on time or not
 * due stands on the status date itself.
 */
public final class FrontLine {

    private static final double HARDLY_ANY = 1e-9;

    private FrontLine() {
    }

    /**
     * A bar that the line passes.
     *
     * @param id        comes back with the point
     * @param start     first planned day
     * @param finish    last planned day, inclusive; not before {@code start}
     * @param calendar  on whose working days the bar's length is counted
     * @param milestone whether it is a moment at the end of {@code finish}, without a length
     * @param shareDone share of the planned quantity done, 0 and up; from 1 on the bar is finished
     */
    public record Bar(long id, LocalDate start, LocalDate finish, WorkCalendar calendar, boolean milestone,
                      double shareDone) {

        /** @throws IllegalArgumentException when a value is outside what is said above */
        public Bar {
            if (finish.isBefore(start)) {
                throw new IllegalArgumentException("Bar " + id + " finishes before it starts");
            }
            if (!(shareDone >= 0)) {
                throw new IllegalArgumentException("Bar " + id + " has a share of " + shareDone);
            }
        }
    }

    /** How a bar stands against the status date. */
    public enum Standing { LATE, ON_TIME, EARLY }

    /**
     * Where the line crosses a bar.
     *
     * @param day      the day it lies in
     * @param fraction how much of that day's work has passed, from 0 (its morning) to 1 (its evening)
     * @param standing left of the status date, on it, or right of it
     */
    public record Point(LocalDate day, double fraction, Standing standing) {
    }

    /**
     * @param statusDate the last day whose progress is known; the line starts at its end
     * @return a point for every unfinished bar, by id, in the order of the bars
     */
    public static Map<Long, Point> points(LocalDate statusDate, Collection<Bar> bars) {
        Map<Long, Point> points = new LinkedHashMap<>();
        for (Bar bar : bars) {
            if (bar.shareDone() < 1) {
                points.put(bar.id(), point(statusDate, bar));
            }
        }
        return points;
    }

    private static Point point(LocalDate statusDate, Bar bar) {
        int length = bar.calendar().workingDays(bar.start(), bar.finish());
        if (bar.milestone() || length == 0) {
            return bar.finish().isBefore(statusDate)
                    ? new Point(bar.finish(), 1, Standing.LATE) : new Point(statusDate, 1, Standing.ON_TIME);
        }
        LocalDate until = bar.finish().isBefore(statusDate) ? bar.finish() : statusDate;
        double ahead = bar.shareDone() * length - bar.calendar().workingDays(bar.start(), until);
        if (Math.abs(ahead) < HARDLY_ANY) {
            return new Point(statusDate, 1, Standing.ON_TIME);
        }
        return onBar(bar, bar.shareDone() * length, ahead < 0 ? Standing.LATE : Standing.EARLY);
    }

    /**
     * A bar and its part of the summary above it.
     *
     * @param weight relative to the others, 0 and up
     */
    public record Part(Bar bar, double weight) {

        /** @throws IllegalArgumentException when the weight is negative or no number */
        public Part {
            if (!(weight >= 0)) {
                throw new IllegalArgumentException("Bar " + bar.id() + " has a weight of " + weight);
            }
        }
    }

    /**
     * Where the line crosses a summary that hides the bars below it: at the moment at which the plan has the weighted
     * share that is done. With one bar below it that is the bar's own point; where every bar is on time it is the status
     * date.
     *
     * @return the point, empty when all is done or nothing has a weight
     */
    public static Optional<Point> ofSummary(LocalDate statusDate, Collection<Part> parts) {
        List<Part> weighed = parts.stream().filter(part -> part.weight() > 0).toList();
        double all = weighed.stream().mapToDouble(Part::weight).sum();
        double done = weighed.stream().mapToDouble(part -> part.weight() * Math.min(1, part.bar().shareDone())).sum();
        double hardly = HARDLY_ANY * Math.max(1, all);
        if (weighed.isEmpty() || done > all - hardly) {
            return Optional.empty();
        }
        double ahead = done - planned(weighed, statusDate);
        if (Math.abs(ahead) < hardly) {
            return Optional.of(new Point(statusDate, 1, Standing.ON_TIME));
        }
        return Optional.of(whenPlanned(weighed, done, hardly, ahead < 0 ? Standing.LATE : Standing.EARLY));
    }

    private static Point whenPlanned(List<Part> parts, double done, double hardly, Standing standing) {
        if (done < hardly) {
            LocalDate first = parts.stream().map(part -> part.bar().calendar().nextWorkingDay(part.bar().start()))
                    .min(LocalDate::compareTo).orElseThrow();
            return new Point(first, 0, standing);
        }
        long low = parts.stream().mapToLong(part -> part.bar().start().toEpochDay()).min().orElseThrow();
        long high = parts.stream().mapToLong(part -> part.bar().finish().toEpochDay()).max().orElseThrow();
        while (low < high) {
            long middle = (low + high) >> 1;
            if (planned(parts, LocalDate.ofEpochDay(middle)) >= done - hardly) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        LocalDate day = LocalDate.ofEpochDay(low);
        double before = planned(parts, day.minusDays(1));
        double after = planned(parts, day);
        return new Point(day, after - before < hardly ? 1 : Math.clamp((done - before) / (after - before), 0, 1),
                standing);
    }

    private static double planned(List<Part> parts, LocalDate day) {
        return parts.stream().mapToDouble(part -> part.weight()
                * PlannedProgress.share(part.bar().start(), part.bar().finish(), part.bar().calendar(), day)).sum();
    }

    private static Point onBar(Bar bar, double days, Standing standing) {
        LocalDate first = bar.calendar().nextWorkingDay(bar.start());
        if (days < HARDLY_ANY) {
            return new Point(first, 0, standing);
        }
        int whole = (int) Math.ceil(days - HARDLY_ANY) - 1;
        return new Point(bar.calendar().plusWorkingDays(first, whole), Math.clamp(days - whole, 0, 1), standing);
    }
}
