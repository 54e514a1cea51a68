package city.renewal.testing;

import city.renewal.plan.forecast.Delays;
import city.renewal.plan.forecast.Explanation;
import city.renewal.app.Services;
import city.renewal.plan.Plans;
import city.renewal.project.Measure;
import city.renewal.project.NewPlace;
import city.renewal.project.NewProject;
import city.renewal.project.Party;
import city.renewal.project.Project;
import city.renewal.project.Projects;
import city.renewal.project.StageDate;
import city.renewal.site.NewReport;
import city.renewal.site.SiteReports;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

/** Public projects with the plan of {@link SmallPlan}, and confirmed work on them. */
public final class PublicSample {

    private final Services services;
    private final People people;

    public PublicSample(Services services) {
        this.services = services;
        this.people = People.join(services);
    }

    public People people() {
        return people;
    }

    /** A public compound of 1,000 m² and 120 households with a plan and its first promise. */
    public SmallPlan compound(String code, String name, String street) {
        SmallPlan plan = unpromised(code, name, street, true);
        promise(plan.project());
        return plan;
    }

    /** A compound whose plan is not promised yet. */
    public SmallPlan unpromised(String code, String name, String street, boolean open) {
        return SmallPlan.add(services, people.planner(), project(code, name, street, open));
    }

    /** A compound without a plan. */
    public Project project(String code, String name, String street, boolean open) {
        return services.get(Projects.class).add(people.planner(), new NewProject(code, "compound", name, name + " EN",
                street, "First community", "works", false, open, false,
                List.of(new Measure("area", new BigDecimal("1000"), "m2"),
                        new Measure("households", new BigDecimal("120"), "household")),
                List.of(new StageDate("survey", null, LocalDate.of(2026, 1, 5))),
                List.of(new Party("contractor", "First Builders", "Somebody Private", "022-0000-1001"),
                        new Party("supervisor", "Second Eyes", "Nobody Else", "022-0000-2001")),
                List.of(new NewPlace("building", "B01", "Building 1", null, null, null))));
    }

    public void promise(Project project) {
        services.get(Plans.class).takeBaseline(people.planner(), project.id(), "First plan", null);
    }

    /** Reports work and has it confirmed. */
    public void confirmed(long taskId, LocalDate day, String quantity) {
        SiteReports reports = services.get(SiteReports.class);
        long report = reports.submit(people.engineer(), new NewReport(taskId, day, new BigDecimal(quantity), null,
                null, null, null, null)).id();
        reports.confirm(people.supervisor(), report);
    }

    public void explained(Project project, String words) {
        services.get(Delays.class).explain(people.planner(), project.id(),
                new Explanation("WEATHER", words, null, "One more crew", "Foreman Liu", LocalDate.now(services.get(Clock.class)).plusYears(1)));
    }
}
