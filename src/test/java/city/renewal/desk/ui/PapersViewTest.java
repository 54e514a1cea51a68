package city.renewal.desk.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static org.assertj.core.api.Assertions.assertThat;

import city.renewal.testing.People;
import city.renewal.testing.SmallPlan;
import city.renewal.testing.ViewTest;
import com.github.mvysny.kaributesting.v10.DownloadKt;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Anchor;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PapersViewTest extends ViewTest {

    /** A Wednesday. */
    private static final LocalDate TODAY = SmallPlan.START.plusDays(9);

    @BeforeEach
    void openPage() {
        People people = People.join(services());
        clock.moveTo(TODAY);
        SmallPlan.add(services(), people.planner(), "PAPER");
        signIn(people.viewer());
        open("desk/plan/PAPER/papers");
    }

    @Test
    void proposes_the_day_the_week_and_the_month_and_hands_over_what_was_chosen() {
        assertThat(days()).extracting(DatePicker::getValue).containsExactly(TODAY, TODAY, TODAY.minusDays(2),
                TODAY.plusDays(4), LocalDate.of(2026, 3, 1), LocalDate.of(2026, 3, 31));
        assertThat(page()).contains(translated("paper.kind.diary"), translated("paper.about.quantities"));

        byte[] diary = DownloadKt._download(files().getFirst());

        assertThat(new String(diary, 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
    }

    @Test
    void offers_no_file_of_days_that_will_not_do() {
        DatePicker to = days().get(1);
        to.setValue(TODAY.minusDays(1));

        assertThat(to.isInvalid()).isTrue();
        assertThat(to.getErrorMessage()).isEqualTo(translated("paper.period.unusable", 366));
        assertThat(files().get(0).isEnabled()).isFalse();
        assertThat(files().get(2).isEnabled()).isTrue();

        to.setValue(TODAY);

        assertThat(to.isInvalid()).isFalse();
        assertThat(files().get(0).isEnabled()).isTrue();
    }

    private List<DatePicker> days() {
        return _find(DatePicker.class);
    }

    private List<Anchor> files() {
        return _find(Anchor.class, spec -> spec.withClasses("paper-file"));
    }
}
