package city.renewal;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.net.URI;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Debian's Chromium, as people use it: each page in a context of its own, in Chinese. */
final class Browsers implements AutoCloseable {

    static final int PATIENCE_MILLIS = 30_000;
    static final List<String> ARGUMENTS = List.of("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
            "--disable-background-networking", "--disable-component-update", "--disable-sync");

    /** No view waits for the server: much sooner than a network that has been idle for half a second. */
    private static final String QUIET =
            "() => Object.values(window.Vaadin?.Flow?.clients ?? {}).every(client => !client.isActive?.())";

    private final Playwright playwright = Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    private final Browser browser = playwright.chromium().launch(new BrowserType.LaunchOptions()
            .setExecutablePath(Path.of("/usr/bin/chromium"))
            .setArgs(ARGUMENTS));
    private final URI address;

    /** @param address where the server under test listens */
    Browsers(URI address) {
        this.address = address;
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
    }

    /** Opens an address as somebody who has never been there. */
    Page open(String path, int width, int height) {
        return open(path, width, height, true);
    }

    /** As {@link #open}, in a browser that runs no script. */
    Page withoutScript(String path, int width, int height) {
        return open(path, width, height, false);
    }

    private Page open(String path, int width, int height, boolean script) {
        Page page = browser.newContext(new Browser.NewContextOptions()
                .setLocale("zh-CN")
                .setBaseURL(address.toString())
                .setJavaScriptEnabled(script)
                .setViewportSize(width, height)).newPage();
        page.setDefaultTimeout(PATIENCE_MILLIS);
        page.navigate(path);
        return page;
    }

    /** Signs in and goes on to an address of the desk. */
    Page signIn(String login, String password, String path) {
        Page page = open("/login", 1440, 900);
        page.getByLabel("用户名").fill(login);
        page.getByLabel("密码").first().fill(password);
        page.locator("vaadin-login-form vaadin-button[theme~='submit']").click();
        page.waitForURL("**/desk");
        page.navigate(path);
        return page;
    }

    /** Waits until a page is there and nothing on it waits for the server. It has to run scripts. */
    static void settle(Page page) {
        page.locator("h1, h2").first().waitFor();
        page.waitForFunction(QUIET);
    }

    /** @return the first button of exactly this name */
    static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true)).first();
    }

    /** Types a day into the field of exactly this label. */
    static void day(Page page, String label, LocalDate day) {
        Locator field = page.getByLabel(label, new Page.GetByLabelOptions().setExact(true)).first();
        field.fill(day.toString());
        field.press("Enter");
    }

    @Override
    public void close() {
        playwright.close();
    }
}
