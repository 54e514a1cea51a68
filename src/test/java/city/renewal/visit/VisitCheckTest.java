package city.renewal.visit;

import static city.renewal.visit.VisitSample.MORNING;
import static city.renewal.visit.VisitSample.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import city.renewal.app.Services;
import city.renewal.base.Finding;
import city.renewal.base.Formats;
import city.renewal.base.Messages;
import city.renewal.base.Words;
import city.renewal.testing.OnEachDatabase;
import city.renewal.testing.TestClock;
import city.renewal.testing.TestDatabase;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

@OnEachDatabase
class VisitCheckTest {

    private static final LocalDate DAY = LocalDate.of(2026, 5, 4);
    private static final LocalDate TOMORROW = DAY.plusDays(1);

    private final Jdbi jdbi;
    private final TestClock clock = TestClock.at(DAY);
    private final Services services;

    VisitCheckTest(TestDatabase database) {
        jdbi = database.jdbi();
        services = database.services(clock);
    }

    /** Everything that people may do, then damage for each finding, every time on what was mended before. */
    @Test
    void finds_appointments_that_the_program_would_not_have_made() {
        VisitSample sample = VisitSample.add(services, "HOMES");
        List<Long> plan = sample.plan(20);
        VisitPlanning planning = services.get(VisitPlanning.class);
        Visits visits = services.get(Visits.class);
        VisitMarks marks = services.get(VisitMarks.class);
        long slot = sample.offer(TOMORROW, 2, MORNING);
        long later = sample.offer(TOMORROW, 2, NOON);
        long away = sample.offer(TOMORROW.plusDays(5), 1, MORNING);
        Visit moved = sample.book("101", slot);
        Visit done = visits.moveFor(sample.worker(), moved.id(), later, "");
        Visit missed = sample.book("102", slot);
        planning.withdraw(sample.worker(), sample.offer(TOMORROW.plusDays(6), 1, NOON));
        clock.moveTo(TOMORROW);
        marks.mark(sample.worker(), done.id(), VisitState.DONE, "");
        marks.mark(sample.worker(), missed.id(), VisitState.NOT_HOME, "敲门三次");
        Visit booked = sample.book("102", away);
        clock.pass(Duration.ofHours(1));
        planning.bar(sample.worker(), sample.project().id(), TOMORROW.plusDays(4), TOMORROW.plusDays(6),
                new Words("考试", "Exams"));
        sample.exam(TOMORROW.plusDays(5), TOMORROW.plusDays(5));
        long report = services.get(VisitReports.class).report(sample.compound().people().engineer(), sample.work(),
                TOMORROW, null, new Formats(new Messages(), Locale.ENGLISH, TOMORROW)).id();
        assertThat(findings()).as("what people may do, a day that was barred after it was booked too").isEmpty();

        finds("check.visit.full", "UPDATE visit_slot SET capacity = 0 WHERE id = " + later,
                "UPDATE visit_slot SET capacity = 2 WHERE id = " + later, "check.visit.slot");
        finds("check.visit.slot", "UPDATE visit_slot SET ends_at = starts_at WHERE id = " + away,
                "UPDATE visit_slot SET ends_at = starts_at + INTERVAL '2' HOUR WHERE id = " + away);
        finds("check.visit.slot", "UPDATE visit_slot SET place_id = " + sample.compound().place("B02") + " WHERE id = "
                + away, "UPDATE visit_slot SET place_id = " + sample.compound().place("B01") + " WHERE id = " + away,
                "check.visit.elsewhere");
        finds("check.visit.overlap", "UPDATE visit_slot SET starts_at = starts_at - INTERVAL '1' HOUR WHERE id = "
                + later, "UPDATE visit_slot SET starts_at = starts_at + INTERVAL '1' HOUR WHERE id = " + later);
        finds("check.visit.withdrawn", "UPDATE visit_slot SET withdrawn_at = starts_at WHERE id = " + away,
                "UPDATE visit_slot SET withdrawn_at = NULL WHERE id = " + away);
        finds("check.visit.elsewhere", "UPDATE visit_slot SET stairwell = '2' WHERE id = " + away,
                "UPDATE visit_slot SET stairwell = '1' WHERE id = " + away);
        finds("check.visit.twice", "UPDATE visit SET state = 'BOOKED', ended_at = NULL WHERE id = " + missed.id(),
                "UPDATE visit SET state = 'NOT_HOME', ended_at = (SELECT starts_at FROM visit_slot WHERE id = slot_id)"
                        + " WHERE id = " + missed.id());
        finds("check.visit.late", "UPDATE visit SET booked_at = booked_at + INTERVAL '90' DAY WHERE id = " + missed.id(),
                "UPDATE visit SET booked_at = booked_at - INTERVAL '90' DAY WHERE id = " + missed.id());
        finds("check.visit.mark", "UPDATE visit SET ended_at = NULL WHERE id = " + missed.id(),
                "UPDATE visit SET ended_at = (SELECT starts_at FROM visit_slot WHERE id = slot_id) WHERE id = "
                        + missed.id());
        finds("check.visit.early", "UPDATE visit SET ended_at = ended_at - INTERVAL '2' DAY WHERE id = " + missed.id(),
                "UPDATE visit SET ended_at = ended_at + INTERVAL '2' DAY WHERE id = " + missed.id());
        finds("check.visit.moved", "UPDATE visit SET moved_from = NULL WHERE id = " + done.id(),
                "UPDATE visit SET moved_from = " + moved.id() + " WHERE id = " + done.id());
        finds("check.visit.moved", "UPDATE visit SET state = 'CANCELLED' WHERE id = " + moved.id(),
                "UPDATE visit SET state = 'MOVED' WHERE id = " + moved.id());
        finds("check.visit.barred", "UPDATE visit SET booked_at = booked_at + INTERVAL '2' HOUR WHERE id = "
                + booked.id(), "UPDATE visit SET booked_at = booked_at - INTERVAL '2' HOUR WHERE id = " + booked.id());
        finds("check.visit.report", "UPDATE site_report SET quantity = 3 WHERE id = " + report,
                "UPDATE site_report SET quantity = 1 WHERE id = " + report);
        finds("check.visit.report", "UPDATE visit_report SET visit_id = " + booked.id(),
                "UPDATE visit_report SET visit_id = " + done.id());
        jdbi.useHandle(handle -> handle.execute("INSERT INTO site_report (project_id, task_id, report_on, quantity,"
                + " state, author_id, reported_at) SELECT project_id, task_id, report_on, quantity, state, author_id,"
                + " reported_at FROM site_report WHERE id = " + report));
        finds("check.visit.counted", "INSERT INTO visit_report (report_id, visit_id, counted) SELECT MAX(id), "
                + done.id() + ", TRUE FROM site_report", "DELETE FROM visit_report WHERE report_id <> " + report);
        VisitSample other = VisitSample.add(services, "OTHER");
        finds("check.visit.link", "UPDATE visit_work SET task_id = " + plan.get(1) + " WHERE id = " + other.work(),
                "UPDATE visit_work SET task_id = NULL WHERE id = " + other.work());
    }

    /** @param besides what the same damage is found as too */
    private void finds(String key, String damage, String mended, String... besides) {
        jdbi.useHandle(handle -> handle.execute(damage));
        assertThat(findings()).as(damage).extracting(Finding::key).contains(key).containsOnlyOnce(key)
                .isSubsetOf(Stream.concat(Stream.of(key),
                        Stream.of(besides)).toList());
        for (Locale language : List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE)) {
            assertThat(findings()).allSatisfy(finding -> assertThat(finding.in(new Messages(), language))
                    .containsPattern("(HOMES|OTHER)\\D+\\d+").doesNotContain("{"));
        }
        jdbi.useHandle(handle -> handle.execute(mended));
        assertThat(findings()).as(mended).isEmpty();
    }

    private List<Finding> findings() {
        return services.get(VisitCheck.class).findings();
    }
}
