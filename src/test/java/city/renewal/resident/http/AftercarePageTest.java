package city.renewal.resident.http;

import static org.assertj.core.api.Assertions.assertThat;

import city.renewal.app.RunningServer;
import city.renewal.base.Database;
import city.renewal.project.Place;
import city.renewal.project.Project;
import city.renewal.project.Projects;
import city.renewal.project.handover.HandoverPapers;
import city.renewal.project.handover.HandoverSample;
import city.renewal.project.handover.Handovers;
import city.renewal.project.handover.NewAcceptance;
import city.renewal.project.handover.NewPaper;
import city.renewal.project.handover.Warranties;
import city.renewal.project.handover.Warranty;
import city.renewal.project.handover.WarrantyChange;
import city.renewal.testing.Papers;
import city.renewal.testing.StatementCount;
import city.renewal.testing.TestClock;
import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What the code at the door tells once the works are over. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AftercarePageTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
    private static final int MOST_STATEMENTS = 6;

    private final TestClock clock = TestClock.at(TODAY);
    private RunningServer server;
    private HandoverSample sample;

    @BeforeAll
    void start(@TempDir Path directory) {
        server = RunningServer.start(directory, clock);
        sample = new HandoverSample(server.services());
    }

    @AfterAll
    void stop() {
        server.close();
    }

    private Document page(String path) {
        return Jsoup.parse(server.get(path).body());
    }

    @Test
    void a_closed_project_explains_and_tells_who_repairs_what_until_when() {
        Project project = sample.handedOver();
        Document page = page("/n/" + project.code() + "?lang=zh");

        assertThat(page.select(".note").text()).contains("11月20日 通过验收");
        assertThat(page.select(".after").text()).contains("3 位居民代表", "Third Keepers", "屋面防水", "保修到 2031年11月20日",
                "供热系统", "保修到 2029年3月15日", "First Builders").doesNotContain("Seen house by house", "Somebody Private");
        assertThat(page.select(".after a").eachAttr("href")).contains("tel:02200001001");
        assertThat(page.select(".who").text()).startsWith("日常维护 Third Keepers");
        assertThat(page.select("a[href^=/report]")).isNotEmpty();
        assertThat(page("/n/" + project.code() + "?lang=en&large=1").select(".after").text())
                .contains("3 representatives", "Roof waterproofing", "under warranty until 20 Nov 2031");
    }

    @Test
    void it_is_on_the_page_within_a_second_and_takes_no_statement_more() {
        Project project = sample.compound();
        assertThat(page("/n/" + project.code()).select(".after")).isEmpty();
        sample.handOver(project);
        clock.pass(Duration.ofSeconds(1));
        try (StatementCount count = StatementCount.of(server.services().get(Database.class).jdbi())) {
            assertThat(page("/n/" + project.code()).select(".after")).isNotEmpty();
            assertThat(count.statements()).hasSizeLessThanOrEqualTo(MOST_STATEMENTS);
        }
        Warranty roof = sample.warranty(project, "roof");
        server.services().get(Warranties.class).change(sample.people.planner(), new WarrantyChange(roof.acceptanceId(),
                "roof", roof.id(), "Menders <script>", "022-0000-4001", null, "The contractor is gone"));
        clock.pass(Duration.ofSeconds(1));
        assertThat(page("/n/" + project.code()).select(".after").text()).contains("Menders <script>");
    }

    @Test
    void a_building_reads_its_own_and_what_is_for_all() {
        Project project = sample.compound();
        Place first = server.services().get(Projects.class).places(project.id()).getFirst();
        NewAcceptance whole = HandoverSample.acceptance(project, HandoverSample.ACCEPTED);
        server.services().get(Handovers.class).accept(sample.people.planner(), new NewAcceptance(project.id(), first.id(),
                HandoverSample.ACCEPTED.minusDays(4), true, 1, whole.members(), null, Set.of(), null, null));

        assertThat(page("/n/" + project.code() + "/B01?lang=zh").select(".after").text()).contains("11月16日")
                .doesNotContain("一号楼");
        assertThat(page("/n/" + project.code() + "/B02?lang=zh").select(".after")).isEmpty();
        Document all = page("/n/" + project.code() + "?lang=zh");
        assertThat(all.select(".after").text()).contains("一号楼 · 屋面防水");
        assertThat(all.select(".note").text()).doesNotContain("通过验收");
        assertThat(page("/n/" + project.code() + "/B01?lang=zh").select(".note").text())
                .contains("这栋楼的工程已于 11月16日 通过验收");
    }

    @Test
    void a_building_accepted_before_the_rest_keeps_its_own_terms_and_the_project_is_over_with_the_whole() {
        Project project = sample.compound();
        Place first = server.services().get(Projects.class).places(project.id()).getFirst();
        NewAcceptance whole = HandoverSample.acceptance(project, HandoverSample.ACCEPTED);
        server.services().get(Handovers.class).accept(sample.people.planner(), whole);
        server.services().get(Handovers.class).accept(sample.people.planner(), new NewAcceptance(project.id(), first.id(),
                HandoverSample.ACCEPTED.minusDays(4), true, 1, whole.members(), null, Set.of(), null, null));

        Document building = page("/n/" + project.code() + "/B01?lang=zh");
        assertThat(building.select(".after .works li").eachText()).filteredOn(each -> each.startsWith("屋面防水"))
                .singleElement().asString().contains("11月16日");
        assertThat(page("/n/" + project.code() + "/B02?lang=zh").select(".after .works").text()).contains("11月20日");
        assertThat(page("/n/" + project.code() + "?lang=zh").select(".note").text()).contains("11月20日 通过验收");
    }

    @Test
    void who_takes_over_is_not_told_once_the_acceptance_was_a_refusal() {
        Project project = sample.handedOver();
        assertThat(page("/n/" + project.code() + "?lang=zh").text()).contains("Third Keepers");
        server.services().get(Handovers.class).accept(sample.people.planner(), HandoverSample.correction(project,
                sample.warranty(project, "roof").acceptanceId(), HandoverSample.ACCEPTED, false));
        clock.pass(Duration.ofSeconds(1));
        Document page = page("/n/" + project.code() + "?lang=zh");
        assertThat(page.text()).doesNotContain("Third Keepers");
        assertThat(page.select(".after")).isEmpty();
    }

    @Test
    void a_paper_is_linked_and_given_to_everybody_only_while_an_officer_has_it_open() {
        Project project = sample.handedOver();
        HandoverPapers papers = server.services().get(HandoverPapers.class);
        long id = papers.put(sample.people.planner(), NewPaper.ofAcceptance(sample.warranty(project, "roof").acceptanceId(),
                "验收单 <b>", "a.pdf"), new ByteArrayInputStream(Papers.pdf(project.code())));
        String address = "/handover-paper/" + id;
        assertThat(server.get(address).statusCode()).isEqualTo(404);
        assertThat(server.get("/handover-paper/999999").statusCode()).isEqualTo(404);
        assertThat(server.get("/handover-paper/x").statusCode()).isEqualTo(404);
        assertThat(page("/n/" + project.code()).select("a[href^=/handover-paper]")).isEmpty();

        papers.open(sample.people.planner(), id, true);
        clock.pass(Duration.ofSeconds(1));
        assertThat(page("/n/" + project.code() + "/B01?lang=zh").select(".after a[href=" + address + "]").text())
                .isEqualTo("验收单 <b>");
        HttpResponse<String> given = server.get(address);
        assertThat(given.statusCode()).isEqualTo(200);
        assertThat(given.headers().firstValue("Content-Type")).hasValue("application/pdf");
        assertThat(given.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(given.headers().firstValue("Content-Disposition").orElseThrow()).startsWith("inline").doesNotContain("<");
        assertThat(given.headers().firstValue("Set-Cookie")).isEmpty();

        papers.withdraw(sample.people.planner(), id, "Wrong one");
        clock.pass(Duration.ofSeconds(1));
        assertThat(server.get(address).statusCode()).isEqualTo(404);
        assertThat(page("/n/" + project.code()).select("a[href^=/handover-paper]")).isEmpty();
    }

    @Test
    void what_is_over_says_so_and_names_nobody() {
        Project project = sample.handedOver();
        clock.moveTo(HandoverSample.ACCEPTED.plusYears(2).plusDays(1));
        Document page = page("/n/" + project.code() + "?lang=zh");
        clock.moveTo(TODAY);

        assertThat(page.select(".after .over").text()).contains("给排水管道", "保修已于 11月20日 到期")
                .doesNotContain("First Builders");
        assertThat(page.select(".after .works").text()).contains("屋面防水 保修到 2031年11月20日");
    }
}
