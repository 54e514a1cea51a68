package city.renewal.plan;

import city.renewal.base.Finding;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jspecify.annotations.Nullable;

/** Looks for plans that the program would not have written: after a repair by hand, or a fault of ours. */
public final class PlanCheck {

    private final Jdbi jdbi;

    public PlanCheck(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** A task with what it hangs on, as the check reads it. */
    public record Node(long id, String project, @Nullable Long parentId, @Nullable String parentProject) {
    }

    /** A link with the projects of its two ends. */
    public record Ends(long id, String project, String predecessorProject, String successorProject) {
    }

    /** @return what is wrong, task by task; empty when all is well */
    public List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        List<Node> nodes = nodes();
        Map<Long, Long> parents = new HashMap<>();
        for (Node node : nodes) {
            if (node.parentId() != null) {
                parents.put(node.id(), node.parentId());
            }
            if (node.parentProject() != null && !node.parentProject().equals(node.project())) {
                findings.add(new Finding("check.parent.foreign", node.project(), String.valueOf(node.id())));
            }
        }
        nodes.stream()
                .filter(node -> isItsOwnAncestor(node.id(), parents))
                .forEach(node -> findings.add(
                        new Finding("check.parent.cycle", node.project(), String.valueOf(node.id()))));
        ends().stream()
                .filter(link -> !link.project().equals(link.predecessorProject())
                        || !link.project().equals(link.successorProject()))
                .forEach(link -> findings.add(
                        new Finding("check.link.foreign", link.project(), String.valueOf(link.id()))));
        return findings;
    }

    private static boolean isItsOwnAncestor(long id, Map<Long, Long> parents) {
        Set<Long> seen = new HashSet<>();
        for (Long above = parents.get(id); above != null && seen.add(above); above = parents.get(above)) {
            if (above == id) {
                return true;
            }
        }
        return false;
    }

    private List<Node> nodes() {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT t.id, p.code AS project, t.parent_id, q.code AS parent_project
                          FROM task t
                          JOIN project p ON p.id = t.project_id
                          LEFT JOIN task u    ON u.id = t.parent_id
                          LEFT JOIN project q ON q.id = u.project_id
                         ORDER BY t.id""")
                .map(ConstructorMapper.of(Node.class))
                .list());
    }

    private List<Ends> ends() {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT l.id, p.code AS project, a.code AS predecessor_project, b.code AS successor_project
                          FROM task_link l
                          JOIN project p ON p.id = l.project_id
                          JOIN task t    ON t.id = l.predecessor_id
                          JOIN project a ON a.id = t.project_id
                          JOIN task u    ON u.id = l.successor_id
                          JOIN project b ON b.id = u.project_id
                         ORDER BY l.id""")
                .map(ConstructorMapper.of(Ends.class))
                .list());
    }
}
