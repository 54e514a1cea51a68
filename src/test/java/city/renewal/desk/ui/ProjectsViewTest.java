package city.renewal.desk.ui;

import static com.github.mvysny.kaributesting.v10.GridKt._get;
import static com.github.mvysny.kaributesting.v10.GridKt._getCellComponent;
import static com.github.mvysny.kaributesting.v10.GridKt._size;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import city.renewal.programme.ProjectLine;
import city.renewal.testing.PublicViewTest;
import city.renewal.testing.SmallPlan;
import city.renewal.testing.StatementCount;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ProjectsViewTest extends PublicViewTest {

    @BeforeEach
    void signIn() {
        signIn(sample.people().viewer());
    }

    @Test
    void shows_progress_promise_and_state_of_every_project_the_most_urgent_first() {
        sample.project("B01", "Closed", "友谊路街", false);
        SmallPlan late = sample.compound("C01", "示例里", "越秀路街");
        sample.confirmed(late.pipes(), DAY.minusDays(1), "50");

        open("desk/projects");

        assertThat(codes()).containsExactly("C01", "B01");
        assertThat(textOf(_getCellComponent(grid(), 0, ProjectsView.NAME))).contains("示例里", "越秀路街");
        assertThat(_getCellComponent(grid(), 0, ProjectsView.PROGRESS)).satisfies(progress ->
                assertThat(textOf(progress)).contains("已完成 33% · 按承诺应为 53%"));
        assertThat(textOf(_getCellComponent(grid(), 0, ProjectsView.STATE))).contains("晚 3 天");
        assertThat(page()).contains("共 2 个项目");
    }

    @Test
    void is_filtered_by_the_address_and_searched_in_both_languages() {
        sample.compound("C01", "示例里", "越秀路街");
        sample.compound("C02", "云示花园", "友谊路街");

        open("desk/projects?street=友谊路街");
        assertThat(codes()).containsExactly("C02");
        assertThat(_get(ComboBox.class, spec -> spec.withValue("友谊路街"))).isNotNull();

        open("desk/projects?state=finished");
        assertThat(codes()).isEmpty();

        open("desk/projects?q=yuexiu");
        assertThat(codes()).containsExactly("C01");
        assertThat(_get(TextField.class, spec -> spec.withId("search")).getValue()).isEqualTo("yuexiu");
    }

    @Test
    void calls_streets_and_projects_by_their_english_names() {
        read(Locale.ENGLISH);
        signIn(sample.people().viewer());
        sample.compound("C01", "示例里", "越秀路街");

        open("desk/projects");

        assertThat(textOf(_getCellComponent(grid(), 0, ProjectsView.NAME)))
                .contains("示例里 EN", "Yuexiu Road Subdistrict");
    }

    @Test
    void needs_at_most_six_statements_however_many_projects_there_are() {
        for (int number = 0; number < 8; number++) {
            sample.compound("C" + number, "Compound " + number, "First street");
        }

        receivePush();
        try (StatementCount count = countStatements()) {
            open("desk/projects");
            assertThat(_size(grid())).isEqualTo(8);
            assertThat(count.statements()).hasSizeLessThanOrEqualTo(6);
        }
    }

    @SuppressWarnings("unchecked")
    private static Grid<ProjectLine> grid() {
        return _get(Grid.class);
    }

    private static List<String> codes() {
        return IntStream.range(0, _size(grid())).mapToObj(row -> _get(grid(), row).code()).toList();
    }
}
