package city.renewal;

import static city.renewal.Browsers.button;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import city.renewal.app.Configuration;
import city.renewal.app.Services;
import city.renewal.base.Database;
import city.renewal.base.DatabaseSettings;
import city.renewal.testing.People;
import city.renewal.testing.SmallPlan;
import city.renewal.testing.TestClock;
import city.renewal.visit.VisitSample;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A household books the window change from a telephone in large type, and moves it past the exam. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class VisitStoryIT {

    private static final String CODE = "HOMES";
    private static final LocalDate TODAY = LocalDate.now(Clock.system(ZoneId.of("Asia/Shanghai")));
    private static final List<String> RULES = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");
    private static final Set<String> GRAVE = Set.of("serious", "critical");

    @TempDir
    private static Path data;

    private ServedJar served;
    private Browsers browsers;
    private String code;

    @BeforeAll
    void startServer() {
        try (Database database = Database.open(DatabaseSettings.embedded(data))) {
            Services services = new Services(Configuration.read(Map.of(), Map.of(), null), database,
                    TestClock.at(TODAY));
            VisitSample sample = VisitSample.add(services, CODE);
            SmallPlan.add(services, sample.compound().people().planner(), sample.project());
            sample.offer(TODAY.plusDays(3), 2, VisitSample.MORNING);
            sample.offer(TODAY.plusDays(9), 2, VisitSample.NOON);
            code = sample.compound().code(sample.household("101").id());
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
    void household_books_the_window_change_and_moves_it_past_the_exam() {
        Page phone = browsers.open("/visit/" + CODE + "?large=1#" + code, 360, 780);
        assertThat(phone.getByLabel("您家的住户码")).hasValue(code);
        accessible(phone);
        button(phone, "继续").click();
        phone.getByLabel("09:00–11:00").check();
        accessible(phone);
        button(phone, "预约这个时间").click();
        assertThat(phone.locator("#done")).containsText("已约好：更换外窗");

        Page worker = browsers.signIn("community", People.PASSWORD, "/desk/visits/" + CODE + "/plan");
        Locator works = worker.locator("#visit-works .desk-fields");
        assertThat(width(works.locator("vaadin-combo-box").last())).as("fields of a form are equally wide")
                .isEqualTo(width(works.locator("vaadin-text-field").first()));
        assertThat(width(works.locator("vaadin-button"))).as("its button is no wider than it has to be")
                .isLessThan(width(works.locator("vaadin-text-field").first()) / 2);
        Locator exams = worker.locator("#visit-bars");
        exams.getByLabel("第一天").fill(TODAY.plusDays(2).toString());
        exams.getByLabel("第一天").press("Enter");
        exams.getByLabel("最后一天").fill(TODAY.plusDays(5).toString());
        exams.getByLabel("最后一天").press("Enter");
        exams.getByLabel("原因（住户可见）").fill("高考");
        exams.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("添加").setExact(true)).click();
        assertThat(exams.getByText("这些日子有 1 个预约，请改约")).isVisible();
        accessible(worker);
        worker.navigate("/desk/visits/" + CODE);
        assertThat(worker.locator("#visit-due").getByText("1号楼 1 单元 101")).isVisible();
        accessible(worker);

        button(phone, "标准版").click();
        assertThat(phone.getByText("班组不会上门")).isVisible();
        assertThat(phone.getByLabel("09:00–11:00")).hasCount(0);
        phone.getByLabel("11:00–13:00").check();
        button(phone, "改到这个时间").click();
        assertThat(phone.locator("#done")).containsText("已改约：更换外窗");
        assertThat(phone.getByText("班组不会上门")).hasCount(0);
        accessible(phone);
        assertThat(worker.locator("#visit-due").getByText("没有需要处理的预约。")).isVisible();
        worker.navigate("/desk/visits/" + CODE + "/day?on=" + TODAY.plusDays(9));
        assertThat(worker.locator("#visit-day").getByText("11:00–13:00")).isVisible();
        accessible(worker);
    }

    private static double width(Locator of) {
        return of.boundingBox().width;
    }

    private static void accessible(Page page) {
        assertThat(new AxeBuilder(page).withTags(RULES).analyze().getViolations())
                .filteredOn(rule -> GRAVE.contains(rule.getImpact())).extracting(rule -> rule.getHelp() + " "
                        + rule.getNodes().stream().map(node -> String.valueOf(node.getTarget())).limit(3).toList())
                .isEmpty();
    }
}
