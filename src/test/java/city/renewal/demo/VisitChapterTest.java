package city.renewal.demo;

import static org.assertj.core.api.Assertions.assertThat;

import city.renewal.account.Accounts;
import city.renewal.account.Actor;
import city.renewal.account.Role;
import city.renewal.app.Services;
import city.renewal.plan.Plans;
import city.renewal.project.Project;
import city.renewal.project.Projects;
import city.renewal.testing.TestDatabase;
import city.renewal.visit.HomesDone;
import city.renewal.visit.Remaining;
import city.renewal.visit.VisitBoard;
import city.renewal.visit.VisitCheck;
import city.renewal.visit.VisitReports;
import city.renewal.visit.VisitState;
import java.time.Clock;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The home visits of the demonstration, at whichever hour it is loaded. */
class VisitChapterTest {

    @ParameterizedTest
    @ValueSource(strings = {"00:05", "23:30"})
    void shows_every_state_and_what_needs_somebody(String hour) {
        Clock clock = Clock.fixed(DemoFixture.ORDINARY_DAY.atTime(LocalTime.parse(hour)).atZone(DemoFixture.ZONE)
                .toInstant(), DemoFixture.ZONE);
        try (TestDatabase database = TestDatabase.embedded()) {
            Services services = database.services(clock);
            services.get(DemoLoader.class).load();
            Project project = services.get(Projects.class).get("C02");
            VisitBoard board = services.get(VisitBoard.class);
            Actor worker = services.get(Accounts.class).all().stream()
                    .filter(account -> account.role() == Role.COMMUNITY).findFirst().orElseThrow().actor();

            assertThat(board.remaining(project.id())).hasSize(2)
                    .allSatisfy(building -> assertThat(building.notBooked()).isNotNegative());
            assertThat(board.remaining(project.id())).anyMatch(building -> building.done() > 10)
                    .anyMatch(building -> building.booked() > 3).anyMatch(building -> building.declined() > 0)
                    .extracting(Remaining::notHome).contains(1);
            assertThat(board.due(worker, project, List.of())).anyMatch(due -> due.bar() != null)
                    .anyMatch(due -> due.line().visit().state() == VisitState.NOT_HOME)
                    .noneMatch(VisitBoard.Due::unmarked);
            assertThat(board.day(worker, project, DemoFixture.ORDINARY_DAY, null)).isNotEmpty();
            VisitReports reports = services.get(VisitReports.class);
            assertThat(reports.of(worker, project.id(), DemoFixture.ORDINARY_DAY.minusDays(2))).singleElement()
                    .extracting(HomesDone::done, HomesDone::left).containsExactly(4, 0);
            assertThat(reports.of(worker, project.id(), DemoFixture.ORDINARY_DAY.minusDays(1))).singleElement()
                    .satisfies(waiting -> {
                        assertThat(waiting.left()).as("for whoever tries it").isEqualTo(4);
                        assertThat(services.get(Plans.class).task(Objects.requireNonNull(waiting.task()).id()).task()
                                .progress().done()).isEqualByComparingTo("14");
                    });
            assertThat(services.get(VisitCheck.class).findings()).isEmpty();
        }
    }
}
