package city.renewal;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * The pages against the rules of WCAG 2.2 AA that a program can check: contrast, names, roles, order. Nothing may be
 * wrong.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccessibilityIT {

    private static final List<String> OPEN = List.of("/", "/?q=zzzz", "/project/C01", "/project/C01/evidence",
            "/project/NONE", "/login", "/n/C01", "/n/C01/B03/2?large=1", "/n/C08", "/project/C08",
            "/evidence/C01?large=1", "/n/NONE", "/projects", "/report", "/report?project=C01&building=B03&large=1",
            "/vote/C14", "/visit/C14", "/wall", "/m/NONE/none", "/subscribe/C01", "/commitments", "/indicators");
    /** Pages differ by their words alone, so that a few of each make stand for the others in English. */
    private static final List<String> ENGLISH_OPEN = List.of("/", "/project/C01", "/n/C01/B03/2?large=1", "/report?project=C01");
    private static final List<String> DESK = List.of("/desk", "/desk/site", "/desk/projects", "/desk/plan/C01",
            "/desk/plan/C01/list", "/desk/plan/C01/look-ahead", "/desk/plan/C01/status", "/desk/plan/C01/critical",
            "/desk/plan/C01/s-curve", "/desk/plan/C01/milestones", "/desk/plan/RD01/time-location",
            "/desk/plan/C01/baselines", "/desk/plan/C01/what-if", "/desk/plan/C01/calendars", "/desk/windows",
            "/desk/conflicts", "/desk/findings", "/desk/findings?view=projects", "/desk/finding/1", "/desk/findings/new",
            "/desk/handover/C08", "/desk/warranties",
            "/desk/import", "/desk/new-plan");

    private static final List<String> ANSWERING = List.of("/desk/matters", "/desk/notices", "/desk/consent/C14",
            "/desk/grids", "/desk/messages");
    private static final List<String> ENGLISH_DESK = List.of("/desk/projects", "/desk/plan/C01", "/desk/new-plan");

    @TempDir
    private static Path data;

    private ServedJar served;

    @BeforeAll
    void startServer() {
        served = new ServedJar(data, "--demo");
    }

    @AfterAll
    void stopServer() {
        if (served != null) {
            served.close();
        }
    }

    @Test
    void residents_can_use_every_page() {
        Page page = served.browsers().open("/login", 360, 780);

        assertThat(OPEN.stream().flatMap(address -> faults(page, address))).isEmpty();
        speak(page, "en");
        assertThat(ENGLISH_OPEN.stream().flatMap(address -> faults(page, address))).isEmpty();
    }

    @Test
    void planners_can_use_every_page() {
        Page page = served.browsers().signIn("planner", "planner-2026", "/desk");

        assertThat(DESK.stream().flatMap(address -> faults(page, address))).isEmpty();
        speak(page, "en");

        assertThat(ENGLISH_DESK.stream().flatMap(address -> faults(page, address))).isEmpty();
    }

    @Test
    void those_who_answer_residents_can_use_every_page() {
        Page page = served.browsers().signIn("admin", "admin-2026", "/desk/messages");

        assertThat(ANSWERING.stream().flatMap(address -> faults(page, address))).isEmpty();
        page.setViewportSize(360, 780);
        assertThat(faults(page, "/desk/notices")).isEmpty();
    }

    private static void speak(Page page, String language) {
        page.context().addCookies(List.of(new Cookie("language", language).setUrl(page.url())));
    }

    private static Stream<String> faults(Page page, String address) {
        page.navigate(address);
        Browsers.settle(page);
        return Barriers.of(page).stream();
    }
}
