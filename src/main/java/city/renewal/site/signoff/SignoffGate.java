package city.renewal.site.signoff;

import city.renewal.base.Refusal;
import city.renewal.plan.Task;
import java.util.List;
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
}
