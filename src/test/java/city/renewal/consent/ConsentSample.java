package city.renewal.consent;

import city.renewal.account.Actor;
import city.renewal.app.Services;
import city.renewal.project.NewPlace;
import city.renewal.project.NewProject;
import city.renewal.project.Project;
import city.renewal.project.Projects;
import city.renewal.testing.Papers;
import city.renewal.testing.People;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A public compound whose register can be followed in the head: building 1 with the doors 101 and 102 of 50 m² each in
 * stairwell 1 and 201 of 60 m² in stairwell 2; building 2 with a shop of 400 m².
 */
public final class ConsentSample {

    public static final String REGISTER = """
            楼号,单元,门牌号,建筑面积,业主
            1号楼,1,101,50.00,张三
            1号楼,1,102,50,
            1号楼,2,201,60.00,李四
            2号楼,1,底商,400.00,
            """;
    public static final byte[] SCAN = Papers.pdf("A paper vote");

    private final Services services;
    private final Project project;
    private final People people;

    private ConsentSample(Services services, Project project) {
        this.services = services;
        this.project = project;
        this.people = People.join(services);
    }

    /** Adds the compound without a register. */
    public static ConsentSample add(Services services, String code) {
        Actor planner = People.join(services).planner();
        return new ConsentSample(services, services.get(Projects.class).add(planner, new NewProject(code, "compound",
                "示例小区 " + code, "Compound " + code, null, null, "consent", false, true, false, List.of(), List.of(),
                List.of(), List.of(new NewPlace("building", "B01", "1号楼", "Building 1", null, null),
                        new NewPlace("building", "B02", "2号楼", "Building 2", null, null)))));
    }

    public ConsentSample register() {
        register(REGISTER);
        return this;
    }

    public void register(String csv) {
        HouseholdRegister register = services.get(HouseholdRegister.class);
        register.bringIn(worker(), project.id(), read(csv));
    }

    public RegisterReport read(String csv) {
        return services.get(HouseholdRegister.class)
                .read(worker(), project.id(), csv.getBytes(StandardCharsets.UTF_8));
    }

    public Project project() {
        return project;
    }

    public Actor worker() {
        return people.community();
    }

    public People people() {
        return people;
    }

    public LocalDate today() {
        return LocalDate.now(clock());
    }

    public Clock clock() {
        return services.get(Clock.class);
    }

    public static NewItem item(String title, Long... placeIds) {
        return new NewItem(ItemKind.ORDINARY, title, title + " EN", "说明：" + title, "About " + title, "每户 1,200 元",
                "民法典第二百七十八条", null, null, null, Set.of(placeIds));
    }

    /** @return id of an item that takes votes for ten days from today */
    public long open(String title, Long... placeIds) {
        Consents consents = services.get(Consents.class);
        long id = consents.add(worker(), project.id(), item(title, placeIds));
        consents.open(worker(), id, today().plusDays(10));
        return id;
    }

    public long place(String code) {
        return services.get(Projects.class).places(project.id()).stream()
                .filter(place -> place.code().equals(code)).findFirst().orElseThrow().id();
    }

    public Household household(String building, String stairwell, String door) {
        return services.get(HouseholdRegister.class)
                .find(worker(), project.id(), place(building), stairwell, door);
    }

    /** @return codes by what is on the door: 101, 102, 201 and 底商 */
    public Map<String, String> codes() {
        Map<String, String> codes = new LinkedHashMap<>();
        for (String[] door : new String[][] {{"B01", "1", "101"}, {"B01", "1", "102"}, {"B01", "2", "201"},
            {"B02", "1", "底商"}}) {
            codes.put(door[2], code(household(door[0], door[1], door[2]).id()));
        }
        return codes;
    }

    public String code(long householdId) {
        return services.get(ConsentLetters.class).issue(worker(), project, List.of(householdId),
                today().plusDays(90)).getFirst().code();
    }

    public HouseholdCodes.Holder enter(@Nullable String code) {
        return services.get(HouseholdCodes.class).enter(String.valueOf(code), project.code(), "10.0.0.1");
    }

    public Receipt vote(@Nullable String code, long itemId, Choice choice) {
        return services.get(Ballots.class).cast(enter(code), itemId, choice);
    }

    public String scan() {
        return services.get(Ballots.class).receiveScan(worker(), new ByteArrayInputStream(SCAN));
    }

    public static BigDecimal area(String area) {
        return new BigDecimal(area);
    }
}
