package city.renewal.plan.interchange;

import static org.assertj.core.api.Assertions.assertThat;

import city.renewal.app.Services;
import city.renewal.plan.PlanEditing;
import city.renewal.plan.PlanOutlining;
import city.renewal.plan.PlanSnapshot;
import city.renewal.plan.Plans;
import city.renewal.plan.Task;
import city.renewal.plan.TaskInput;
import city.renewal.plan.TreePlace;
import city.renewal.project.Project;
import city.renewal.testing.OnEachDatabase;
import city.renewal.testing.PublicSample;
import city.renewal.testing.SmallPlan;
import city.renewal.testing.TestClock;
import city.renewal.testing.TestDatabase;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A plan that is there already is brought up to what a file says. */
@OnEachDatabase
class PlanUpdateTest {

    @TempDir
    private Path folder;

    private final PlanImports imports;
    private final PlanExports exports;
    private final Plans plans;
    private final PlanEditing editing;
    private final PlanOutlining outlining;
    private final PublicSample sample;

    PlanUpdateTest(TestDatabase database) {
        Services services = database.services(TestClock.at(LocalDate.of(2026, 3, 7)));
        imports = services.get(PlanImports.class);
        exports = services.get(PlanExports.class);
        plans = services.get(Plans.class);
        editing = services.get(PlanEditing.class);
        outlining = services.get(PlanOutlining.class);
        sample = new PublicSample(services);
    }

    @ParameterizedTest
    @ValueSource(strings = {"compound.xml", "compound-gbk.xer", "compound.pmxml", "compound-gbk.mpx", "compound.gan",
            "six-jobs.sm"})
    void the_same_file_again_changes_nothing(String name) throws Exception {
        ImportPreview preview = imports.preview(TestFiles.own(name), name);
        String code = imports.store(sample.people().planner(), preview, null, name).code();

        PlanUpdate again = imports.compare(preview, code).orElseThrow();

        assertThat(again.isEmpty()).as("%s", again).isTrue();
    }

    @Test
    void a_plan_given_away_and_brought_back_is_the_same() throws Exception {
        SmallPlan plan = sample.compound("AWAY", "Away", "First street");
        sample.confirmed(plan.pipes(), LocalDate.of(2026, 3, 5), "40");

        PlanUpdate back = imports.compare(exported(plan.project()), "AWAY").orElseThrow();

        assertThat(back.isEmpty()).as("%s", back).isTrue();
    }

    @Test
    void what_the_file_says_is_taken_and_what_was_reported_stays() throws Exception {
        SmallPlan plan = sample.compound("BACK", "Back", "First street");
        Project project = plan.project();
        outlining.add(sample.people().planner(), project.id(), TreePlace.after(plan.paving()), TaskInput.work(9, "Lamps", 960));
        change(plan.paving(), task(plan.paving()).input().withDuration(4_800));
        ImportPreview file = exported(project);
        editing.undo(sample.people().planner(), project.id());
        editing.undo(sample.people().planner(), project.id());
        sample.confirmed(plan.pipes(), LocalDate.of(2026, 3, 5), "40");
        outlining.add(sample.people().planner(), project.id(), TreePlace.after(plan.paving()), TaskInput.work(9, "Only here", 480));

        PlanUpdate update = imports.update(sample.people().planner(), file, "BACK");

        assertThat(update.added()).containsExactly("Lamps");
        assertThat(update.changed()).containsExactly(
                new PlanUpdate.Changed("Paving", Set.of(PlanUpdate.Field.DURATION)));
        assertThat(update.dropped()).containsExactly(new PlanUpdate.Dropped("Only here", false));
        PlanSnapshot after = plans.read(project.id());
        assertThat(after.tasks()).extracting(Task::name).containsExactly("Outside works", "Pipes", "Paving", "Lamps");
        assertThat(task(plan.pipes()).progress().confirmedQuantity()).isEqualByComparingTo("40");
        assertThat(task(plan.paving()).input().durationMinutes()).isEqualTo(4_800);
        assertThat(imports.compare(file, "BACK").orElseThrow().isEmpty()).isTrue();

        editing.undo(sample.people().planner(), project.id());
        assertThat(plans.read(project.id()).tasks()).extracting(Task::name)
                .containsExactly("Outside works", "Pipes", "Paving", "Only here");
    }

    @Test
    void a_reported_task_that_the_file_no_longer_has_is_archived_with_its_reports() throws Exception {
        SmallPlan plan = sample.compound("GONE", "Gone", "First street");
        sample.confirmed(plan.paving(), LocalDate.of(2026, 3, 5), "10");
        ImportPreview whole = exported(plan.project());
        PlanDocument document = without(whole.placement().document(), plan.paving());
        ImportPreview file = new ImportPreview("without.xml", document,
                new Placement(document, whole.placement().schedule(), 0, 0, 0, List.of()));

        PlanUpdate update = imports.update(sample.people().planner(), file, "GONE");

        assertThat(update.dropped()).containsExactly(new PlanUpdate.Dropped("Paving", true));
        editing.undo(sample.people().planner(), plan.project().id());
        assertThat(task(plan.paving()).progress().confirmedQuantity()).isEqualByComparingTo("10");
    }

    private static PlanDocument without(PlanDocument document, long uid) {
        return new PlanDocument(document.format(), document.title(), document.start(), document.statusDate(),
                document.defaultCalendar(), document.calendars(),
                document.tasks().stream().filter(task -> task.uid() != uid).toList(),
                document.links().stream().filter(link -> link.predecessor() != uid && link.successor() != uid).toList(),
                List.of());
    }

    private ImportPreview exported(Project project) throws Exception {
        Path file = Files.createTempFile(folder, "plan", ".xml");
        try (OutputStream out = Files.newOutputStream(file)) {
            exports.write(project, ExportFormat.MSPDI, Locale.ENGLISH, out);
        }
        return imports.preview(file, "plan.xml");
    }

    private void change(long id, TaskInput input) {
        Task task = task(id);
        editing.change(sample.people().planner(), plans.task(id).projectId(), id, task.version(), input);
    }

    private Task task(long id) {
        return plans.task(id).task();
    }
}
