package city.renewal.site;

import city.renewal.base.Words;
import city.renewal.project.handover.OpenItem;
import city.renewal.project.handover.ProjectWork;
import city.renewal.site.signoff.SignoffRules;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** What plans, signatures and findings tell of a project that is to be accepted. */
public final class SiteWork implements ProjectWork {

    private final SiteWorkDao dao;
    private final SignoffRules rules;

    public SiteWork(Jdbi jdbi, SignoffRules rules) {
        this.dao = jdbi.onDemand(SiteWorkDao.class);
        this.rules = rules;
    }

    @Override
    public List<Done> done(long projectId, @Nullable Long placeId) {
        return dao.done(projectId, placeId).stream()
                .map(task -> new Done(task.workType(), new Words(task.name(), task.nameEn()))).toList();
    }

    @Override
    public List<OpenItem> open(long projectId, @Nullable Long placeId) {
        return dao.open(projectId, placeId, rules.blocking());
    }
}
