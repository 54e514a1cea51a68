package city.renewal.plan;

import java.util.Collection;
import java.util.Optional;
import org.jdbi.v3.sqlobject.customizer.BindList;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** The revisions of plans, which are also the locks under which plans are changed. */
interface RevisionDao {

    /** A second writer waits here until the first has committed. */
    @SqlUpdate("UPDATE plan SET revision = revision + 1 WHERE project_id = :projectId")
    int raise(long projectId);

    /** As {@link #raise} for many plans. */
    @SqlUpdate("UPDATE plan SET revision = revision + 1 WHERE project_id IN (<projectIds>)")
    int raiseAll(@BindList Collection<Long> projectIds);

    @SqlQuery("SELECT revision FROM plan WHERE project_id = :projectId")
    Optional<Long> of(long projectId);
}
