package city.renewal.desk.ui;

import city.renewal.plan.OutlineNumbers;
import city.renewal.plan.PlanSnapshot;
import city.renewal.plan.Task;
import city.renewal.schedule.CriticalPathScheduler;
import city.renewal.schedule.Network;
import city.renewal.schedule.OutOfSequence;
import city.renewal.schedule.Schedule;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One task as the list shows it.
 *
 * @param number in the outline, such as {@code 2.1.3}
 * @param order  its place in the tree
 * @param level  0 at the top
 * @param share  done, 0 and up
 * @param room   working minutes it may slip without moving the project's finish
 * @param passed the links that its progress passed over, the most days first
 */
record PlanLine(Task task, String number, int order, int level, boolean summary, double share, int room,
                List<OutOfSequence> passed) {

    PlanLine {
        passed = List.copyOf(passed);
    }

    /** Days ahead within which work that has not begun counts as due. */
    static final int DUE_DAYS = 7;

    /** Which tasks are asked for. */
    enum State {
        ALL,
        LATE,
        CRITICAL,
        UNDER_WAY,
        OUT_OF_SEQUENCE,
        DUE,
        DONE;

        /** @return what stands for it in addresses and at the end of its key */
        String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    static List<PlanLine> of(PlanSnapshot plan) {
        if (plan.tasks().isEmpty()) {
            return List.of();
        }
        Map<Long, String> numbers = OutlineNumbers.of(plan.tasks());
        Map<Long, List<Task>> children = plan.children();
        Map<Long, Double> shares = plan.shares();
        Map<Long, Integer> levels = new HashMap<>();
        Network network = plan.network();
        Schedule schedule = new CriticalPathScheduler().schedule(network);
        Map<Long, List<OutOfSequence>> passed = OutOfSequence.find(network, schedule).stream()
                .collect(Collectors.groupingBy(each -> each.link().successor()));
        List<PlanLine> lines = new ArrayList<>();
        for (Task task : plan.tasks()) {
            Long parent = task.input().parentId();
            int level = parent == null ? 0 : levels.getOrDefault(parent, -1) + 1;
            levels.put(task.id(), level);
            lines.add(new PlanLine(task, numbers.get(task.id()), lines.size(), level, children.containsKey(task.id()),
                    shares.get(task.id()), schedule.of(task.id()).totalFloatMinutes(),
                    passed.getOrDefault(task.id(), List.of())));
        }
        return List.copyOf(lines);
    }

    boolean done() {
        return task.finished() || share >= 1;
    }

    boolean is(State state, LocalDate today) {
        Integer late = task.dates().daysLate();
        return switch (state) {
            case ALL -> true;
            case LATE -> !done() && late != null && late > 0;
            case CRITICAL -> task.dates().critical();
            case OUT_OF_SEQUENCE -> !passed.isEmpty();
            case UNDER_WAY -> !done() && (task.started() || share > 0);
            case DUE -> !done() && !task.started() && !task.dates().startOn().isAfter(today.plusDays(DUE_DAYS));
            case DONE -> done();
        };
    }

    /** @return whether the text is in its number, name or code, in whichever case */
    boolean has(String text) {
        String sought = text.strip().toLowerCase(Locale.ROOT);
        return sought.isEmpty() || number.startsWith(sought)
                || task.name().toLowerCase(Locale.ROOT).contains(sought)
                || task.names().in(Locale.ENGLISH).toLowerCase(Locale.ROOT).contains(sought)
                || task.input().code() != null && task.input().code().toLowerCase(Locale.ROOT).contains(sought);
    }
}
