package city.renewal;

import static city.renewal.Browsers.button;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import city.renewal.account.Accounts;
import city.renewal.account.Actor;
import city.renewal.account.Role;
import city.renewal.app.Configuration;
import city.renewal.app.Services;
import city.renewal.base.Database;
import city.renewal.base.DatabaseSettings;
import city.renewal.project.NewPlace;
import city.renewal.project.NewProject;
import city.renewal.project.Projects;
import city.renewal.testing.MailServer;
import city.renewal.testing.MailServer.Arrived;
import city.renewal.testing.TestClock;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** From the notice page to the mail in the box and out again, in large type on a telephone, against the shipped jar. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SubscribeStoryIT {

    private static final String PASSWORD = "only-for-this-test";
    private static final String CODE = "TOLD";

    @TempDir
    private static Path data;
    /** One in which it is noon or soon after, because at night nothing is sent. */
    private final ZoneOffset zone = ZoneOffset.ofHours(12 - LocalTime.now(Clock.systemUTC()).getHour());
    private final LocalDate today = LocalDate.now(Clock.system(zone));
    private final MailServer mails = new MailServer();
    private ServedJar served;
    private Browsers browsers;

    @BeforeAll
    void startServer() {
        try (Database database = Database.open(DatabaseSettings.embedded(data))) {
            Services services = new Services(Configuration.read(Map.of(), Map.of(), null), database,
                    TestClock.at(today));
            Actor planner = services.get(Accounts.class)
                    .add(Actor.commandLine(), "planner", "Planner", Role.PLANNER, PASSWORD).actor();
            services.get(Projects.class).add(planner, new NewProject(CODE, "compound", "阳光里", null, null, null, "works",
                    false, true, false, List.of(), List.of(), List.of(), List.of(new NewPlace("building", "B01", "1号楼",
                            "Building 1", null, null, Map.of("stairwells", new BigDecimal(3))))));
        }
        Map<String, String> environment = mails.environment();
        environment.put("RENEWAL_TIME_ZONE", zone.getId());
        served = new ServedJar(data, "--no-demo", environment);
        browsers = served.browsers();
    }

    @AfterAll
    void stopServer() {
        if (served != null) {
            served.close();
        }
        mails.close();
    }

    @Test
    void a_resident_is_told_of_a_cut_of_tomorrow_and_leaves_with_one_click() {
        Page resident = browsers.open("/n/" + CODE + "/B01/2?large=1", 360, 780);
        resident.getByText("接收更新").click();
        isUsable(resident);
        resident.locator("#address").fill("li.ming@example.cn");
        button(resident, "发确认邮件").click();
        assertThat(resident.getByRole(AriaRole.STATUS)).containsText("几分钟内会收到一封邮件");
        isUsable(resident);

        Arrived asked = mails.await(1).getFirst();
        assertThat(asked.subject()).contains("请确认");
        resident.navigate(asked.link("/mail/confirm/") + "?large=1");
        isUsable(resident);
        button(resident, "确认").click();
        assertThat(resident.getByRole(AriaRole.STATUS)).containsText("阳光里 · 1号楼 2门");

        publish(browsers.signIn("planner", PASSWORD, "/desk/notices/new?project=" + CODE));
        Arrived told = mails.await(2).getLast();
        assertThat(told.subject()).contains("阳光里", "明天", "道路");
        assertThat(told.text()).contains("路面铺装");
        Page mail = browsers.open("about:blank", 360, 780);
        mail.setContent(told.html());
        isUsable(mail);

        resident.navigate(told.link("/mail/leave/") + "?large=1");
        isUsable(resident);
        button(resident, "退订并删除").click();
        assertThat(resident.getByRole(AriaRole.STATUS)).containsText("已退订");
    }

    private void publish(Page planner) {
        planner.locator("#notice-kind").click();
        planner.locator("vaadin-select-item").filter(new Locator.FilterOptions()
                .setHasText("道路")).first().click();
        // The day is taken with Enter; Tab would leave its calendar open over the form.
        fill(planner, "#notice-from input", today.plusDays(1).toString(), "Enter");
        fill(planner, "#notice-from-hour input", "10:00", "Tab");
        fill(planner, "#notice-to-hour input", "16:00", "Tab");
        planner.locator("#notice-reason textarea").fill("路面铺装");
        fill(planner, "#notice-contact input", "示例第一建设公司", "Tab");
        fill(planner, "#notice-phone input", "022-0000-1001", "Tab");
        planner.locator("#notice-publish").click();
        assertThat(planner.getByText("路面铺装").first()).isVisible();
    }

    private static void fill(Page page, String field, String text, String key) {
        page.locator(field).fill(text);
        page.locator(field).press(key);
    }

    /** Nothing is cut off on a telephone, and nothing shuts anybody out. */
    private static void isUsable(Page page) {
        assertThat((int) page.evaluate("document.documentElement.scrollWidth")).isLessThanOrEqualTo(360);
        assertThat(Barriers.of(page)).isEmpty();
    }
}
