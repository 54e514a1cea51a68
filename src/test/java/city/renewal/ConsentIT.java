package city.renewal;

import static city.renewal.Browsers.button;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import city.renewal.app.Configuration;
import city.renewal.app.Services;
import city.renewal.base.Database;
import city.renewal.base.DatabaseSettings;
import city.renewal.consent.Choice;
import city.renewal.consent.ConsentSample;
import city.renewal.testing.People;
import city.renewal.testing.SmallPlan;
import city.renewal.testing.TestClock;
import com.microsoft.playwright.Page;
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

/** A vote that passes by number and fails by area, from the household's telephone to what the page says of it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConsentIT {

    private static final String CODE = "VOTE";
    private static final String VERDICT = "按人数通过，按面积未通过：事项未通过。";

    @TempDir
    private static Path data;

    private final Story story = new Story("consent");
    private ServedJar served;
    private Browsers browsers;
    private long item;
    private String flat;
    private String shop;

    /** Two flats have agreed; a third and the shop with most of the area have not voted yet. */
    @BeforeAll
    void startServer() {
        try (Database database = Database.open(DatabaseSettings.embedded(data))) {
            Services services = new Services(Configuration.read(Map.of(), Map.of(), null), database,
                    TestClock.at(LocalDate.now(Clock.system(ZoneId.of("Asia/Shanghai")))));
            ConsentSample sample = ConsentSample.add(services, CODE).register();
            SmallPlan.add(services, sample.people().planner(), sample.project());
            item = sample.open("外墙保温");
            Map<String, String> codes = sample.codes();
            shop = codes.remove("底商");
            flat = codes.remove("201");
            codes.values().forEach(code -> sample.vote(code, item, Choice.AGREE));
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
    void household_votes_and_the_page_says_that_by_number_it_passes_and_by_area_it_fails() {
        Page neighbour = browsers.open("/vote/" + CODE, 360, 780);
        story.page(neighbour, "code");
        vote(neighbour, flat, "agree");
        assertThat(neighbour.locator("#receipt")).containsText("外墙保温：同意");
        story.page(neighbour, "receipt");

        Page phone = browsers.open("/vote/" + CODE + "#" + shop, 360, 780);
        assertThat(phone.getByLabel("您家的住户码")).hasValue(shop);
        story.changeSize(phone);
        assertThat(phone.getByLabel("您家的住户码")).hasValue(shop);
        story.page(phone, "code");
        vote(phone, shop, "disagree");
        assertThat(phone.locator("#receipt")).containsText("外墙保温：不同意");
        story.page(phone, "receipt");

        Page worker = browsers.signIn("community", People.PASSWORD, "/desk/consent/" + CODE);
        assertThat(worker.getByText("目前按人数达到通过标准，按面积未达到。")).isVisible();
        story.picture(worker, "desk");
        button(worker, "结束并计票").click();
        assertThat(worker.getByText("“外墙保温”已结束并计票，结果已对所有人公布。")).isVisible();

        neighbour.navigate("/vote/" + CODE);
        enter(neighbour, flat);
        assertThat(neighbour.locator("#item-" + item + " .verdict")).hasText(VERDICT);
        story.bothSizes(neighbour, "ended");
        neighbour.navigate("/consent/" + CODE);
        assertThat(neighbour.locator("#item-" + item + " .verdict")).hasText(VERDICT);
        story.bothSizes(neighbour, "result");
        phone.navigate("/project/" + CODE);
        assertThat(phone.locator("#verdict-" + item)).hasText(VERDICT);
        story.bothSizes(phone, "project");
    }

    /** Without a mouse, from the code to the vote. */
    private void vote(Page page, String code, String choice) {
        enter(page, code);
        assertThat(page.locator("#item-" + item)).containsText("每户 1,200 元");
        story.page(page, "items");
        Keyboard keyboard = new Keyboard(page);
        keyboard.pick("input[name=choice]", choice);
        keyboard.press("#item-" + item + " button");
    }

    private static void enter(Page page, String code) {
        Keyboard keyboard = new Keyboard(page);
        if (page.locator("#code").inputValue().isEmpty()) {
            keyboard.type("#code", code);
        }
        keyboard.press("form button");
    }
}
