package city.renewal.demo;

import static org.assertj.core.api.Assertions.assertThat;

import city.renewal.app.Services;
import city.renewal.base.Names;
import city.renewal.notice.Notice;
import city.renewal.notice.NoticeClash;
import city.renewal.notice.Notices;
import city.renewal.project.Projects;
import city.renewal.testing.TestDatabase;
import java.time.Clock;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The notices of the demonstration, at whichever hour it is loaded. */
class NoticeChapterTest {

    @ParameterizedTest
    @ValueSource(strings = {"00:05", "12:00", "23:30"})
    void has_every_state_and_speaks_english(String hour) {
        Clock clock = Clock.fixed(DemoFixture.ORDINARY_DAY.atTime(LocalTime.parse(hour)).atZone(DemoFixture.ZONE)
                .toInstant(), DemoFixture.ZONE);
        try (TestDatabase database = TestDatabase.embedded()) {
            Services services = database.services(clock);
            services.get(DemoLoader.class).load();
            Notices notices = services.get(Notices.class);
            OffsetDateTime now = OffsetDateTime.now(clock);
            List<Notice> all = notices.between(DemoFixture.ORDINARY_DAY.minusDays(60),
                    DemoFixture.ORDINARY_DAY.plusDays(60), null);

            assertThat(all).hasSizeGreaterThan(10).extracting(notice -> notice.state(now))
                    .contains(Notice.State.values());
            assertThat(all).anyMatch(Notice::moved).anyMatch(Notice::late).anyMatch(notice -> notice.permit() != null);
            assertThat(NoticeClash.among(all, DemoFixture.ZONE)).isNotEmpty();
            assertThat(notices.ofProject(services.get(Projects.class).get("C01").id())
                    .on(DemoFixture.ORDINARY_DAY, DemoFixture.ZONE)).isNotEmpty();
            assertThat(all.stream().flatMap(notice -> Stream.of(notice.why(), notice.lateReason(), notice.permit(),
                            notice.contact())).filter(Objects::nonNull))
                    .allSatisfy(text -> assertThat(Names.of(text).en()).as(text).isNotNull());
            assertThat(all).allSatisfy(notice -> assertThat(notice.reason().en()).isNotBlank());
        }
    }
}
