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

/** Two households book the window change without a mouse, one in large type, and move it past the exam. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class VisitStoryIT {

    private static final String CODE = "HOMES";
    private static final LocalDate TODAY = LocalDate.now(Clock.system(ZoneId.of("Asia/Shanghai")));
    private static final String TIMES = "input[name=slot]";

    @TempDir
    private static Path data;

    private final Story story = new Story("visit");
    private ServedJar served;
    private Browsers browsers;
    private String code;
    private String neighbours;

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
            neighbours = sample.compound().code(sample.household("102").id());
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
    void households_book_the_window_change_and_move_it_past_the_exam() {
        Page phone = browsers.open("/visit/" + CODE + "#" + code, 360, 780);
        story.bothSizes(phone, "code");
        assertThat(phone.getByLabel("您家的住户码")).hasValue(code);
        book(phone, code);
        Page neighbour = browsers.open("/visit/" + CODE, 360, 780);
        book(neighbour, neighbours);

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
        assertThat(exams.getByText("这些日子有 2 个预约，请改约")).isVisible();
        story.page(worker, "desk-exam");
        worker.navigate("/desk/visits/" + CODE);
        assertThat(worker.locator("#visit-due").getByText("1号楼 1 单元 101")).isVisible();
        assertThat(worker.locator("#visit-due").getByText("1号楼 1 单元 102")).isVisible();
        story.page(worker, "desk-due");

        move(phone);
        move(neighbour);
        assertThat(worker.locator("#visit-due").getByText("没有需要处理的预约。")).isVisible();
        worker.navigate("/desk/visits/" + CODE + "/day?on=" + TODAY.plusDays(9));
        assertThat(worker.locator("#visit-day").getByText("11:00–13:00")).hasCount(2);
        story.page(worker, "desk-day");
    }

    /** Without a mouse, from the code to the time before the exam. */
    private void book(Page page, String letter) {
        Keyboard keyboard = new Keyboard(page);
        if (page.locator("#code").inputValue().isEmpty()) {
            keyboard.type("#code", letter);
        }
        keyboard.press("form button");
        assertThat(page.getByLabel("09:00–11:00")).isVisible();
        story.page(page, "times");
        keyboard.pick(TIMES, page.getByLabel("09:00–11:00").inputValue());
        keyboard.press("form:has(" + TIMES + ") button");
        assertThat(page.locator("#done")).containsText("已约好：更换外窗");
        story.page(page, "booked");
    }

    /** Reads of the exam, and moves past it without a mouse. */
    private void move(Page page) {
        story.changeSize(page);
        story.changeSize(page);
        assertThat(page.getByText("班组不会上门")).isVisible();
        assertThat(page.getByLabel("09:00–11:00")).hasCount(0);
        story.page(page, "exam");
        Keyboard keyboard = new Keyboard(page);
        keyboard.pick(TIMES, page.getByLabel("11:00–13:00").inputValue());
        keyboard.press("form:has(" + TIMES + ") button");
        assertThat(page.locator("#done")).containsText("已改约：更换外窗");
        assertThat(page.getByText("班组不会上门")).hasCount(0);
        story.page(page, "moved");
    }

    private static double width(Locator of) {
        return of.boundingBox().width;
    }
}
