package city.renewal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A resident with a telephone of 2018, in large type. Pictures are in {@code target/story}. */
class OldBrowserIT {

    private static final Path PICTURES = Path.of("target", "story");

    @TempDir
    private static Path data;
    @TempDir
    private static Path profile;

    @Test
    void an_old_telephone_reads_the_notice_page_and_reports() throws Exception {
        try (ServedJar served = new ServedJar(data, "--demo");
                OldBrowser phone = new OldBrowser(profile, served.address())) {
            phone.open("/project/C01?lang=zh-CN");
            phone.waitFor("getComputedStyle(document.querySelector('.elsewhere')).visibility === 'visible'");
            phone.picture(PICTURES.resolve("old-elsewhere.png"));
            assertThat(phone.evaluate("document.querySelector('.elsewhere').innerText")).contains("浏览器可能太旧");

            phone.evaluate("document.querySelector('.elsewhere a').click()");
            phone.waitFor("location.pathname === '/n/C01' && document.readyState === 'complete'");
            assertThat(phone.evaluate("document.body.innerText")).contains("当初承诺", "本周和下周");
            assertThat(phone.evaluate("document.documentElement.scrollWidth")).isEqualTo("360");
            assertThat(Double.parseDouble(phone.evaluate("document.querySelector('.chart').clientHeight")))
                    .isGreaterThan(200);
            phone.picture(PICTURES.resolve("old-notice.png"));

            phone.open("/report?project=C01&large=1");
            phone.waitFor("document.querySelector('#kind') !== null && document.readyState === 'complete'");
            phone.evaluate("document.querySelector('#kind').value = 'leak'");
            phone.evaluate("document.querySelector('#text').value = '厨房顶棚漏水'");
            phone.picture(PICTURES.resolve("old-report.png"));
            phone.evaluate("document.querySelector('#report button').click()");
            phone.waitFor("document.querySelector('.number') !== null && document.readyState === 'complete'");
            phone.picture(PICTURES.resolve("old-sent.png"));
            assertThat(phone.evaluate("document.body.innerText")).contains("已收到");
        }
    }
}
