package city.renewal.matter;

import city.renewal.account.Accounts;
import city.renewal.account.Actor;
import city.renewal.account.Role;
import city.renewal.app.Services;
import city.renewal.project.NewPlace;
import city.renewal.project.NewProject;
import city.renewal.project.Project;
import city.renewal.project.Projects;
import city.renewal.testing.People;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Public compounds of two buildings, two community workers, and matters that residents report. */
public final class MatterSample {

    private static final AtomicInteger NEXT = new AtomicInteger();

    private final Services services;
    private final Actor planner;
    public final Actor worker;
    public final Actor second;

    public MatterSample(Services services) {
        this.services = services;
        People people = People.join(services);
        planner = people.planner();
        worker = people.community();
        second = services.get(Accounts.class).all().stream().filter(account -> account.login().equals("second-community"))
                .findFirst().orElseGet(() -> services.get(Accounts.class).add(Actor.commandLine(), "second-community",
                        "The second community", Role.COMMUNITY, People.PASSWORD)).actor();
    }

    /** A public compound with a code of its own, in a community and street of its own. */
    public Project compound() {
        int number = NEXT.incrementAndGet();
        return services.get(Projects.class).add(planner, new NewProject("MC" + number, "compound", "Compound " + number,
                "Compound " + number + " EN", "Street " + number, "Community " + number, "works", false, true, false,
                List.of(), List.of(), List.of(),
                List.of(new NewPlace("building", "B01", "Building 1", null, null, null),
                        new NewPlace("building", "B02", "Building 2", null, null, null))));
    }

    /** A compound whose matters come to the worker. */
    public Project routed() {
        Project project = compound();
        register("G" + project.code() + ",FULL,Grid of " + project.code() + ",,community,,," + project.code() + ",,");
        return project;
    }

    /** Adds lines to the heading of a register and imports it. */
    public GridImport register(String... lines) {
        return services.get(Grids.class).take(Actor.commandLine(), new ByteArrayInputStream(csv(lines)), false);
    }

    static byte[] csv(String... lines) {
        return ("code,kind,name,parent,worker,street,community,project,buildings,stairwells\n"
                + String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    /** A leak at the second stairwell of the first building. */
    public MatterTicket leak(Project project) {
        return report(project, "leak", "13800001234");
    }

    public MatterTicket report(Project project, String kind, @Nullable String phone) {
        return services.get(Matters.class).report(new NewMatter(kind, project.code(), "B01", "2",
                "Water comes through the ceiling of the kitchen", phone, List.of()));
    }

    /** Its page as the worker sees it. */
    public MatterPage page(MatterTicket ticket) {
        return services.get(MatterDesk.class).page(worker, ticket.number()).orElseThrow();
    }

    public void take(MatterTicket ticket) {
        services.get(MatterHandling.class).take(worker, ticket.number(), page(ticket).version());
    }

    public void answer(MatterTicket ticket, String answer) {
        services.get(MatterHandling.class).answer(worker, ticket.number(), page(ticket).version(), answer);
    }
}
