package city.renewal.visit;

import city.renewal.account.AuditTrail;
import city.renewal.base.ChangeFeed;
import city.renewal.base.Vault;
import city.renewal.consent.HouseholdCodes;
import city.renewal.consent.HouseholdRegister;
import city.renewal.plan.WorkTypes;
import city.renewal.plan.window.StopWindows;
import city.renewal.project.ProjectPeople;
import city.renewal.project.Projects;
import java.time.Clock;
import org.jdbi.v3.core.Jdbi;

/** The services of appointments, which are built together because they keep to the same days. */
public record VisitServices(VisitPlanning planning, Visits visits, VisitOffers offers, VisitBoard board,
                            CrewSheet sheet) {

    /** @param clock whose day decides what can still be booked */
    public static VisitServices of(Jdbi jdbi, StopWindows windows, WorkTypes types, HouseholdRegister register,
                                   HouseholdCodes codes, Projects projects, ProjectPeople people, Vault vault,
                                   AuditTrail audit, ChangeFeed feed, Clock clock) {
        VisitDays days = new VisitDays(jdbi, windows, types);
        VisitBoard board = new VisitBoard(jdbi, days, register, people, vault, audit, clock);
        return new VisitServices(
                new VisitPlanning(jdbi, days, register, types, projects, people, audit, feed, clock),
                new Visits(jdbi, new VisitRules(days, projects, clock), register, codes, people, vault, audit, feed,
                        clock),
                new VisitOffers(jdbi, days, projects, clock),
                board, new CrewSheet(board, audit, clock.getZone()));
    }
}
