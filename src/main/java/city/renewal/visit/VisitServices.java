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
import city.renewal.site.SiteReports;
import java.time.Clock;
import org.jdbi.v3.core.Jdbi;

/** The services of appointments, which are built together because they keep to the same days and take turns. */
public record VisitServices(VisitWorks works, VisitPlanning planning, Visits visits, VisitMarks marks,
                            VisitReports reports, VisitOffers offers, VisitBoard board, CrewSheet sheet,
                            VisitCheck check) {

    /**
     * @param reports takes the homes that were done
     * @param clock   whose day decides what can still be booked
     */
    public static VisitServices of(Jdbi jdbi, StopWindows windows, WorkTypes types, HouseholdRegister register,
                                   HouseholdCodes codes, Projects projects, ProjectPeople people,
                                   SiteReports reports, Vault vault, AuditTrail audit, ChangeFeed feed,
                                   Clock clock) {
        VisitDays days = new VisitDays(jdbi, windows, types);
        VisitRules rules = new VisitRules(days, projects, clock);
        VisitTurns turns = new VisitTurns(jdbi, feed);
        VisitSeals seals = new VisitSeals(vault);
        VisitBoard board = new VisitBoard(jdbi, days, register, people, seals, audit, clock);
        VisitWorks works = new VisitWorks(jdbi, turns, register, types, people, audit);
        return new VisitServices(
                works,
                new VisitPlanning(jdbi, turns, days, register, projects, people, audit, clock),
                new Visits(jdbi, turns, rules, register, codes, people, seals, audit, clock),
                new VisitMarks(jdbi, turns, rules, people, seals, audit, clock),
                new VisitReports(jdbi, works, reports, people, feed, clock),
                new VisitOffers(jdbi, days, projects, clock),
                board, new CrewSheet(board, audit, clock.getZone()),
                new VisitCheck(jdbi, days, projects, clock.getZone()));
    }
}
