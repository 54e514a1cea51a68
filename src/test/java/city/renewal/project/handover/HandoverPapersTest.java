package city.renewal.project.handover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.groups.Tuple.tuple;

import city.renewal.account.Actor;
import city.renewal.app.Services;
import city.renewal.base.Database;
import city.renewal.base.Finding;
import city.renewal.base.Refusal;
import city.renewal.base.Scan;
import city.renewal.base.SealedFiles;
import city.renewal.base.Sha256;
import city.renewal.base.Vault;
import city.renewal.project.Project;
import city.renewal.project.ProjectPeople;
import city.renewal.resident.Aftercare;
import city.renewal.resident.ResidentPages;
import city.renewal.testing.OnEachDatabase;
import city.renewal.testing.Papers;
import city.renewal.testing.StatementCount;
import city.renewal.testing.TestClock;
import city.renewal.testing.TestDatabase;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** Papers with an acceptance: kept as they came, for staff alone unless an officer opens one, never gone in silence. */
@OnEachDatabase
class HandoverPapersTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

    private final Services services;
    private final Jdbi jdbi;
    private final Path directory;
    private final SealedFiles files;
    private final HandoverPapers papers;
    private final Handovers handovers;
    private final HandoverSample sample;
    private final Actor planner;

    HandoverPapersTest(TestDatabase database) {
        services = database.services(TestClock.at(TODAY));
        jdbi = database.jdbi();
        directory = services.get(Database.class).directory();
        files = HandoverPapers.files(directory, services.get(Vault.class));
        papers = services.get(HandoverPapers.class);
        handovers = services.get(Handovers.class);
        sample = new HandoverSample(services);
        planner = sample.people.planner();
    }

    private static String refused(ThrowingCallable call) {
        Refusal refusal = catchThrowableOfType(Refusal.class, call);
        assertThat(refusal).as("a refusal").isNotNull();
        return refusal.key();
    }

    private long acceptance(Project project) {
        return handovers.of(project.id()).whole().orElseThrow().id();
    }

    private long put(Project project, String title, byte[] content) {
        return papers.put(planner, NewPaper.ofAcceptance(acceptance(project), title, "C:\\scans\\" + title + ".pdf"),
                new ByteArrayInputStream(content));
    }

    private List<Aftercare.Paper> shown(Project project) {
        return services.get(ResidentPages.class).page(project.code(), false, 0).orElseThrow().after().papers();
    }

    private long filesOnDisk() {
        try (Stream<Path> all = Files.walk(directory.resolve("handover-papers"))) {
            return all.filter(Files::isRegularFile).count();
        } catch (IOException none) {
            return 0;
        }
    }

    @Test
    void a_signed_protocol_is_listed_with_its_facts_and_sealed_on_disk() throws IOException {
        Project project = sample.handedOver();
        byte[] protocol = Papers.pdf("Protocol of " + project.code());
        long id = put(project, "Protocol", protocol);
        Handover handed = handovers.of(project.id()).handovers().getFirst();
        papers.put(planner, NewPaper.ofHandover(handed.id(), "Keys", "keys.png"),
                new ByteArrayInputStream(Papers.picture("png")));

        assertThat(papers.of(project.id())).extracting(HandoverPaper::title).containsExactly("Protocol", "Keys");
        assertThat(papers.of(project.id()).getFirst()).satisfies(paper -> {
            assertThat(paper.fileName()).isEqualTo("Protocol.pdf");
            assertThat(paper.scanType()).isEqualTo(Scan.PDF);
            assertThat(paper.bytes()).isEqualTo(protocol.length);
            assertThat(paper.sha256()).isEqualTo(Sha256.hex(protocol));
            assertThat(paper.putter()).isEqualTo(planner.name());
            assertThat(paper.open()).isFalse();
        });
        String hash = Sha256.hex(protocol);
        byte[] kept = Files.readAllBytes(directory.resolve("handover-papers").resolve(hash.substring(0, 2)).resolve(hash));
        assertThat(new String(kept, StandardCharsets.ISO_8859_1)).doesNotContain("%PDF", "Protocol");
        assertThat(papers.read(sample.people.supervisor(), id).orElseThrow().content()).isEqualTo(protocol);
    }

    @Test
    void only_those_who_may_open_a_paper_and_each_opening_is_kept() {
        Project project = sample.handedOver();
        long id = put(project, "Protocol", Papers.pdf("Seen by few " + project.code()));

        assertThat(papers.readOpen(id)).isEmpty();
        assertThat(papers.read(sample.people.engineer(), id)).isEmpty();
        assertThat(papers.read(sample.people.viewer(), id)).isEmpty();
        assertThat(papers.read(planner, id)).isPresent();
        services.get(ProjectPeople.class).name(planner, project.id(),
                Set.of(sample.people.secondSupervisor().accountId()));
        assertThat(papers.read(sample.people.supervisor(), id)).as("another project’s supervisor").isEmpty();
        assertThat(papers.read(sample.people.secondSupervisor(), id)).isPresent();
        List<String> readers = jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT actor FROM audit_entry WHERE action = 'handover.paper.read' AND subject = :paper ORDER BY id")
                .bind("paper", "paper:" + id).mapTo(String.class).list());
        assertThat(readers).containsExactly(planner.login(), sample.people.secondSupervisor().login());
    }

    @Test
    void residents_read_what_an_officer_opened_and_nothing_else() {
        Project project = sample.handedOver();
        long protocol = put(project, "Signed", Papers.pdf("signed " + project.code()));
        long covered = put(project, "Covered", Papers.pdf("covered " + project.code()));

        assertThat(shown(project)).isEmpty();
        assertThat(refused(() -> papers.open(planner, covered, false))).isEqualTo("handover.paper.uncovered");
        assertThat(refused(() -> papers.open(sample.people.supervisor(), covered, true))).isEqualTo("refused.role");
        papers.open(planner, covered, true);
        assertThat(shown(project)).extracting(Aftercare.Paper::title).containsExactly("Covered");
        assertThat(papers.readOpen(covered).orElseThrow().name()).isEqualTo("Covered.pdf");
        assertThat(papers.readOpen(protocol)).isEmpty();
        assertThat(refused(() -> papers.open(planner, covered, true))).isEqualTo("handover.paper.changed");
        papers.close(planner, covered);
        assertThat(shown(project)).isEmpty();
        assertThat(papers.readOpen(covered)).isEmpty();
        papers.open(planner, covered, true);
        handovers.accept(planner, HandoverSample.correction(project, acceptance(project), HandoverSample.ACCEPTED, true));
        assertThat(shown(project)).as("of a record that counts no more").isEmpty();
        assertThat(papers.readOpen(covered)).isEmpty();
    }

    @Test
    void residents_are_given_a_copy_of_a_picture() {
        Project project = sample.handedOver();
        byte[] picture = Papers.picture("jpg", 3_000, 1_000);
        long id = put(project, "Photo of the protocol", picture);
        papers.open(planner, id, true);

        PaperFile copy = papers.readOpen(id).orElseThrow();
        assertThat(copy.contentType()).isEqualTo("image/jpeg");
        assertThat(copy.name()).isEqualTo("Photo of the protocol.jpg");
        assertThat(copy.content()).isNotEqualTo(picture);
        assertThat(copy.hash()).isEqualTo(Sha256.hex(copy.content()));
        assertThat(papers.read(planner, id).orElseThrow().content()).isEqualTo(picture);
    }

    @Test
    void a_withdrawn_paper_stays_listed_with_its_reason_and_can_be_put_again() {
        Project project = sample.handedOver();
        byte[] content = Papers.pdf("wrong compound " + project.code());
        long id = put(project, "Protocol", content);
        papers.open(planner, id, true);

        assertThat(refused(() -> papers.withdraw(planner, id, " "))).isEqualTo("handover.paper.why.missing");
        papers.withdraw(planner, id, "Of another compound");
        assertThat(papers.of(project.id())).singleElement().satisfies(paper -> {
            assertThat(paper.withdrawn()).isTrue();
            assertThat(paper.why()).isEqualTo("Of another compound");
        });
        assertThat(papers.readOpen(id)).isEmpty();
        assertThat(papers.read(planner, id)).as("still evidence").isPresent();
        assertThat(refused(() -> papers.open(planner, id, true))).isEqualTo("handover.paper.withdrawn");
        assertThat(put(project, "Protocol", content)).isNotEqualTo(id);
        assertThat(refused(() -> put(project, "Again", content))).isEqualTo("handover.paper.same");
        assertThat(papers.of(project.id())).hasSize(2);
    }

    @Test
    void what_is_no_paper_is_refused_with_nothing_kept() {
        Project project = sample.handedOver();
        long before = filesOnDisk();

        assertThat(refused(() -> put(project, "a", new byte[0]))).isEqualTo("scan.empty");
        assertThat(refused(() -> put(project, "a", "#!/bin/sh\nrm -rf /\n".getBytes(StandardCharsets.US_ASCII))))
                .isEqualTo("scan.kind");
        assertThat(refused(() -> put(project, "a", "<html><script>alert(1)</script>".getBytes(StandardCharsets.US_ASCII))))
                .isEqualTo("scan.kind");
        assertThat(refused(() -> put(project, "a", Papers.disguised()))).isEqualTo("scan.unreadable");
        assertThat(refused(() -> put(project, "a", Papers.withScript()))).isEqualTo("scan.active");
        assertThat(refused(() -> put(project, "a", Papers.locked()))).isEqualTo("scan.locked");
        assertThat(refused(() -> put(project, "a", Papers.picture("gif")))).isEqualTo("scan.kind");
        assertThat(refused(() -> put(project, "a", new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff, 0, 1, 2})))
                .isEqualTo("scan.unreadable");
        assertThat(refused(() -> put(project, "a", Papers.picture("png", 9_000, 8_000)))).isEqualTo("scan.pixels");
        assertThat(refused(() -> put(project, "a", new byte[(HandoverPapers.MEGABYTES << 20) + 1]))).isEqualTo("scan.large");
        assertThat(refused(() -> put(project, " ", Papers.pdf("untitled")))).isEqualTo("handover.paper.title.missing");
        assertThat(refused(() -> papers.put(planner, NewPaper.ofAcceptance(-7, "a", "a"),
                new ByteArrayInputStream(Papers.pdf("nowhere"))))).isEqualTo("handover.paper.record");
        assertThat(refused(() -> papers.put(sample.people.engineer(), NewPaper.ofAcceptance(acceptance(project), "a", "a"),
                new ByteArrayInputStream(Papers.pdf("by another"))))).isEqualTo("refused.role");

        assertThat(papers.of(project.id())).isEmpty();
        assertThat(filesOnDisk()).isEqualTo(before);
    }

    @Test
    void check_tells_a_file_that_is_missing_from_one_that_was_changed() throws IOException {
        Project project = sample.handedOver();
        byte[] gone = Papers.pdf("gone " + project.code());
        long first = put(project, "Changed", Papers.pdf("changed " + project.code()));
        HandoverPaperCheck check = new HandoverPaperCheck(jdbi, files);
        String hash = papers.of(project.id()).getFirst().sha256();
        long second = put(project, "Gone", gone);
        assertThat(check.findings()).isEmpty();

        Path folder = directory.resolve("handover-papers");
        Path kept = folder.resolve(hash.substring(0, 2)).resolve(hash);
        byte[] sealed = Files.readAllBytes(kept);
        sealed[sealed.length / 2] ^= 1;
        Files.write(kept, sealed);
        String other = Sha256.hex(gone);
        byte[] whole = Files.readAllBytes(folder.resolve(other.substring(0, 2)).resolve(other));
        Files.delete(folder.resolve(other.substring(0, 2)).resolve(other));
        assertThat(check.findings()).extracting(Finding::key, finding -> finding.parameters()[1])
                .containsExactlyInAnyOrder(tuple("check.paper.damaged", String.valueOf(first)),
                        tuple("check.paper.missing", String.valueOf(second)));
        assertThat(refused(() -> papers.read(planner, second))).isEqualTo("handover.paper.lost");

        sealed[sealed.length / 2] ^= 1;
        Files.write(kept, sealed);
        Files.write(folder.resolve(other.substring(0, 2)).resolve(other), whole);
        assertThat(check.findings()).isEmpty();
    }

    @Test
    void the_papers_of_a_project_are_listed_in_one_statement() {
        Project project = sample.handedOver();
        put(project, "One", Papers.pdf("one " + project.code()));
        put(project, "Two", Papers.pdf("two " + project.code()));
        try (StatementCount count = StatementCount.of(jdbi)) {
            assertThat(papers.of(project.id())).hasSize(2);
            assertThat(count.statements()).hasSize(1);
        }
    }
}
