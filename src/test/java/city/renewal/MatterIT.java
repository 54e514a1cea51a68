package city.renewal;

import static city.renewal.Browsers.button;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import city.renewal.account.Accounts;
import city.renewal.account.Actor;
import city.renewal.account.Role;
import city.renewal.app.Configuration;
import city.renewal.app.Services;
import city.renewal.base.Database;
import city.renewal.base.DatabaseSettings;
import city.renewal.matter.Grids;
import city.renewal.project.NewPlace;
import city.renewal.project.NewProject;
import city.renewal.project.Projects;
import city.renewal.testing.TestClock;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A leak, from the resident's telephone to the worker's desk and back, without a mouse, against the shipped jar. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MatterIT {

    private static final String PASSWORD = "only-for-this-test";
    private static final String CODE = "LEAK";

    @TempDir
    private static Path data;
    private final Story story = new Story("matter");
    private ServedJar served;
    private Browsers browsers;

    @BeforeAll
    void startServer() {
        LocalDate today = LocalDate.now(Clock.system(ZoneId.of("Asia/Shanghai")));
        try (Database database = Database.open(DatabaseSettings.embedded(data))) {
            Services services = new Services(Configuration.read(Map.of(), Map.of(), null), database,
                    TestClock.at(today));
            Accounts accounts = services.get(Accounts.class);
            Actor planner = accounts.add(Actor.commandLine(), "planner", "Planner", Role.PLANNER, PASSWORD).actor();
            accounts.add(Actor.commandLine(), "chen", "陈晓", Role.COMMUNITY, PASSWORD);
            services.get(Projects.class).add(planner, new NewProject(CODE, "compound", "阳光里", null,
                    null, null, "works", false, true, false, List.of(), List.of(), List.of(),
                    List.of(new NewPlace("building", "B01", "1号楼", null, null, null))));
            services.get(Grids.class).take(Actor.commandLine(), new ByteArrayInputStream(
                    ("code,kind,name,worker,project\nG1,FULL,第一网格,chen," + CODE + "\n")
                            .getBytes(StandardCharsets.UTF_8)), false);
        }
        served = new ServedJar(data, "--no-demo");
        browsers = served.browsers();
    }

    @AfterAll
    void stopServer() {
        if (served != null) {
            served.close();
        }
    }

    @Test
    void a_resident_reports_a_leak_by_keyboard_reads_the_answer_and_opens_it_again() {
        Page resident = browsers.open("/report?project=" + CODE, 360, 780);
        story.bothSizes(resident, "form");
        Keyboard keyboard = new Keyboard(resident);
        keyboard.choose("#kind", "leak");
        keyboard.choose("#building", "B01");
        keyboard.type("#stairwell", "2");
        keyboard.type("#text", "厨房顶棚漏水");
        keyboard.type("#phone", "13800001234");
        keyboard.press("#report button");
        assertThat(resident.getByRole(AriaRole.STATUS)).containsText("已收到");
        assertThat(resident.getByText("陈晓")).isVisible();
        String number = resident.locator(".number").innerText();
        story.bothSizes(resident, "sent");
        assertThat(resident.locator(".link")).isVisible();

        Page worker = browsers.signIn("chen", PASSWORD, "/desk/matters");
        worker.getByText(number).first().click();
        button(worker, "受理").click();
        // The buttons are drawn anew then.
        assertThat(worker.getByText("办理中").first()).isVisible();
        button(worker, "答复").click();
        worker.locator("#answer-text textarea").fill("接头已更换");
        worker.locator("#step-send").click();
        assertThat(worker.getByText("接头已更换").first()).isVisible();

        resident.reload();
        assertThat(resident.locator(".answer")).hasText("接头已更换");
        story.bothSizes(resident, "answered");
        keyboard.type("#reason", "又漏了");
        keyboard.press("button.second");
        assertThat(resident.getByRole(AriaRole.STATUS)).containsText("已重新打开");
        story.bothSizes(resident, "reopened");
        assertThat(worker.getByText("又漏了")).isVisible();
        story.picture(worker, "desk");
    }
}
