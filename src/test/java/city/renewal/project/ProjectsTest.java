package city.renewal.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.renewal.account.Actor;
import city.renewal.app.Services;
import city.renewal.base.Refusal;
import city.renewal.testing.OnEachDatabase;
import city.renewal.testing.People;
import city.renewal.testing.TestClock;
import city.renewal.testing.TestDatabase;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

@OnEachDatabase
class ProjectsTest {

    private final Projects projects;
    private final Actor planner;
    private final Actor viewer;

    ProjectsTest(TestDatabase database) {
        Services services = database.services(TestClock.at(LocalDate.of(2026, 3, 2)));
        projects = services.get(Projects.class);
        People people = People.join(services);
        planner = people.planner();
        viewer = people.viewer();
    }

    @Test
    void keeps_everything_that_a_project_is_made_of() {
        Project made = projects.add(planner, new NewProject("zj-1", "road", "珠江道", "Zhujiang Road", "珠江道", null,
                "works", true, true, false,
                List.of(new Measure("length", new BigDecimal("6.6"), "km")),
                List.of(new StageDate("design", LocalDate.of(2025, 9, 1), LocalDate.of(2025, 9, 3)),
                        new StageDate("works", LocalDate.of(2026, 3, 2), null)),
                List.of(new Party("contractor", "Contractor", "Wang", "022-1234")),
                List.of(new NewPlace("section", "K0+000", "K0+000 – K0+600", null, BigDecimal.ZERO,
                        new BigDecimal("600")))));

        assertThat(projects.get("ZJ-1")).isEqualTo(made);
        assertThat(projects.find("zj-1")).contains(made);
        assertThat(made.name()).isEqualTo("珠江道");
        assertThat(made.community()).isNull();
        assertThat(made.guaranteeWorks()).isTrue();
        assertThat(projects.measures(made.id())).singleElement()
                .satisfies(measure -> assertThat(measure.amount()).isEqualByComparingTo("6.6"));
        assertThat(projects.stages(made.id())).containsExactlyInAnyOrder(
                new StageDate("design", LocalDate.of(2025, 9, 1), LocalDate.of(2025, 9, 3)),
                new StageDate("works", LocalDate.of(2026, 3, 2), null));
        assertThat(projects.parties(made.id())).containsExactly(new Party("contractor", "Contractor", "Wang", "022-1234"));
        assertThat(projects.places(made.id())).singleElement()
                .satisfies(place -> assertThat(place.chainageTo()).isEqualByComparingTo("600"));
    }

    @Test
    void chooses_a_code_where_none_is_given() {
        Project first = projects.add(planner, named(null));
        Project second = projects.add(planner, named(null));

        assertThat(first.code()).matches("P\\d+");
        assertThat(second.code()).matches("P\\d+").isNotEqualTo(first.code());
    }

    @Test
    void refuses_codes_kinds_and_stages_that_will_not_do() {
        projects.add(planner, named("TAKEN"));

        assertRefused("project.code.taken", named("taken"));
        assertRefused("project.code.malformed", named("two words"));
        assertRefused("project.code.malformed", named("../etc"));
        assertRefused("project.kind.unknown", NewProject.named("K1", "castle", "Castle", "works"));
        assertRefused("project.stage.unknown", NewProject.named("K2", "road", "Road", "consent"));
        assertThat(projects.find("K1")).isEmpty();
    }

    private void assertRefused(String key, NewProject made) {
        assertThatThrownBy(() -> projects.add(planner, made))
                .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.key()).isEqualTo(key));
    }

    @Test
    void leaves_nothing_of_a_project_that_fails_half_way() {
        NewPlace twice = new NewPlace("building", "B01", "Building 1", null, null, null);
        NewProject broken = new NewProject("HALF", "compound", "Half", null, null, null, "works", false, false, false,
                List.of(), List.of(), List.of(), List.of(twice, twice));

        assertThatThrownBy(() -> projects.add(planner, broken)).isInstanceOf(RuntimeException.class);

        assertThat(projects.find("HALF")).isEmpty();
    }

    @Test
    void opens_to_the_public_and_closes_again() {
        projects.add(planner, named("OPEN"));

        projects.setOpenToPublic(planner, "OPEN", true);
        assertThat(projects.get("OPEN").openToPublic()).isTrue();

        projects.setOpenToPublic(planner, "OPEN", false);
        assertThat(projects.get("OPEN").openToPublic()).isFalse();
    }

    @Test
    void refuses_changes_by_viewers_and_unknown_projects() {
        assertThatThrownBy(() -> projects.add(viewer, named("NOT-MINE")))
                .isInstanceOf(Refusal.class).hasMessage("refused.role");
        assertThatThrownBy(() -> projects.get("NOWHERE"))
                .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.key()).isEqualTo("project.unknown"));
    }

    private static NewProject named(String code) {
        return NewProject.named(code, "compound", "Compound", "works");
    }
}
