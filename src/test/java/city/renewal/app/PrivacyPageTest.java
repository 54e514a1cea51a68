package city.renewal.app;

import static org.assertj.core.api.Assertions.assertThat;

import city.renewal.testing.SmallPlan;
import city.renewal.testing.TestClock;
import java.nio.file.Path;
import java.util.Map;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What residents are told of their data, before they give any. */
class PrivacyPageTest {

    @TempDir
    private Path directory;

    @Test
    void every_form_leads_to_who_keeps_what_and_how_long() {
        try (RunningServer server = RunningServer.start(directory, TestClock.at(SmallPlan.START),
                Map.of(Setting.PRIVACY_OFFICE, "某区城市更新中心", Setting.PRIVACY_CONTACT, "022-00000000",
                        Setting.MATTER_PHONE_DAYS, "61", Setting.CONSENT_KEEP_DAYS, "733", Setting.MAIL_KEEP_DAYS, "47"))) {
            String link = Jsoup.parse(server.get("/report?lang=en").body()).select("footer a").attr("href");
            String english = server.get(link).body();
            String chinese = server.get("/privacy?lang=zh").body();

            assertThat(english).contains("How your personal data is handled", "某区城市更新中心", "61 days", "733 days",
                    "47 days");
            assertThat(chinese).contains("个人信息保护告知", "022-00000000", "61 天", "733 天", "47 天");
        }
    }

    @Test
    void where_nobody_said_who_keeps_them_residents_are_sent_to_the_board_and_to_12345() {
        try (RunningServer server = RunningServer.start(directory, TestClock.at(SmallPlan.START))) {
            assertThat(server.get("/privacy?lang=zh").body()).contains("公示牌", "12345");
        }
    }
}
