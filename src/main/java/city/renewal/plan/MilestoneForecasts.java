package city.renewal.plan;

import city.renewal.account.Actor;
import city.renewal.account.Role;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/**
 * What the schedule said of each milestone in the past, week by week. The record is made when the status date moves and
 * when work is confirmed; nothing in it is ever changed.
 */
public final class MilestoneForecasts {

    private static final int BATCH = 1_000;

    private final Jdbi jdbi;
    private final MilestoneForecastDao dao;

    public MilestoneForecasts(Jdbi jdbi) {
        this.jdbi = jdbi;
        this.dao = jdbi.onDemand(MilestoneForecastDao.class);
    }

    /** @return the forecasts of a project by milestone, then by week */
    public List<MilestoneForecast> of(long projectId) {
        return dao.of(projectId);
    }

    /**
     * Takes over forecasts of plans that come with a past, all or nothing.
     *
     * @param past at most one for each milestone and week
     * @throws city.renewal.base.Refusal when the actor is no administrator
     */
    public void takeOver(Actor actor, List<MilestoneForecast> past) {
        actor.require(Role.ADMINISTRATOR);
        jdbi.useTransaction(handle -> {
            for (int from = 0; from < past.size(); from += BATCH) {
                dao.add(past.subList(from, Math.min(from + BATCH, past.size())));
            }
        });
    }
}
