package city.renewal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A foreman in a basement: the page opens without a network, and what is written there arrives once. */
class OfflineDaySheetIT {

    private static final int TASKS = 3;

    @TempDir
    private Path data;
    @TempDir
    private Path profile;

    @Test
    void a_sheet_with_photos_survives_no_signal_closed_browsers_and_a_lost_answer_and_counts_once() throws Exception {
        try (ServedJar served = new ServedJar(data, "--demo");
             Playwright playwright = Playwright.create(new Playwright.CreateOptions()
                     .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")))) {
            BrowserContext phone = phone(playwright, served);
            Page page = signIn(phone);
            WorkOfToday.choose(page, TASKS);
            page.evaluate("navigator.serviceWorker.ready.then(() => true)");
            int before = sent(page).size();

            phone.setOffline(true);
            page.reload();
            for (int i = 0; i < TASKS; i++) {
                Locator task = WorkOfToday.of(page).nth(i);
                task.locator(".stepper button").last().click();
                task.locator(".files").setInputFiles(new FilePayload("photo.jpg", "image/jpeg", picture(i)));
                assertThat(task.locator("figure")).hasCount(1);
            }
            phone.close();

            phone = phone(playwright, served);
            phone.setOffline(true);
            page = open(phone);
            assertThat(page.locator(".task.done")).hasCount(TASKS);
            // Until the page knows that there is no connection, it may still be drawn anew under the finger.
            assertThat(page.getByText("没有连接，可以继续填写。")).isVisible();
            page.locator("#send").click();
            assertThat(page.locator("#queue .state-phone")).hasCount(1);
            phone.close();

            phone = phone(playwright, served);
            phone.setOffline(true);
            page = open(phone);
            assertThat(page.locator("#queue")).isVisible();
            AtomicInteger arrived = new AtomicInteger();
            phone.route("**/desk/site/api/sheets", route -> {
                if (arrived.getAndIncrement() == 0) {
                    // It reaches the server, and the answer does not reach the phone.
                    route.fetch();
                    route.abort();
                } else {
                    route.resume();
                }
            });
            phone.route("**/desk/site/api/photos*", Route::abort);
            phone.setOffline(false);
            assertThat(page.locator(".status a")).isVisible();
            page.locator(".status a").click();
            signInOn(page);
            assertThat(page.locator("#queue .photo-line")).hasCount(TASKS);
            assertThat(arrived.get()).isGreaterThanOrEqualTo(2);
            phone.close();

            phone = phone(playwright, served);
            page = open(phone);
            page.locator(".status a").click();
            signInOn(page);
            assertThat(page.locator(".fresh")).isVisible();
            assertThat(page.locator("#queue")).hasCount(0);
            List<?> after = sent(page);
            assertThat(after).hasSize(before + TASKS).doesNotHaveDuplicates();

            confirmAllButOne(served.browsers(), "project=" + page.locator("#project").inputValue() + "&day="
                    + page.evaluate("fetch('/desk/site/api/desk').then(answer => answer.json()).then(desk => desk.day)"));
            page.reload();
            assertThat(page.locator(".state-confirmed")).hasCount(TASKS - 1);
            assertThat(page.locator(".state-returned")).hasCount(1);
            phone.close();
        }
    }

    /**
     * Of the reports with photos, which are the phone's own. On a narrow screen each has its buttons below it; on one as
     * high as this all of a day are drawn.
     */
    private static void confirmAllButOne(Browsers browsers, String which) {
        Page supervisor = browsers.signIn("supervisor", "supervisor-2026", "/desk");
        supervisor.setViewportSize(360, 6_000);
        supervisor.navigate("/desk/confirm?" + which);
        Locator ours = supervisor.locator("vaadin-grid-cell-content:visible")
                .filter(new Locator.FilterOptions().setHas(supervisor.locator(".photo-strip")));
        for (int left = TASKS; left > 1; left--) {
            assertThat(ours).hasCount(left);
            press(ours.first(), "确认");
        }
        assertThat(ours).hasCount(1);
        press(ours.first(), "退回");
        supervisor.getByLabel("退回的原因").fill("请重拍");
        press(supervisor.getByRole(AriaRole.DIALOG), "退回");
        assertThat(ours).hasCount(0);
    }

    private static void press(Locator within, String button) {
        within.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(button).setExact(true)).click();
    }

    private BrowserContext phone(Playwright playwright, ServedJar served) {
        BrowserContext phone = playwright.chromium().launchPersistentContext(profile,
                new BrowserType.LaunchPersistentContextOptions()
                        .setExecutablePath(Path.of("/usr/bin/chromium"))
                        .setArgs(Browsers.ARGUMENTS)
                        .setLocale("zh-CN")
                        .setBaseURL(served.address().toString())
                        .setViewportSize(360, 780));
        phone.setDefaultTimeout(Browsers.PATIENCE_MILLIS);
        return phone;
    }

    private static Page open(BrowserContext phone) {
        Page page = phone.pages().getFirst();
        page.navigate("/desk/site");
        return page;
    }

    private static Page signIn(BrowserContext phone) {
        Page page = open(phone);
        page.locator("a.primary").click();
        signInOn(page);
        return page;
    }

    private static void signInOn(Page page) {
        page.getByLabel("用户名").fill("engineer");
        page.getByLabel("密码").first().fill("engineer-2026");
        page.locator("vaadin-login-form vaadin-button[theme~='submit']").click();
        page.waitForURL("**/desk/site");
        assertThat(page.locator("#project")).isVisible();
    }

    /** What the server has of the author, as one line a report. */
    private static List<?> sent(Page page) {
        return (List<?>) page.evaluate("""
                async () => {
                  const answer = await fetch('/desk/site/api/desk');
                  const desk = await answer.json();
                  const code = document.querySelector('#project').value;
                  return desk.sent.filter(each => each.project === code && each.day === desk.day)
                      .map(each => `${each.task} ${each.quantity}`);
                }""");
    }

    private static byte[] picture(int seed) throws IOException {
        BufferedImage picture = new BufferedImage(2_400, 1_600, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < picture.getWidth(); x++) {
            for (int y = 0; y < picture.getHeight(); y++) {
                picture.setRGB(x, y, Color.HSBtoRGB((x / 300 * 7 + y / 200 * 3 + seed) / 10f, 0.6f, 0.8f));
            }
        }
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        ImageIO.write(picture, "jpg", file);
        return file.toByteArray();
    }
}
