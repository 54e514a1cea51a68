package city.renewal.desk.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import city.renewal.testing.People;
import city.renewal.testing.PublicSample;
import city.renewal.testing.SmallPlan;
import city.renewal.testing.StatementCount;
import city.renewal.testing.ViewTest;
import com.vaadin.flow.component.textfield.IntegerField;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CriticalViewTest extends ViewTest {

    private People people;
    private SmallPlan plan;

    @BeforeEach
    void addPlan() {
        people = People.join(services());
        plan = SmallPlan.add(services(), people.planner(), "SMALL");
        read(Locale.ENGLISH);
        signIn(people.viewer());
    }

    @Test
    void tells_the_way_to_the_finish_as_sentences() {
        open("desk/plan/SMALL/critical");

        assertThat(page()).contains("‘Pipes’ starts on 2 Mar because nothing begins before the plan does, on 2 Mar.",
                "‘Paving’ starts on 12 Mar because ‘Pipes’ finishes on 11 Mar.", translated("critical.path.critical"));
    }

    @Test
    void explains_the_task_that_the_address_names() {
        open("desk/plan/SMALL/critical?task=" + plan.paving());

        assertThat(page()).contains(translated("driver.why"), "‘Pipes’ finishes on 11 Mar");
    }

    @Test
    void work_under_way_goes_on_after_the_status_date() {
        new PublicSample(services()).confirmed(plan.pipes(), TODAY, "40");

        open("desk/plan/SMALL/critical?task=" + plan.pipes());

        assertThat(page()).contains("it began on 24 Nov; that is a fact", translated("driver.why.rest"),
                "‘Paving’ starts on 30 Nov because ‘Pipes’ finishes on 29 Nov.");
    }

    @Test
    void the_float_that_counts_as_little_stays_in_the_address() {
        open("desk/plan/SMALL/critical?days=0");

        assertThat(_get(IntegerField.class).getValue()).isZero();
    }

    @Test
    void a_project_without_a_plan_says_what_to_do() {
        new PublicSample(services()).project("BARE", "Bare", "Street", true);

        open("desk/plan/BARE/critical");

        assertThat(page()).contains(translated("plan.none"), translated("plan.page.empty"));
    }

    @Test
    void takes_few_statements() {
        try (StatementCount count = countStatements()) {
            open("desk/plan/SMALL/critical");
            assertThat(count.statements()).hasSizeLessThanOrEqualTo(6);
        }
    }
}
