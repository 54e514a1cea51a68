package city.renewal.desk.ui;

import static com.github.mvysny.kaributesting.v10.GridKt._get;
import static com.github.mvysny.kaributesting.v10.GridKt._size;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import city.renewal.plan.LinkInput;
import city.renewal.plan.PlanEditing;
import city.renewal.plan.Plans;
import city.renewal.plan.ui.chart.ChartFigure;
import city.renewal.testing.LinePlan;
import city.renewal.testing.People;
import city.renewal.testing.PublicSample;
import city.renewal.testing.SmallPlan;
import city.renewal.testing.StatementCount;
import city.renewal.testing.ViewTest;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.dom.Element;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The road was to be done from 2 to 16 November; today is the 24th and only some of the first pipes are. */
class PlanPagesTest extends ViewTest {

    private PublicSample sample;
    private LinePlan road;

    @BeforeEach
    void addPlan() {
        sample = new PublicSample(services());
        People people = sample.people();
        road = LinePlan.add(services(), people.planner(), "ROAD");
        sample.confirmed(road.pipes(), LinePlan.START, "20");
        sample.confirmed(road.pipes(), LinePlan.START.plusDays(2), "40");
        read(Locale.ENGLISH);
        signIn(people.viewer());
    }

    @ParameterizedTest
    @ValueSource(strings = {"list", "look-ahead", "critical", "s-curve", "milestones", "time-location"})
    void every_page_takes_few_statements_and_has_its_tab(String page) {
        try (StatementCount count = countStatements()) {
            open("desk/plan/ROAD/" + page);
            assertThat(count.statements()).hasSizeLessThanOrEqualTo(6);
        }
        assertThat(page()).contains("Road ROAD", translated("plan.page." + page));
    }

    @ParameterizedTest
    @ValueSource(strings = {"list", "look-ahead", "critical", "s-curve", "milestones", "time-location"})
    void every_page_of_a_project_without_a_plan_says_what_to_do(String page) {
        sample.project("BARE", "Bare", "Street", true);

        open("desk/plan/BARE/" + page);

        assertThat(page()).contains(translated("plan.page.empty"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"s-curve", "milestones", "time-location"})
    void every_chart_is_drawn_and_has_a_table_and_files(String page) {
        open("desk/plan/ROAD/" + page);

        assertThat(drawings()).singleElement().satisfies(svg -> assertThat(svg)
                .startsWith("<svg xmlns=").contains("role=\"img\"", "<title>", "<desc>").endsWith("</svg>")
                .doesNotContain("style=", "<style", "NaN", "!"));
        _click(_get(Button.class, spec -> spec.withId("chart-toggle")));
        assertThat(_find(NativeTable.class)).isNotEmpty();
        assertThat(_find(Anchor.class).stream().map(anchor -> anchor.getElement().getAttribute("download")))
                .contains("ROAD-" + page + ".svg", "ROAD-" + page + ".csv");
    }

    private static List<String> drawings() {
        return _find(ChartFigure.class).stream().flatMap(figure -> elements(figure.getElement())).filter(element -> element.getTag().equals("renewal-chart"))
                .map(element -> element.getProperty("innerHTML")).toList();
    }

    private static Stream<Element> elements(Element root) {
        return Stream.concat(Stream.of(root),
                root.getChildren().filter(child -> !child.isTextNode()).flatMap(PlanPagesTest::elements));
    }

    @Test
    void the_look_ahead_tells_crews_quantities_and_what_they_wait_for() {
        open("desk/plan/ROAD/look-ahead?weeks=4");

        assertThat(page()).contains("24 Nov – 30 Nov", "15 Dec – 21 Dec", "Pipe crew", "Road crew", "40 m",
                translated("look-ahead.waits-for", "Pipes 1", "25 Nov"));
    }

    @Test
    void the_list_is_filtered_by_its_address_and_fields() {
        open("desk/plan/ROAD/list?crew=Road%20crew");
        Grid<PlanLine> grid = _get(Grid.class);
        assertThat(_size(grid)).isEqualTo(2);

        select("list.crew").setValue("");
        select("list.state").setValue(PlanLine.State.UNDER_WAY);
        assertThat(_size(grid)).isEqualTo(1);
        assertThat(_get(grid, 0).task().name()).isEqualTo("Pipes 1");

        _get(TextField.class).setValue("nothing like that");
        assertThat(_size(grid)).isZero();
        assertThat(page()).contains(translated("list.count", 0, 5));
    }

    @Test
    @SuppressWarnings("unchecked")
    void the_list_keeps_its_columns_and_its_order_in_the_address() {
        open("desk/plan/ROAD/list?columns=name.promised.nonsense&sort=-promised");
        Grid<PlanLine> grid = _get(Grid.class);
        assertThat(grid.getColumns().stream().filter(Grid.Column::isVisible).map(Grid.Column::getKey))
                .containsExactly("NAME", "PROMISED");
        assertThat(grid.getSortOrder()).extracting(order -> order.getSorted().getKey() + order.getDirection())
                .containsExactly("PROMISEDDESCENDING");

        open("desk/plan/ROAD/list?columns=nonsense&sort=nonsense");
        grid = _get(Grid.class);
        assertThat(grid.getColumns().stream().filter(Grid.Column::isVisible))
                .hasSameSizeAs(Stream.of(PlanColumn.values()).filter(PlanColumn::usual).toList());
        assertThat(grid.getSortOrder()).isEmpty();
    }

    @SuppressWarnings("unchecked")
    private Select<Object> select(String label) {
        return _get(Select.class, spec -> spec.withLabel(translated(label)));
    }

    @Test
    void the_s_curve_tells_both_indices() {
        open("desk/plan/ROAD/s-curve");

        // 60 of 100 m of one of four tasks are done, all was promised by the 16th.
        assertThat(page()).contains("15%", "0.15");
    }

    @Test
    void crews_in_each_others_way_are_named() {
        LinePlan plan = LinePlan.add(services(), sample.people().planner(), "CLASH");
        service(PlanEditing.class).unlink(sample.people().planner(), plan.project().id(),
                service(Plans.class).read(plan.project().id()).links().stream()
                        .filter(link -> link.predecessorId() == plan.pipes() && link.successorId() == plan.road())
                        .findFirst().map(LinkInput::of).orElseThrow());

        open("desk/plan/CLASH/time-location");

        assertThat(page()).contains("Pipe crew and Road crew are both in K0+000 – K0+600 from 2 Nov on");
    }

    @Test
    void a_compound_has_no_line_to_draw() {
        SmallPlan.add(services(), sample.people().planner(), "SMALL");

        open("desk/plan/SMALL/time-location");

        assertThat(page()).contains(translated("time-location.empty"));
    }

    @Test
    void milestones_are_on_record_from_the_first_confirmed_report_on() {
        open("desk/plan/ROAD/milestones");

        assertThat(drawings().getFirst()).contains("Opened", translated("milestones.whole"));
    }

    @Test
    void a_change_by_somebody_else_shows_at_once() {
        open("desk/plan/ROAD/s-curve");

        sample.confirmed(road.pipes(), LinePlan.START.plusDays(3), "40");
        receivePush();

        assertThat(page()).contains("25%");
    }
}
