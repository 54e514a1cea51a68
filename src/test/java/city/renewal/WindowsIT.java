package city.renewal;

import static city.renewal.Browsers.button;
import static city.renewal.Browsers.day;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import city.renewal.account.Accounts;
import city.renewal.account.Actor;
import city.renewal.account.Role;
import city.renewal.app.Configuration;
import city.renewal.app.Services;
import city.renewal.base.Database;
import city.renewal.base.DatabaseSettings;
import city.renewal.plan.PlanDraft;
import city.renewal.plan.PlanEditing;
import city.renewal.plan.Plans;
import city.renewal.plan.Task;
import city.renewal.project.NewProject;
import city.renewal.project.Project;
import city.renewal.project.Projects;
import city.renewal.testing.SmallPlan;
import city.renewal.testing.TestClock;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** An order to stop, from the planner who declares it to the residents who read why, against the shipped jar. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WindowsIT {

    private static final String PASSWORD = "only-for-this-test";
    private static final String CODE = "ALERT";
    /** What a row says to screen readers, its dates among it. */
    private static final String SPOKEN = "aria-label";

    @TempDir
    private static Path data;

    private final LocalDate tomorrow = LocalDate.now(Clock.system(ZoneId.of("Asia/Shanghai"))).plusDays(1);
    private ServedJar served;
    private Browsers browsers;

    @BeforeAll
    void startServer() {
        try (Database database = Database.open(DatabaseSettings.embedded(data))) {
            fill(new Services(Configuration.read(Map.of(), Map.of(), null), database,
                    TestClock.at(tomorrow.minusDays(1))));
        }
        served = new ServedJar(data, "--no-demo");
        browsers = served.browsers();
    }

    /** Trenches from tomorrow on, promised to residents. */
    private void fill(Services services) {
        Actor planner = services.get(Accounts.class).add(Actor.commandLine(), "planner", "Planner", Role.PLANNER,
                PASSWORD).actor();
        Project project = services.get(Projects.class).add(planner,
                NewProject.named(CODE, "compound", "Example compound", "works"));
        PlanDraft small = SmallPlan.draft();
        Plans plans = services.get(Plans.class);
        Map<Integer, Long> ids = plans.create(planner, project.id(), new PlanDraft(tomorrow, null, false, null,
                small.calendars(), small.tasks(), small.links(), small.baselines(), small.delayReasons()));
        Task pipes = plans.task(ids.get(2)).task();
        services.get(PlanEditing.class).change(planner, project.id(), pipes.id(), pipes.version(),
                pipes.input().withWork("trenches", null));
        plans.takeBaseline(planner, project.id(), "Promise", null);
        services.get(Projects.class).setOpenToPublic(planner, CODE, true);
    }

    @AfterAll
    void stopServer() {
        if (served != null) {
            served.close();
        }
    }

    @Test
    void planner_declares_an_orange_alert_residents_read_why_and_taking_it_back_restores_the_plan() {
        Page chart = browsers.signIn("planner", PASSWORD, "/desk/plan/" + CODE);
        Locator paving = chart.locator("renewal-gantt .gantt_row")
                .filter(new Locator.FilterOptions().setHasText("Paving")).first();
        assertThat(paving).isVisible();
        String before = paving.getAttribute(SPOKEN);

        Page windows = browsers.signIn("planner", PASSWORD, "/desk/windows");
        windows.locator("#window-kind").click();
        windows.getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName("橙色预警")).click();
        day(windows, "第一天", tomorrow.plusDays(3));
        day(windows, "最后一天", tomorrow.plusDays(9));
        button(windows, "预览影响").click();
        assertThat(windows.locator(".window-preview")).containsText("推迟 7 天");
        assertThat(paving).hasAttribute(SPOKEN, before);

        button(windows, "发布并调整全部计划").click();
        assertThat(paving).not().hasAttribute(SPOKEN, before);
        Page resident = browsers.open("/project/" + CODE, 360, 780);
        assertThat(resident.getByText("重污染天气橙色预警期间").first()).isVisible();

        button(windows, "撤回").click();
        assertThat(windows.locator(".window-preview")).containsText("提前 7 天");
        button(windows, "撤回并恢复计划").click();
        assertThat(paving).hasAttribute(SPOKEN, before);
        resident.reload();
        assertThat(resident.getByText("重污染天气橙色预警期间")).hasCount(0);
    }
}
