package city.renewal.site;

import city.renewal.account.Actor;
import city.renewal.account.AuditTrail;
import city.renewal.base.ChangeFeed;
import city.renewal.base.ProjectChange;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** Why nobody is on site. What is said stays; the newest speaks until work is confirmed again. */
public final class SitePauses {

    private final Jdbi jdbi;
    private final Dao dao;
    private final AuditTrail audit;
    private final ChangeFeed feed;
    private final Clock clock;

    public SitePauses(Jdbi jdbi, AuditTrail audit, ChangeFeed feed, Clock clock) {
        this.jdbi = jdbi;
        this.dao = jdbi.onDemand(Dao.class);
        this.audit = audit;
        this.feed = feed;
        this.clock = clock;
    }

    /**
     * Says to residents why nobody works on a site.
     *
     * @throws city.renewal.base.Refusal when the actor may not report
     */
    public void explain(Actor actor, long projectId, PauseReason reason) {
        SiteReports.requireAuthor(actor);
        jdbi.useTransaction(handle -> store(actor, projectId, reason));
        feed.publish(new ProjectChange(projectId, actor.name(), Set.of()));
    }

    /** Inside the transaction of the caller, who tells open pages afterwards. */
    void store(Actor actor, long projectId, PauseReason reason) {
        dao.add(projectId, reason, actor.name(), OffsetDateTime.now(clock));
        audit.record(actor, "site.pause", "project-id:" + projectId, null, reason.name());
    }

    interface Dao {
        @SqlUpdate("""
                INSERT INTO site_pause (project_id, category, given_by, given_at)
                VALUES (:projectId, :reason, :givenBy, :givenAt)""")
        void add(long projectId, PauseReason reason, String givenBy, OffsetDateTime givenAt);
    }
}
