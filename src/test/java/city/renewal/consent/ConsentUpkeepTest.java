package city.renewal.consent;

import static org.assertj.core.api.Assertions.assertThat;

import city.renewal.app.Services;
import city.renewal.base.Finding;
import city.renewal.testing.OnEachDatabase;
import city.renewal.testing.Papers;
import city.renewal.testing.TestClock;
import city.renewal.testing.TestDatabase;
import city.renewal.visit.VisitSample;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is forgotten of households, and when. */
@OnEachDatabase
class ConsentUpkeepTest {

    private static final LocalDate DAY = LocalDate.of(2026, 5, 4);
    private static final int KEPT_DAYS = 1_095;
    private static final String NUMBERED = """
            楼号,单元,门牌号,建筑面积,业主,业主编号
            1号楼,1,101,50,张三,1
            1号楼,1,102,50,张三,1
            1号楼,2,201,60,李四,
            """;

    private final Jdbi jdbi;
    private final Path directory;
    private final TestClock clock = TestClock.at(DAY);
    private final Services services;
    private final ConsentUpkeep upkeep;

    ConsentUpkeepTest(TestDatabase database) {
        jdbi = database.jdbi();
        directory = database.database().directory();
        services = database.services(clock);
        upkeep = services.get(ConsentUpkeep.class);
    }

    @AfterEach
    void setBack() {
        clock.moveTo(DAY);
    }

    @Test
    void names_and_numbers_of_a_register_go_when_it_was_not_used_for_long() {
        ConsentSample sample = ConsentSample.add(services, "UNUSED");
        sample.register(NUMBERED);
        services.get(Consents.class).add(sample.worker(), sample.project().id(), ConsentSample.item("楼道粉刷"));
        clock.moveTo(DAY.plusDays(100));
        sample.code(sample.household("B01", "1", "101").id());

        assertGone(sample, DAY.plusDays(100));
        assertThat(services.get(HouseholdRegister.class).owners(sample.project().id()))
                .as("flats whose owner is forgotten count alone").isEqualTo(3);
        assertThat(lastEntry(sample)).contains("\"kind\":\"forgotten\"", "\"changed\":3", "按期删除");
        assertThat(findings(sample)).isEmpty();

        LocalDate corrected = LocalDate.now(clock).plusDays(5);
        clock.moveTo(corrected);
        services.get(HouseholdRegister.class).correct(sample.worker(), sample.project().id(),
                sample.read("楼号,单元,门牌号,建筑面积,业主\n1号楼,1,101,50,王五\n"), "新业主");
        assertGone(sample, corrected);
        assertThat(findings(sample)).isEmpty();
    }

    @Test
    void names_stay_while_an_item_is_open_or_a_crew_comes() {
        ConsentSample asked = ConsentSample.add(services, "ASKED").register();
        asked.open("屋面防水");
        VisitSample visits = VisitSample.add(services, "COMING");
        LocalDate visit = LocalDate.of(2026, 6, 10);
        visits.offer(visit, 2, VisitSample.MORNING);

        assertGone(visits.compound(), visit);
        assertThat(personal(asked)).as("not closed yet").isEqualTo(2);
    }

    /** @param used the last day on which something of the project was done */
    private void assertGone(ConsentSample sample, LocalDate used) {
        clock.moveTo(used.plusDays(KEPT_DAYS));
        upkeep.run();
        assertThat(personal(sample)).isPositive();
        clock.moveTo(used.plusDays(KEPT_DAYS + 1));
        upkeep.run();
        assertThat(personal(sample)).isZero();
    }

    @Test
    void scans_that_no_vote_needs_are_removed_after_a_day() throws Exception {
        ConsentSample sample = ConsentSample.add(services, "SWEPT").register();
        long item = sample.open("屋面防水");
        Path voted = receive(sample, Papers.pdf("A vote that was entered"));
        services.get(Ballots.class).castOnPaper(sample.worker(), sample.household("B01", "1", "101").id(), item,
                Choice.AGREE, voted.getFileName().toString());
        Path abandoned = receive(sample, Papers.pdf("A vote that nobody entered"));
        byte[] entering = Papers.pdf("A vote that somebody is entering");
        Path fresh = receive(sample, entering);
        for (Path file : List.of(voted, abandoned)) {
            age(file);
        }
        Files.setLastModifiedTime(fresh, FileTime.from(clock.instant()));

        assertThat(upkeep.sweep()).isPositive();
        assertThat(abandoned).doesNotExist();
        assertThat(fresh).exists();
        assertThat(voted).exists();
        jdbi.useHandle(handle -> handle.execute("UPDATE consent_item SET forgotten_at = closes_on WHERE id = ?", item));
        upkeep.sweep();
        assertThat(voted).as("a crash left it after it was forgotten").doesNotExist();

        age(fresh);
        assertThat(receive(sample, entering)).as("came again").isEqualTo(fresh);
        upkeep.sweep();
        assertThat(fresh).exists();
    }

    private Path receive(ConsentSample sample, byte[] paper) {
        String scan = services.get(Ballots.class).receiveScan(sample.worker(), new ByteArrayInputStream(paper));
        return directory.resolve("consent").resolve("scans").resolve(scan.substring(0, 2)).resolve(scan);
    }

    private void age(Path file) throws IOException {
        Files.setLastModifiedTime(file, FileTime.from(clock.instant().minus(Duration.ofDays(2))));
    }

    private int personal(ConsentSample sample) {
        return jdbi.withHandle(handle -> handle.createQuery(
                "SELECT COUNT(owner_sealed) + COUNT(owner_key) FROM household WHERE project_id = :id")
                .bind("id", sample.project().id()).mapTo(int.class).one());
    }

    private String lastEntry(ConsentSample sample) {
        return jdbi.withHandle(handle -> handle.createQuery(
                "SELECT content FROM consent_entry WHERE project_id = :id ORDER BY number DESC LIMIT 1")
                .bind("id", sample.project().id()).mapTo(String.class).one());
    }

    private List<Finding> findings(ConsentSample sample) {
        return services.get(ConsentCheck.class).findings().stream()
                .filter(finding -> finding.parameters()[0].equals(sample.project().code())).toList();
    }
}
