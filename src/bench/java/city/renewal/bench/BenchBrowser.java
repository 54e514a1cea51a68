package city.renewal.bench;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Headless Chromium, every page in it a reader of its own. */
final class BenchBrowser implements AutoCloseable {

    private final Playwright playwright = Playwright.create(new Playwright.CreateOptions()
            .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    private final Browser browser = playwright.chromium().launch(new BrowserType.LaunchOptions()
            .setExecutablePath(Path.of("/usr/bin/chromium"))
            .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
                    "--disable-background-networking", "--disable-component-update", "--disable-sync")));
    private final URI address;

    /** @param address of the server that is measured */
    BenchBrowser(URI address) {
        this.address = address;
    }

    /** Opens an address as somebody who has never been there. */
    Page open(String path) {
        Page page = browser.newContext(new Browser.NewContextOptions()
                .setLocale("zh-CN").setBaseURL(address.toString()).setViewportSize(1440, 900)).newPage();
        page.navigate(path);
        return page;
    }

    /** Signs in with an account of the demonstration and goes on to an address of the desk. */
    Page signIn(String login, String path) {
        Page page = open("/login");
        page.locator("input[name=username]").fill(login);
        page.locator("input[name=password]").fill(login + "-2026");
        page.locator("vaadin-login-form vaadin-button[theme~='submit']").click();
        page.waitForURL("**/desk");
        page.navigate(path);
        return page;
    }

    @Override
    public void close() {
        playwright.close();
    }
}
