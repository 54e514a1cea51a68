package city.renewal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import city.renewal.base.Sha256;
import city.renewal.testing.ChildProgram;
import com.google.gson.JsonObject;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * A phone's queue when things go wrong: the server or the browser dies in the middle of an upload, the phone is full,
 * somebody else signs in on it, the server refuses a sheet or keeps a line of it without counting it.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PhoneQueueIT {

    private static final String API = "**/desk/site/api/**";
    private static final Pattern DONE = Pattern.compile("\\bdone\\b");
    private static final String FULL = "手机存储空间不足";

    @TempDir
    private static Path data;

    private final Playwright playwright = Playwright.create(new Playwright.CreateOptions()
            .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    private ChildProgram server;
    private URI address;

    @BeforeAll
    void startServer() {
        PlaywrightAssertions.setDefaultAssertionTimeout(Browsers.PATIENCE_MILLIS);
        serve(0);
    }

    private void serve(int port) {
        server = PackagedJar.start(Path.of(ChildProgram.java()), "--port", String.valueOf(port), "--demo", "--data",
                data.toString());
        address = PackagedJar.address(server);
    }

    @AfterAll
    void stopServer() {
        playwright.close();
        server.close();
    }

    @Test
    void a_queue_arrives_once_though_server_and_browser_are_killed_in_the_middle_of_an_upload(@TempDir Path profile)
            throws IOException {
        BrowserContext phone = phone(profile);
        Page page = signIn(phone);
        WorkOfToday.choose(page, 2);
        int before = reports(page);
        page.locator("#original").check();
        phone.route(API, Route::abort);
        List<byte[]> pictures = List.of(picture(0), picture(1));
        for (int i = 0; i < 2; i++) {
            Locator task = WorkOfToday.of(page).nth(i);
            task.locator(".stepper button").last().click();
            addPhoto(task, i);
            assertThat(task.locator("figure")).hasCount(1);
        }
        page.locator("#send").click();
        assertThat(page.locator("#queue .state-phone")).hasCount(1);

        slow(page);
        phone.unroute(API);
        sendUntil(page, PhoneQueueIT::uploading);
        server.kill();
        server.exitCode();
        assertThat(page.locator("#queue .photo-line")).hasCount(2);
        serve(address.getPort());
        sendUntilAsked(page);
        signInAgain(page, "engineer");
        page.waitForCondition(PhoneQueueIT::uploading);
        killBrowser(profile);

        phone = phone(profile);
        page = open(phone);
        // A killed browser may or may not have written down that it was signed in.
        assertThat(page.locator(".status a, .fresh").first()).isVisible(nextTry());
        if (page.locator(".status a").isVisible()) {
            signInAgain(page, "engineer");
        }
        assertThat(page.locator(".fresh")).isVisible(nextTry());
        assertThat(page.locator("#queue")).hasCount(0);
        assertThat(reports(page)).isEqualTo(before + 2);
        for (byte[] picture : pictures) {
            String hash = Sha256.hex(picture);
            assertThat(data.resolve("photos").resolve(hash.substring(0, 2)).resolve(hash)).hasBinaryContent(picture);
        }

        Object answers = page.evaluate("""
                async () => {
                  const account = localStorage.getItem('day-sheet.account');
                  const database = await new Promise(done => {
                    const open = indexedDB.open(`day-sheet-${account}`);
                    open.onsuccess = () => done(open.result);
                  });
                  const sheets = await new Promise(done => {
                    const all = database.transaction('sheets').objectStore('sheets').getAll();
                    all.onsuccess = () => done(all.result);
                  });
                  const answers = new Set();
                  for (let i = 0; i < 5; i++) {
                    const answer = await fetch('/desk/site/api/sheets', {
                      method: 'POST',
                      headers: { 'Content-Type': 'application/json', 'Huanxin-Account': account },
                      body: JSON.stringify({ ...sheets.at(-1).body, sent: new Date().toISOString() }),
                    });
                    answers.add(answer.status + await answer.text());
                  }
                  return [...answers];
                }""");
        assertThat((List<?>) answers).singleElement().asString().startsWith("201");
        assertThat(reports(page)).isEqualTo(before + 2);
        phone.close();
    }

    /** The phone tries again after a minute at most. */
    private static LocatorAssertions.IsVisibleOptions nextTry() {
        return new LocatorAssertions.IsVisibleOptions().setTimeout(60_000 + Browsers.PATIENCE_MILLIS);
    }

    @Test
    void what_does_not_go_through_is_said_and_kept(@TempDir Path profile) throws IOException {
        BrowserContext phone = phone(profile);
        Page page = signIn(phone);
        String project = WorkOfToday.choose(page, 2);
        WorkOfToday.of(page).first().locator(".stepper button").last().click();
        addPhoto(WorkOfToday.of(page).first(), 3);
        assertThat(WorkOfToday.of(page).first().locator("figure")).hasCount(1);
        phone.close();

        // No room for another photo or for the queue: the page says so, and what was there stays.
        phone = phone(profile);
        CDPSession session = phone.newCDPSession(phone.pages().getFirst());
        session.send("Storage.overrideQuotaForOrigin", quota(1));
        page = open(phone);
        Locator first = WorkOfToday.of(page).first();
        Locator second = WorkOfToday.of(page).nth(1);
        assertThat(first.locator("figure")).hasCount(1);
        addPhoto(first, 4);
        assertThat(first.locator("[role=alert]")).containsText(FULL);
        assertThat(page.locator(".status")).containsText(FULL);
        page.locator("#send").click();
        assertThat(page.locator("#queue")).hasCount(0);
        assertThat(first.locator("figure")).hasCount(1);
        assertThat(first).hasClass(DONE);
        look(page, "full");
        session.send("Storage.overrideQuotaForOrigin", quota(null));
        addPhoto(first, 4);
        assertThat(first.locator("figure")).hasCount(2);
        assertThat(page.locator(".status")).not().containsText(FULL);
        signInAgain(page, "engineer");
        assertThat(page.locator(".fresh")).isVisible();

        // Refused: mended it goes out anew, discarded it is gone.
        phone.route("**/desk/site/api/sheets", route -> route.fulfill(new Route.FulfillOptions().setStatus(422)
                .setContentType("application/problem+json")
                .setBody("{\"code\": \"sheet.day.old\", \"detail\": \"太早的日报\"}")));
        page.locator("#send").click();
        assertThat(page.locator("#queue .state-returned")).hasCount(1);
        assertThat(page.locator("#queue")).containsText("太早的日报");
        assertThat(page.locator(".waiting")).hasCount(0);
        look(page, "refused");
        press(page, "修改");
        assertThat(page.locator("#queue")).hasCount(0);
        assertThat(first.locator("figure")).hasCount(2);
        assertThat(first).hasClass(DONE);
        page.locator("#send").click();
        assertThat(page.locator("#queue .state-returned")).hasCount(1);
        press(page, "丢弃");
        assertThat(page.locator("#queue .state-returned")).hasCount(1);
        press(page, "再按一次，永久丢弃");
        assertThat(page.locator("#queue")).hasCount(0);
        assertThat(page.locator(".task.done")).hasCount(0);
        phone.unroute("**/desk/site/api/sheets");

        // Somebody else on the same phone neither sees nor sends what waits.
        phone.route(API, Route::abort);
        first.locator(".stepper button").last().click();
        second.locator(".stepper button").last().click();
        page.locator("#send").click();
        assertThat(page.locator("#queue .state-phone")).hasCount(1);
        phone.clearCookies();
        phone.unroute(API);
        sendUntilAsked(page);
        signInAgain(page, "planner");
        assertThat(page.locator(".fresh")).isVisible();
        page.locator("#project").selectOption(project);
        assertThat(page.locator("section.tasks > .task").first()).isVisible();
        assertThat(page.locator("#queue")).hasCount(0);
        assertThat(reports(page)).isZero();

        // The planner reports all that is left of both tasks, so that the waiting lines find nothing left.
        for (int i = 0; i < 2; i++) {
            Locator all = WorkOfToday.of(page).nth(i).locator(".chips button").last();
            all.click();
        }
        page.locator("#send").click();
        assertThat(page.locator("#sent .state-submitted")).hasCount(2);
        phone.clearCookies();
        page.reload();
        signInAgain(page, "engineer");
        assertThat(page.locator("#kept .line")).hasCount(2);
        assertThat(page.locator("#kept")).containsText("送达时只剩 0");
        look(page, "kept");
        int before = reports(page);

        page.locator("#kept .line").last().getByText("不计入").last().click();
        page.locator("#kept .line").last().getByText("再按一次，确定不计入").click();
        assertThat(page.locator("#kept .line")).hasCount(1);
        press(page, "重新填报");
        assertThat(page.locator("#kept")).hasCount(0);
        page.locator("#send").click();
        Locator reason = page.locator(".task.done .reason textarea");
        assertThat(reason).hasAttribute("aria-invalid", "true");
        reason.fill("支管增加");
        page.locator("#send").click();
        assertThat(page.locator("#queue")).hasCount(0);
        assertThat(page.locator(".fresh")).isVisible();
        assertThat(reports(page)).isEqualTo(before + 1);
        phone.close();
    }

    private JsonObject quota(@Nullable Integer bytes) {
        JsonObject quota = new JsonObject();
        quota.addProperty("origin", address.toString());
        if (bytes != null) {
            quota.addProperty("quotaSize", bytes);
        }
        return quota;
    }

    private BrowserContext phone(Path profile) {
        BrowserContext phone = playwright.chromium().launchPersistentContext(profile,
                new BrowserType.LaunchPersistentContextOptions()
                        .setExecutablePath(Path.of("/usr/bin/chromium"))
                        .setArgs(Browsers.ARGUMENTS)
                        .setLocale("zh-CN")
                        .setBaseURL(address.toString())
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
        type(page, "engineer");
        assertThat(page.locator(".fresh")).isVisible();
        return page;
    }

    /** Follows the page's own way to sign in. */
    private static void signInAgain(Page page, String login) {
        page.locator(".status a").click();
        type(page, login);
    }

    private static void type(Page page, String login) {
        page.getByLabel("用户名").fill(login);
        page.getByLabel("密码").first().fill(login + "-2026");
        page.locator("vaadin-login-form vaadin-button[theme~='submit']").click();
        page.waitForURL("**/desk/site");
        assertThat(page.locator("#project")).isVisible();
    }

    /** Presses wherever there is something to press; the page also tries by itself, in growing pauses. */
    private static void sendUntil(Page page, BooleanSupplier done) {
        page.waitForCondition(() -> {
            page.evaluate("document.querySelector('.status button')?.click()");
            return done.getAsBoolean();
        });
    }

    /** Sends until the server answers that somebody has to sign in again. */
    private static void sendUntilAsked(Page page) {
        sendUntil(page, page.locator(".status a")::isVisible);
    }

    private static void addPhoto(Locator task, int seed) throws IOException {
        task.locator(".files").setInputFiles(new FilePayload("photo.jpg", "image/jpeg", picture(seed)));
    }

    private static void press(Page page, String name) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true)).first().click();
    }

    /** How many reports of the author the server has for the day and the chosen project. */
    private static int reports(Page page) {
        return (int) page.evaluate("""
                async () => {
                  const answer = await fetch('/desk/site/api/desk');
                  const desk = await answer.json();
                  const code = document.querySelector('#project').value;
                  return desk.sent.filter(each => each.project === code && each.day === desk.day).length;
                }""");
    }

    /** A line so slow that an upload takes seconds. */
    private static void slow(Page page) {
        JsonObject line = new JsonObject();
        line.addProperty("offline", false);
        line.addProperty("latency", 0);
        line.addProperty("downloadThroughput", -1);
        line.addProperty("uploadThroughput", 100_000);
        page.context().newCDPSession(page).send("Network.emulateNetworkConditions", line);
    }

    /** Whether a part of a photo lies where the server puts what is still coming in. */
    private static boolean uploading() {
        Path incoming = data.resolve("photos-incoming");
        if (!Files.isDirectory(incoming)) {
            return false;
        }
        try (Stream<Path> files = Files.list(incoming)) {
            return files.anyMatch(file -> file.toFile().length() > 0);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    /** Ends the browser as an empty battery would. */
    private static void killBrowser(Path profile) {
        List<ProcessHandle> browsers = ProcessHandle.current().descendants()
                .filter(process -> process.info().commandLine().orElse("").contains(profile.toString())).toList();
        assertThat(browsers).isNotEmpty();
        browsers.forEach(ProcessHandle::destroyForcibly);
        browsers.forEach(process -> process.onExit().join());
    }

    private static void look(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setFullPage(true)
                .setPath(Path.of("target", "story", "phone-" + name + ".png")));
    }

    /** Noise, so that no encoder makes it small: about a megabyte. */
    private static byte[] picture(int seed) throws IOException {
        BufferedImage picture = new BufferedImage(1_200, 800, BufferedImage.TYPE_INT_RGB);
        Random random = new Random(seed);
        for (int x = 0; x < picture.getWidth(); x++) {
            for (int y = 0; y < picture.getHeight(); y++) {
                picture.setRGB(x, y, random.nextInt());
            }
        }
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        ImageIO.write(picture, "jpg", file);
        return file.toByteArray();
    }
}
