package city.renewal;

import static city.renewal.Browsers.button;
import static city.renewal.Browsers.day;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the site desk does not let pass, in real browsers against the shipped jar. Pictures of the stories are in
 * {@code target/story}.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SiteStoriesIT {

    private static final Story STORY = new Story("site");
    private static final String PASSWORD = "only-for-this-test";
    private static final String SCHEDULE = "src/test/resources/schedules/compound.xml";
    private static final String FACADE = "外墙保温";
    private static final String PIPES = "给水管更换";

    @TempDir
    private static Path data;
    @TempDir
    private static Path phone;

    private final LocalDate today = LocalDate.now(Clock.system(ZoneId.of("Asia/Shanghai")));
    private ServedJar served;
    private Browsers browsers;

    @BeforeAll
    void startServer() {
        for (String role : new String[] {"planner", "engineer", "supervisor"}) {
            ServedJar.command(data, PASSWORD + "\n", "user", "add", role, "--role", role.toUpperCase(Locale.ROOT));
        }
        for (String code : new String[] {"PHOTO", "HIDDEN", "QUIET"}) {
            ServedJar.command(data, "", "import", SCHEDULE, "--project", code);
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
    void the_divider_between_two_photos_follows_mouse_and_finger() {
        Page planner = browsers.signIn("planner", PASSWORD, "/desk/plan/PHOTO/photos");
        planner.evaluate("""
                async () => {
                  await customElements.whenDefined('photo-pair');
                  const pair = document.createElement('photo-pair');
                  pair.id = 'pair';
                  pair.style = 'position: fixed; inset: 0 auto auto 0; width: 400px; z-index: 9999';
                  for (const side of ['first', 'second']) {
                    const picture = document.createElement('figure');
                    picture.slot = side;
                    picture.style = `margin: 0; height: 200px; background: ${side === 'first' ? 'teal' : 'tan'}`;
                    pair.append(picture);
                  }
                  document.body.append(pair);
                }""");
        Locator divider = planner.locator("#pair input");
        assertThat(divider).hasValue("50");

        planner.mouse().move(100, 100);
        planner.mouse().down();
        assertThat(divider).hasValue("25");
        planner.mouse().move(300, 100);
        assertThat(divider).hasValue("75");
        planner.mouse().move(600, 150);
        assertThat(divider).hasValue("100");
        planner.mouse().up();
        planner.mouse().move(200, 100);
        assertThat(divider).hasValue("100");

        CDPSession fingers = planner.context().newCDPSession(planner);
        touch(fingers, "touchStart", 360);
        touch(fingers, "touchMove", 200);
        touch(fingers, "touchMove", 80);
        touch(fingers, "touchEnd", -1);
        assertThat(divider).hasValue("20");
    }

    /** @param x where the finger is, below 0 for lifted */
    private static void touch(CDPSession fingers, String type, int x) {
        JsonArray points = new JsonArray();
        if (x >= 0) {
            JsonObject point = new JsonObject();
            point.addProperty("x", x);
            point.addProperty("y", 100);
            points.add(point);
        }
        JsonObject event = new JsonObject();
        event.addProperty("type", type);
        event.add("touchPoints", points);
        fingers.send("Input.dispatchTouchEvent", event);
    }

    @Test
    void a_reused_photo_is_caught() throws IOException {
        Path photo = photo();
        Page engineer = browsers.signIn("engineer", PASSWORD, "/desk/plan/PHOTO");
        for (String task : new String[] {FACADE, PIPES}) {
            choose(engineer, task);
            engineer.locator(".report-form input[type=file]").setInputFiles(photo);
            assertThat(engineer.locator(".report-form vaadin-upload-file")).hasCount(1);
            report(engineer, today, "10");
        }

        Page supervisor = browsers.signIn("supervisor", PASSWORD, "/desk/confirm?project=PHOTO");

        Locator warnings = supervisor.getByText("同一张照片");
        assertThat(warnings).hasCount(2);
        for (String task : new String[] {FACADE, PIPES}) {
            assertThat(warnings.filter(new Locator.FilterOptions().setHasText(task))).hasCount(1);
        }
        STORY.picture(supervisor, "reused-photo");
    }

    @Test
    void a_concealed_work_unsigned_blocks_the_next_process() {
        Page planner = browsers.signIn("planner", PASSWORD, "/desk/plan/HIDDEN");
        choose(planner, FACADE);
        planner.getByText("编辑", new Page.GetByTextOptions().setExact(true)).click();
        Locator type = planner.getByLabel("作业类型");
        type.fill("外墙");
        planner.getByRole(AriaRole.OPTION).filter(new Locator.FilterOptions().setHasText("外墙")).first().click();
        planner.locator("#task-save").click();
        Page engineer = browsers.signIn("engineer", PASSWORD, "/desk/plan/HIDDEN");
        choose(engineer, FACADE);
        report(engineer, today, "1000000");
        Page supervisor = browsers.signIn("supervisor", PASSWORD, "/desk/confirm?project=HIDDEN");
        button(supervisor, "确认").click();
        assertThat(engineer.locator(".report-history").getByText("已确认")).isVisible();

        choose(engineer, PIPES);
        engineer.getByLabel("当天完成").fill("10");
        button(engineer, "提交").click();
        assertThat(engineer.locator("vaadin-notification-card").filter(new Locator.FilterOptions().setHasText(FACADE)))
                .isVisible();
        STORY.picture(engineer, "unsigned-blocks");

        supervisor.navigate("/desk");
        supervisor.getByText(FACADE).first().click();
        supervisor.locator("#signoff vaadin-checkbox").first().waitFor();
        for (Locator check : supervisor.locator("#signoff vaadin-checkbox").all()) {
            check.click();
        }
        button(supervisor, "签认").click();
        assertThat(supervisor.locator("#signoff .state-confirmed")).isVisible();
        STORY.picture(supervisor, "signed");

        button(engineer, "提交").click();
        assertThat(engineer.locator(".report-history").getByText("待确认")).isVisible();
    }

    @Test
    void a_stale_project_explains_itself() {
        Page planner = browsers.signIn("planner", PASSWORD, "/desk/plan/QUIET");
        button(planner, "对居民公开").click();
        assertThat(button(planner, "撤回公开")).isVisible();
        Page engineer = browsers.signIn("engineer", PASSWORD, "/desk/plan/QUIET");
        choose(engineer, FACADE);
        report(engineer, today.minusDays(28), "10");
        Page supervisor = browsers.signIn("supervisor", PASSWORD, "/desk/confirm?project=QUIET");
        button(supervisor, "确认").click();

        Page resident = browsers.open("/project/QUIET", 360, 780);
        assertThat(resident.getByText("久未更新").first()).isVisible();
        assertThat(resident.locator("#pause")).containsText("原因尚未说明");
        STORY.picture(resident, "stale-unexplained");

        explainWhyNobodyWorks();

        assertThat(resident.locator("#pause")).containsText("等材料进场");
        STORY.picture(resident, "stale-explained");
    }

    private void explainWhyNobodyWorks() {
        Page engineer = browsers.signIn("engineer", PASSWORD, "/desk/site");
        engineer.locator("#project").selectOption("QUIET");
        engineer.locator("#pause summary").click();
        engineer.getByText("等材料进场").click();
        assertThat(engineer.getByText("暂停：等材料进场").first()).isVisible();
    }

    private static void choose(Page page, String task) {
        page.locator("renewal-gantt .gantt_row").filter(new Locator.FilterOptions().setHasText(task)).first().click();
        // The form of the task before is there until the panel has changed.
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(task)).first()).isVisible();
    }

    /** Where it is more than planned, the reason is given. */
    private static void report(Page engineer, LocalDate on, String quantity) {
        day(engineer, "日期", on);
        engineer.getByLabel("当天完成").fill(quantity);
        Locator why = engineer.getByLabel("超出计划的原因");
        if (Double.parseDouble(quantity) > 1000) {
            why.fill("复测后增加");
        }
        button(engineer, "提交").click();
        assertThat(engineer.locator(".report-history").getByText("待确认")).isVisible();
    }

    private static Path photo() throws IOException {
        BufferedImage picture = new BufferedImage(640, 480, BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = picture.createGraphics();
        for (int patch = 0; patch < 36; patch++) {
            canvas.setColor(new Color(patch * 7919 % 256, patch * 104729 % 256, patch * 1299709 % 256));
            canvas.fillRect(patch % 6 * 107, patch / 6 * 80, 107, 80);
        }
        canvas.dispose();
        Path file = phone.resolve("wall.jpg");
        ImageIO.write(picture, "jpeg", file.toFile());
        return file;
    }
}
