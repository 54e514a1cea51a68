package city.renewal.site.signoff;

import city.renewal.base.Refusal;
import city.renewal.base.Words;
import city.renewal.plan.PlanSnapshot;
import city.renewal.plan.Task;
import city.renewal.plan.TaskLink;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;

/**
 * Keeps a process from beginning while one before it is unsigned (建设工程质量管理条例 37). Work that has begun goes on.
 */
public final class SignoffGate {

    private final SignoffDao dao;
    private final SignoffRules rules;

    public SignoffGate(Jdbi jdbi, SignoffRules rules) {
        this.dao = jdbi.onDemand(SignoffDao.class);
        this.rules = rules;
    }

    /**
     * Asks before the first report of a task is stored; inside its transaction.
     *
     * @throws Refusal naming the first unsigned task that it has to follow
     */
    public void check(Task task) {
        if (task.started()) {
            return;
        }
        List<Long> before = dao.before(task.id());
        if (before.isEmpty()) {
            return;
        }
        List<SignoffDao.Blocking> unsigned = dao.unsigned(before, rules.blocking());
        if (!unsigned.isEmpty()) {
            throw new Refusal("report.unsigned", task.name(), unsigned.getFirst().name());
        }
    }

    /**
     * Says beforehand what {@link #check} would refuse; one statement.
     *
     * @return for each task of the plan that may not begin yet, what the first unsigned task before it is called
     */
    public Map<Long, Words> unsignedBefore(PlanSnapshot plan) {
        Set<Long> signed = Set.copyOf(dao.signed(plan.head().projectId()));
        Map<Long, Task> tasks = plan.byId();
        Map<Long, List<Task>> children = plan.children();
        Map<Long, List<Long>> before = plan.links().stream()
                .filter(TaskLink::finishToStart)
                .collect(Collectors.groupingBy(TaskLink::successorId,
                        Collectors.mapping(TaskLink::predecessorId, Collectors.toList())));
        Map<Long, Words> blocked = new HashMap<>();
        for (Task task : plan.tasks()) {
            if (!task.started() && !children.containsKey(task.id())) {
                above(task, tasks)
                        .flatMap(each -> before.getOrDefault(each.id(), List.of()).stream())
                        .flatMap(id -> Stream.ofNullable(tasks.get(id)))
                        .flatMap(each -> work(each, children))
                        .filter(each -> !each.input().milestone() && !signed.contains(each.id())
                                && each.input().workType() != null && rules.blocking().contains(each.input().workType()))
                        .min(Comparator.comparingInt(each -> each.input().sortOrder()))
                        .ifPresent(each -> blocked.put(task.id(), each.names()));
            }
        }
        return blocked;
    }

    private static Stream<Task> above(Task task, Map<Long, Task> tasks) {
        return Stream.iterate(task, Objects::nonNull,
                each -> each.input().parentId() == null ? null : tasks.get(each.input().parentId()));
    }

    private static Stream<Task> work(Task task, Map<Long, List<Task>> children) {
        List<Task> below = children.get(task.id());
        return below == null ? Stream.of(task) : below.stream().flatMap(each -> work(each, children));
    }
}
