package city.renewal.desk.ui;

import static com.github.mvysny.kaributesting.v10.GridKt._size;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import city.renewal.base.Messages;
import city.renewal.gantt.ui.GanttChart;
import city.renewal.plan.interchange.PlanImports;
import city.renewal.plan.interchange.UnreadableFileException;
import city.renewal.project.Projects;
import city.renewal.testing.People;
import city.renewal.testing.ViewTest;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.textfield.TextField;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ImportPreviewCardTest extends ViewTest {

    private static final Path FILE = Path.of("src/test/resources/schedules/compound.gan");

    @BeforeEach
    void preview() throws UnreadableFileException {
        People people = People.join(services());
        signIn(people.planner());
        open("desk");
        PlanImports imports = service(PlanImports.class);
        UI.getCurrent().add(new ImportPreviewCard(imports, imports.preview(FILE, "compound.gan"), people.planner(),
                service(Messages.class)));
    }

    private static ImportPreviewCard card() {
        return _get(ImportPreviewCard.class);
    }

    @Test
    void shows_what_would_be_created_and_writes_nothing() {
        assertThat(textOf(card())).contains(translated("import.preview.title", "compound.gan"));
        assertThat(_size(_get(card(), Grid.class))).isPositive();
        assertThat(service(Projects.class).all()).isEmpty();
    }

    @Test
    void stores_it_under_the_code_and_name_that_were_given() {
        _get(card(), TextField.class, spec -> spec.withLabel(translated("import.code"))).setValue("STORED");
        _get(card(), TextField.class, spec -> spec.withLabel(translated("import.name"))).setValue("Fifth compound");

        _click(_get(card(), Button.class, spec -> spec.withText(translated("import.store"))));

        assertThat(service(Projects.class).find("STORED")).hasValueSatisfying(project ->
                assertThat(project.name()).isEqualTo("Fifth compound"));
        assertThat(_get(GanttChart.class).rows()).isNotEmpty();
    }

    @Test
    void leaves_it_when_told_so() {
        _click(_get(card(), Button.class, spec -> spec.withText(translated("import.leave"))));

        assertThat(_find(ImportPreviewCard.class)).isEmpty();
        assertThat(service(Projects.class).all()).isEmpty();
    }
}
