package city.renewal.desk.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import city.renewal.project.Datum;
import city.renewal.project.ProjectPoint;
import city.renewal.project.Projects;
import city.renewal.testing.People;
import city.renewal.testing.SmallPlan;
import city.renewal.testing.ViewTest;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.IntegerField;
import java.math.BigDecimal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PhotosViewTest extends ViewTest {

    private People people;
    private SmallPlan plan;

    @BeforeEach
    void addPlan() {
        people = People.join(services());
        clock.moveTo(SmallPlan.START.plusDays(2));
        plan = SmallPlan.add(services(), people.planner(), "PHOTOS");
    }

    @Test
    void lets_a_planner_say_where_the_project_lies() {
        signIn(people.planner());
        open("desk/plan/PHOTOS/photos");
        assertThat(page()).contains(translated("project.point.none"), translated("photo.pair.none"));

        set("39.1", "117.2", 5);
        _click(_get(Button.class, spec -> spec.withText(translated("project.point.save"))));
        assertThat(page()).contains(translated("project.point.reach", 10, 50_000));
        set("39.1", "117.2", 500);
        _click(_get(Button.class, spec -> spec.withText(translated("project.point.save"))));

        assertThat(service(Projects.class).point(plan.project().id())).contains(new ProjectPoint(
                new BigDecimal("39.100000"), new BigDecimal("117.200000"), Datum.GCJ_02, 500));
        assertThat(page()).contains(translated("project.datum.gcj-02")).doesNotContain(translated(
                "project.point.demonstration"));
    }

    @SuppressWarnings("unchecked")
    private static void set(String latitude, String longitude, int reach) {
        _find(BigDecimalField.class).get(0).setValue(new BigDecimal(latitude));
        _find(BigDecimalField.class).get(1).setValue(new BigDecimal(longitude));
        _get(Select.class).setValue(Datum.GCJ_02);
        _get(IntegerField.class).setValue(reach);
    }

    @Test
    void shows_others_the_place_without_a_form() {
        service(Projects.class).setPoint(people.planner(), "PHOTOS", new ProjectPoint(
                new BigDecimal("39.1"), new BigDecimal("117.2"), Datum.WGS_84, 300));
        signIn(people.supervisor());
        open("desk/plan/PHOTOS/photos");

        assertThat(page()).contains("39.100000", translated("project.datum.wgs-84"));
        assertThat(_find(BigDecimalField.class)).isEmpty();
    }
}
