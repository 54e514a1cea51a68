package city.renewal.site.photo;

import static org.assertj.core.api.Assertions.assertThat;

import city.renewal.app.Services;
import city.renewal.site.finding.FindingAction;
import city.renewal.site.finding.FindingPhotos;
import city.renewal.site.finding.FindingStep;
import city.renewal.site.finding.Findings;
import city.renewal.site.finding.NewFinding;
import city.renewal.site.finding.SiteFinding;
import city.renewal.testing.OnEachDatabase;
import city.renewal.testing.People;
import city.renewal.testing.PublicSample;
import city.renewal.testing.SmallPlan;
import city.renewal.testing.TestClock;
import city.renewal.testing.TestDatabase;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Photos of findings go the way of all photos, and never to the public. */
@OnEachDatabase
class FindingPhotosTest {

    private final Services services;
    private final TestDatabase database;
    private final Photos photos;
    private final Findings findings;
    private final People people;
    private final long project;
    private final long party;

    FindingPhotosTest(TestDatabase database) {
        this.database = database;
        services = database.services(TestClock.at(SmallPlan.START));
        photos = services.get(Photos.class);
        findings = services.get(Findings.class);
        PublicSample sample = new PublicSample(services);
        people = sample.people();
        project = sample.compound("R" + Math.abs(System.nanoTime() % 1_000_000_000), "Compound", "Street").project().id();
        party = findings.parties(project).getFirst().id();
    }

    @AfterEach
    void stopWorker() {
        services.get(PhotoCopies.class).close();
    }

    /** Raised with one photo and put right with the other. */
    private SiteFinding rectified(ReceivedPhoto before, ReceivedPhoto after) {
        SiteFinding raised = findings.raise(people.supervisor(), new NewFinding(project, "quality", "major", "Crack", null,
                null, party, null, List.of(before), null));
        SiteFinding rectified = findings.rectify(people.engineer(),
                new FindingAction(raised.id(), 1, "Filled", List.of(after, after), null));
        services.get(PhotoCopies.class).finish();
        return rectified;
    }

    private ReceivedPhoto photo(int seed) {
        return FindingPhotos.received(photos, people.engineer(), seed);
    }

    @Test
    void are_copied_once_a_step_and_shown_to_staff_alone() {
        SiteFinding finding = rectified(photo(11), photo(12));

        Map<Long, List<Photo>> byStep = photos.ofFinding(finding.id());
        List<FindingStep> steps = findings.steps(finding.id());
        Photo before = byStep.get(steps.getFirst().id()).getFirst();
        assertThat(byStep.get(steps.getLast().id())).hasSize(1);
        Photo after = byStep.get(steps.getLast().id()).getFirst();
        assertThat(before.stage()).isEqualTo(PhotoStage.BEFORE);
        assertThat(after.stage()).isEqualTo(PhotoStage.AFTER);
        assertThat(after.state()).isEqualTo(PhotoState.READY);
        assertThat(after.warnings(TestClock.at(SmallPlan.START).getZone())).containsExactly(PhotoWarning.NO_TIME);
        for (PhotoCopy copy : PhotoCopy.values()) {
            assertThat(photos.copy(after.id(), copy, people.viewer())).isPresent();
            assertThat(photos.copy(after.id(), copy, null)).as("for somebody who has not signed in").isEmpty();
        }
    }

    @Test
    void are_part_of_the_check() throws Exception {
        SiteFinding finding = rectified(photo(13), photo(14));
        PhotoFiles files = new PhotoFiles(database.database().directory());
        assertThat(new PhotoCheck(database.jdbi(), files).findings()).isEmpty();

        Photo lost = photos.ofFinding(finding.id()).values().iterator().next().getFirst();
        byte[] bytes = Files.readAllBytes(files.original(lost.sha256()));
        Files.delete(files.original(lost.sha256()));

        assertThat(new PhotoCheck(database.jdbi(), files).findings()).singleElement()
                .satisfies(found -> assertThat(found.key()).isEqualTo("check.photo.missing"));
        Files.write(files.original(lost.sha256()), bytes);
    }

    @Test
    void used_before_and_after_are_noticed() {
        SiteFinding finding = rectified(photo(15), photo(15));

        assertThat(photos.matchesOfFinding(finding.id())).hasSize(2).allSatisfy((photo, matches) ->
                assertThat(matches).singleElement().satisfies(match -> {
                    assertThat(match.sameBytes()).isTrue();
                    assertThat(match.otherFindingId()).isEqualTo(finding.id());
                    assertThat(match.otherReportId()).isNull();
                }));
    }
}
