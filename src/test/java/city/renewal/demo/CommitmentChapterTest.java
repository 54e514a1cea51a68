package city.renewal.demo;

import static org.assertj.core.api.Assertions.assertThat;

import city.renewal.app.Services;
import city.renewal.base.Names;
import city.renewal.programme.commitment.CommitmentLine;
import city.renewal.programme.commitment.CommitmentPage;
import city.renewal.programme.commitment.CommitmentState;
import city.renewal.programme.commitment.Commitments;
import city.renewal.programme.commitment.FigureValue;
import city.renewal.programme.commitment.Indicators;
import city.renewal.testing.TestDatabase;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The commitments of the demonstration, on whichever day it is loaded. */
class CommitmentChapterTest {

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-24T12:00", "2027-01-04T00:05", "2028-02-29T23:30"})
    void has_one_kept_one_at_risk_and_one_changed_and_speaks_english(String moment) {
        Clock clock = Clock.fixed(LocalDateTime.parse(moment).atZone(DemoFixture.ZONE).toInstant(),
                DemoFixture.ZONE);
        int year = LocalDate.now(clock).getYear();
        try (TestDatabase database = TestDatabase.embedded()) {
            Services services = database.services(clock);
            services.get(DemoLoader.class).load();
            Commitments commitments = services.get(Commitments.class);
            List<CommitmentLine> all = commitments.of(year);

            assertThat(all).hasSizeGreaterThan(8).extracting(CommitmentLine::state)
                    .contains(CommitmentState.KEPT, CommitmentState.ON_COURSE, CommitmentState.AT_RISK)
                    .doesNotContain(CommitmentState.MISSED);
            assertThat(all).filteredOn(line -> line.commitment().changed()).isNotEmpty()
                    .allSatisfy(line -> assertThat(line.commitment().newest().why()).isNotBlank());
            assertThat(all).filteredOn(line -> line.commitment().basis().linked())
                    .allSatisfy(line -> assertThat(line.projects()).isNotEmpty());
            assertThat(services.get(Indicators.class).all()).as("a course of what is measured")
                    .anySatisfy(line -> assertThat(line.past()).hasSizeGreaterThan(2));
            assertThat(all).as("reached by projects that go on, on a day that reports tell").anySatisfy(line -> {
                assertThat(line.reachedOn()).isNotNull();
                assertThat(line.projects()).isNotEmpty().noneMatch(project -> project.standing().finished());
            });
            assertThat(all).filteredOn(line -> "accessible-households".equals(line.commitment().series())).hasSize(1)
                    .allSatisfy(line -> assertThat(line.projects()).as("a total and nothing else").isEmpty());
            assertThat(all.stream().map(line -> commitments.page(year, line.commitment().number()).orElseThrow())
                    .flatMap(CommitmentChapterTest::said).filter(Objects::nonNull))
                    .allSatisfy(text -> assertThat(Names.of(text).en()).as(text).isNotNull());
        }
    }

    private static Stream<String> said(CommitmentPage page) {
        return Stream.concat(Stream.of(page.commitment().owner(), page.commitment().ownerRole(),
                page.commitment().newest().why()), page.values().stream().map(FigureValue::source));
    }
}
