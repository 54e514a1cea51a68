package city.renewal.plan.baseline;

import city.renewal.plan.baseline.PlanDifference.Kind;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Two versions of a plan, task by task. Tasks are the same when their ids are; renaming is no difference. Takes time in
 * proportion to the number of tasks.
 *
 * @param differences in the order of the right version, with each dropped task behind the one it followed on the left
 */
public record PlanComparison(List<PlanDifference> differences) {

    public PlanComparison {
        differences = List.copyOf(differences);
    }

    /**
     * What a comparison comes to. Summaries do not count, for they only follow the tasks below them.
     *
     * @param leftFinish  last day of the left version, null for an empty one
     * @param rightFinish last day of the right version, null for an empty one
     * @param later       moved tasks that end later on the right
     * @param earlier     moved tasks that end earlier on the right
     * @param otherwise   tasks that keep their finish but not their start, duration or quantity
     */
    public record Totals(
            @Nullable LocalDate leftFinish,
            @Nullable LocalDate rightFinish,
            int later,
            int earlier,
            int otherwise,
            int added,
            int dropped,
            int unchanged) {

        /** @return calendar days that the right version finishes later, negative when earlier; null without both */
        public @Nullable Integer finishMovedBy() {
            return leftFinish == null || rightFinish == null
                    ? null
                    : (int) ChronoUnit.DAYS.between(leftFinish, rightFinish);
        }

        /** @return whether the two versions do not differ */
        public boolean same() {
            return later + earlier + otherwise + added + dropped == 0;
        }
    }

    /**
     * @param left  in the order of its tree
     * @param right in the order of its tree
     */
    public static PlanComparison between(List<PlanLine> left, List<PlanLine> right) {
        Map<Long, PlanLine> lefts = byId(left);
        Map<Long, PlanLine> rights = byId(right);
        Map<@Nullable Long, List<PlanLine>> dropped = new HashMap<>();
        Long behind = null;
        for (PlanLine line : left) {
            if (rights.containsKey(line.taskId())) {
                behind = line.taskId();
            } else {
                dropped.computeIfAbsent(behind, any -> new ArrayList<>()).add(line);
            }
        }
        List<PlanDifference> differences = new ArrayList<>(left.size() + right.size());
        addDropped(differences, dropped.get(null));
        for (PlanLine line : right) {
            differences.add(new PlanDifference(lefts.get(line.taskId()), line));
            addDropped(differences, dropped.get(line.taskId()));
        }
        return new PlanComparison(differences);
    }

    private static Map<Long, PlanLine> byId(List<PlanLine> lines) {
        Map<Long, PlanLine> found = HashMap.newHashMap(lines.size());
        lines.forEach(line -> found.put(line.taskId(), line));
        return found;
    }

    private static void addDropped(List<PlanDifference> differences, @Nullable List<PlanLine> lines) {
        if (lines != null) {
            lines.forEach(line -> differences.add(new PlanDifference(line, null)));
        }
    }

    /** @return the tasks that are not the same in both versions */
    public List<PlanDifference> changed() {
        return differences.stream().filter(difference -> difference.kind() != Kind.UNCHANGED).toList();
    }

    public Totals totals() {
        LocalDate leftFinish = null;
        LocalDate rightFinish = null;
        int later = 0;
        int earlier = 0;
        int otherwise = 0;
        int added = 0;
        int dropped = 0;
        int unchanged = 0;
        for (PlanDifference difference : differences) {
            leftFinish = latest(leftFinish, difference.left());
            rightFinish = latest(rightFinish, difference.right());
            if (difference.summary()) {
                continue;
            }
            switch (difference.kind()) {
                case ADDED -> added++;
                case DROPPED -> dropped++;
                case UNCHANGED -> unchanged++;
                case CHANGED -> {
                    int days = difference.finishDays();
                    later += days > 0 ? 1 : 0;
                    earlier += days < 0 ? 1 : 0;
                    otherwise += days == 0 ? 1 : 0;
                }
            }
        }
        return new Totals(leftFinish, rightFinish, later, earlier, otherwise, added, dropped, unchanged);
    }

    private static @Nullable LocalDate latest(@Nullable LocalDate day, @Nullable PlanLine line) {
        return line == null || (day != null && day.isAfter(line.finishOn())) ? day : line.finishOn();
    }
}
