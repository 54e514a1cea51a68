package city.renewal.schedule;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds where crews that work along a line get in each other's way: two of them in the same stretch at the same time,
 * or in the other order than everywhere else, as when the pipes come after the road.
 */
public final class CrewClashes {

    private CrewClashes() {
    }

    /**
     * A crew at work in one stretch of a line.
     *
     * @param from   metres from the line's beginning
     * @param to     metres from it, beyond {@code from}
     * @param start  first day
     * @param finish last day, inclusive
     */
    public record Run(long id, String crew, double from, double to, LocalDate start, LocalDate finish) {

        boolean sharesPlace(Run other) {
            return from < other.to && other.from < to;
        }

        boolean sharesTime(Run other) {
            return !start.isAfter(other.finish) && !other.start.isAfter(finish);
        }
    }

    /** What is wrong. */
    public enum Kind {
        SAME_TIME,
        ORDER_REVERSED
    }

    /**
     * @param first the run that begins first
     * @param other the one that comes in its way
     * @param on    first day of both, or for a reversed order the day on which the other begins
     * @param from  metres at which the stretch that they share begins
     * @param to    metres at which it ends
     */
    public record Clash(Kind kind, Run first, Run other, LocalDate on, double from, double to) {
    }

    /**
     * @return clashes by their days. Crews work on each other's heels where each has to leave a stretch before the next
     *         comes, so that every day and metre in common counts. The order of two crews is the one of most stretches;
     *         of two orders as frequent, the one that comes first.
     */
    public static List<Clash> find(List<Run> runs) {
        List<Run> ordered = runs.stream()
                .sorted(Comparator.comparing(Run::start).thenComparing(Run::from).thenComparing(Run::id))
                .toList();
        Map<List<String>, List<Run[]>> meetings = new HashMap<>();
        List<Clash> clashes = new ArrayList<>();
        for (int i = 0; i < ordered.size(); i++) {
            for (int j = i + 1; j < ordered.size(); j++) {
                Run first = ordered.get(i);
                Run other = ordered.get(j);
                if (first.crew().equals(other.crew()) || !first.sharesPlace(other)) {
                    continue;
                }
                if (first.sharesTime(other)) {
                    clashes.add(clash(Kind.SAME_TIME, first, other));
                } else {
                    meetings.computeIfAbsent(pair(first, other), any -> new ArrayList<>()).add(new Run[] {first, other});
                }
            }
        }
        meetings.values().forEach(met -> addReversed(met, clashes));
        clashes.sort(Comparator.comparing(Clash::on).thenComparing(Clash::from)
                .thenComparing(clash -> clash.other().id()).thenComparing(clash -> clash.first().id()));
        return List.copyOf(clashes);
    }

    private static List<String> pair(Run one, Run other) {
        return one.crew().compareTo(other.crew()) < 0
                ? List.of(one.crew(), other.crew())
                : List.of(other.crew(), one.crew());
    }

    private static void addReversed(List<Run[]> met, List<Clash> clashes) {
        String usual = met.getFirst()[0].crew();
        long asFirst = met.stream().filter(runs -> runs[0].crew().equals(usual)).count();
        boolean most = asFirst * 2 >= met.size();
        met.stream()
                .filter(runs -> runs[0].crew().equals(usual) != most)
                .forEach(runs -> clashes.add(clash(Kind.ORDER_REVERSED, runs[0], runs[1])));
    }

    private static Clash clash(Kind kind, Run first, Run other) {
        return new Clash(kind, first, other, other.start(), Math.max(first.from(), other.from()),
                Math.min(first.to(), other.to()));
    }
}
