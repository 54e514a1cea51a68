package city.renewal.desk.ui;

import static com.github.mvysny.kaributesting.v10.GridKt._getCellComponent;
import static com.github.mvysny.kaributesting.v10.GridKt._size;
import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import city.renewal.account.Actor;
import city.renewal.account.Role;
import city.renewal.project.PostedParty;
import city.renewal.site.finding.FindingAction;
import city.renewal.site.finding.FindingFilter;
import city.renewal.site.finding.FindingPhotos;
import city.renewal.site.finding.FindingRules;
import city.renewal.site.finding.FindingState;
import city.renewal.site.finding.Findings;
import city.renewal.site.finding.NewFinding;
import city.renewal.site.finding.SiteFinding;
import city.renewal.site.finding.ui.FindingStepForm;
import city.renewal.site.photo.PhotoCopies;
import city.renewal.site.photo.Photos;
import city.renewal.site.photo.ReceivedPhoto;
import city.renewal.site.photo.ui.PhotoField;
import city.renewal.testing.People;
import city.renewal.testing.PublicSample;
import city.renewal.testing.SmallPlan;
import city.renewal.testing.StatementCount;
import city.renewal.testing.ViewTest;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.provider.Query;
import com.vaadin.flow.router.RouterLink;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FindingViewsTest extends ViewTest {

    private People people;
    private SmallPlan plan;
    private SmallPlan other;

    @BeforeEach
    void addProjects() {
        PublicSample sample = new PublicSample(services());
        people = sample.people();
        plan = sample.compound("SMALL", "Compound SMALL", "First street");
        other = sample.compound("OTHER", "Compound OTHER", "First street");
    }

    private Findings findings() {
        return service(Findings.class);
    }

    private ReceivedPhoto photo(int seed) {
        return FindingPhotos.received(service(Photos.class), people.engineer(), seed);
    }

    private SiteFinding raise(SmallPlan of, String kind, String what, @Nullable LocalDate dueOn) {
        return findings().raise(people.supervisor(), new NewFinding(of.project().id(), kind, "minor", what, null, null,
                findings().parties(of.project().id()).getFirst().id(), dueOn, List.of(photo(1)), null));
    }

    private SiteFinding rectify(SiteFinding finding) {
        return findings().rectify(people.engineer(), new FindingAction(finding.id(), finding.steps(), "Done",
                List.of(photo(2)), null));
    }

    @SuppressWarnings("unchecked")
    private static Grid<SiteFinding> grid() {
        return _get(Grid.class);
    }

    private static void press(String id) {
        _click(_get(Button.class, spec -> spec.withId(id)));
    }

    @Test
    void the_list_shows_what_its_address_asks_for() {
        raise(plan, "safety", "No rail", TODAY);
        raise(other, "quality", "Crack", TODAY.plusDays(5));
        findings().close(people.supervisor(), new FindingAction(rectify(raise(plan, "orderly", "Rubble", null)).id(), 2,
                null, List.of(), null));
        signIn(people.viewer());

        open("desk/findings");
        assertThat(_size(grid())).as("what is not closed").isEqualTo(2);
        assertThat(_find(RouterLink.class)).noneMatch(link -> link.getText().equals(translated("finding.raise")));
        open("desk/findings?project=SMALL&state=all");
        assertThat(_size(grid())).isEqualTo(2);
        open("desk/findings?kind=quality&party=First+Builders");
        assertThat(_size(grid())).isEqualTo(1);
        assertThat(textOf(_getCellComponent(grid(), 0, FindingsView.WHAT))).contains("Crack", "质量 · 一般");
        open("desk/findings?overdue=handler");
        assertThat(_size(grid())).isZero();
        open("desk/findings?project=NONE&state=never&kind=magic&overdue=soon");
        assertThat(_size(grid())).isZero();

        clock.moveTo(TODAY.plusDays(2));
        open("desk/findings?overdue=manager");
        assertThat(_size(grid())).isEqualTo(1);
    }

    @Test
    void every_page_needs_few_statements_however_many_findings_there_are() {
        ReceivedPhoto photo = photo(1);
        service(PhotoCopies.class).close();
        long last = 0;
        for (int number = 0; number < 60; number++) {
            SmallPlan of = number % 2 == 0 ? plan : other;
            last = findings().raise(people.supervisor(), new NewFinding(of.project().id(), "quality", "minor",
                    "Wrong " + number, null, null, null, null, List.of(photo), null)).id();
        }
        signIn(people.supervisor());
        open("desk");
        receivePush();
        for (String address : List.of("desk/findings", "desk/findings?project=SMALL&state=all&kind=quality",
                "desk/findings?view=projects", "desk/findings?view=parties", "desk/finding/" + last,
                "desk/findings/new?project=SMALL")) {
            try (StatementCount count = countStatements()) {
                open(address);
                if (address.startsWith("desk/findings") && !address.contains("view") && !address.contains("new")) {
                    grid().getDataProvider().fetch(new Query<>(0, 50, List.of(), null, null)).count();
                }
                assertThat(count.statements()).as(address + String.join("\n", count.statements()))
                        .hasSizeLessThanOrEqualTo(6);
            }
        }
    }

    @Test
    void counts_are_by_project_and_by_party() {
        raise(plan, "safety", "No rail", TODAY);
        rectify(raise(plan, "quality", "Crack", null));
        raise(other, "quality", "Damp", null);
        clock.moveTo(TODAY.plusDays(1));
        signIn(people.viewer());

        open("desk/findings?view=projects");
        assertThat(textOf(_get(NativeTable.class))).contains("Compound SMALL 0 1 1 0 1 0 0", "Compound OTHER 0 1 0 0 0 0 0");
        open("desk/findings?view=parties");
        assertThat(textOf(_get(NativeTable.class))).contains("First Builders 0 2 1 0 1 0 0");
    }

    @Test
    @SuppressWarnings("unchecked")
    void the_form_says_at_each_field_what_is_missing_and_proposes_the_due_date() {
        signIn(people.supervisor());
        open("desk/findings/new?project=SMALL&task=" + plan.pipes());
        assertThat(_get(ComboBox.class, spec -> spec.withLabel(translated("finding.task"))).getValue()).isNotNull();
        PostedParty party = (PostedParty) _get(ComboBox.class, spec -> spec.withLabel(translated("finding.party")))
                .getValue();
        assertThat(party.role()).isEqualTo("contractor");

        press("send");

        RadioButtonGroup<FindingRules.Kind> kind = _get(RadioButtonGroup.class,
                spec -> spec.withLabel(translated("finding.kind")));
        TextArea what = _get(TextArea.class);
        assertThat(kind.isInvalid()).isTrue();
        assertThat(what.isInvalid()).isTrue();
        assertThat(textOf(_get(PhotoField.class))).contains(translated("finding.photo.missing"));
        assertThat(findings().count(FindingFilter.OPEN)).isZero();

        kind.setValue(service(FindingRules.class).kind("safety"));
        assertThat(_get(DatePicker.class).getValue()).as("three days").isEqualTo(TODAY.plusDays(3));
    }

    @Test
    void each_reader_is_offered_the_steps_of_their_role() {
        SiteFinding finding = raise(plan, "safety", "No rail", null);

        assertThat(offered(people.engineer(), finding)).containsExactly("do-rectify");
        assertThat(offered(people.planner(), finding)).containsExactly("do-rectify", "do-assign");
        assertThat(offered(people.supervisor(), finding)).containsExactly("do-assign");
        assertThat(offered(people.viewer(), finding)).isEmpty();
        rectify(finding);
        assertThat(offered(people.engineer(), finding)).isEmpty();
        assertThat(offered(people.supervisor(), finding)).containsExactly("do-close", "do-reopen");
    }

    private List<String> offered(Actor reader, SiteFinding finding) {
        signIn(reader);
        open("desk");
        open("desk/finding/" + finding.id());
        return _find(Button.class).stream().flatMap(button -> button.getId().stream())
                .filter(id -> id.startsWith("do-")).toList();
    }

    @Test
    void a_supervisor_gives_back_with_a_reason_and_then_closes() {
        SiteFinding finding = rectify(raise(plan, "safety", "No rail", null));
        signIn(people.supervisor());
        open("desk/finding/" + finding.id());

        press("do-reopen");
        press("step-send");
        assertThat(_get(TextArea.class).isInvalid()).isTrue();
        _get(TextArea.class).setValue("Too low");
        _get(DatePicker.class).setValue(TODAY.plusDays(2));
        press("step-send");
        assertThat(page()).contains("Too low", translated("finding.act.reopen"), translated("finding.state.assigned"));
        _assertNone(FindingStepForm.class);

        rectify(findings().get(finding.id()));
        receivePush();
        press("do-close");
        press("step-send");
        assertThat(findings().get(finding.id()).state()).isEqualTo(FindingState.CLOSED);
        assertThat(page()).contains(translated("finding.act.close"));
    }

    @Test
    @SuppressWarnings("unchecked")
    void the_second_of_two_is_told_and_keeps_what_was_typed() {
        SiteFinding finding = raise(plan, "safety", "No rail", null);
        signIn(people.planner());
        open("desk/finding/" + finding.id());
        press("do-assign");
        _get(TextArea.class).setValue("Other party");
        _get(Select.class).setValue(findings().parties(plan.project().id()).getLast());

        rectify(finding);
        receivePush();
        press("step-send");

        assertThat(_get(TextArea.class).getErrorMessage()).isEqualTo(translated("finding.changed", "The engineer"));
        assertThat(_get(TextArea.class).getValue()).isEqualTo("Other party");
        assertThat(findings().get(finding.id()).state()).isEqualTo(FindingState.RECTIFIED);
    }

    @Test
    void rectifying_without_a_photo_says_so_at_the_photos() {
        SiteFinding finding = raise(plan, "safety", "No rail", null);
        signIn(people.engineer());
        open("desk/finding/" + finding.id());

        press("do-rectify");
        _get(TextArea.class).setValue("Rail put up");
        press("step-send");

        assertThat(textOf(_get(PhotoField.class))).contains(translated("finding.photo.missing"));
        assertThat(findings().get(finding.id()).state()).isEqualTo(FindingState.ASSIGNED);
    }

    @Test
    void pages_are_closed_to_those_who_may_not_enter() {
        SiteFinding finding = raise(plan, "safety", "Rail that nobody may see", null);
        for (String address : List.of("desk/findings", "desk/finding/" + finding.id(), "desk/findings/new")) {
            open(address);
            assertThat(page()).as(address).doesNotContain("Rail that nobody may see");
            _assertNone(TextArea.class);
        }
        signIn(people.engineer());
        open("desk");
        open("desk/findings/new");
        _assertNone(TextArea.class);
        open("desk/finding/9999");
        assertThat(page()).contains(translated("finding.unknown", "9999"));
    }

    @Test
    void my_work_shows_each_role_what_waits_for_it_and_the_projects_what_is_overdue() {
        SiteFinding finding = raise(plan, "safety", "No rail", TODAY);
        assertThat(myWork(people.engineer())).contains("No rail", translated("my-work.findings.rectify"));
        assertThat(myWork(people.supervisor())).doesNotContain("No rail");
        assertThat(myWork(people.planner())).doesNotContain("No rail");

        clock.moveTo(TODAY.plusDays(2));
        assertThat(myWork(people.planner())).contains("No rail", translated("my-work.findings.manager"));
        assertThat(myWork(people.viewer())).doesNotContain("No rail");
        open("desk/projects");
        assertThat(textOf(_getCellComponent(_get(Grid.class), 0, ProjectsView.STATE)))
                .as("of the project that comes first").contains(translated("finding.overdue.count", 1));
        clock.moveTo(TODAY.plusDays(7));
        assertThat(myWork(people.viewer())).contains("No rail", translated("my-work.findings.officer"),
                translated("finding.overdue", 7));
        assertThat(myWork(new Actor(0, "officer", "Officer", Role.OFFICER))).contains("No rail",
                translated("my-work.findings.officer"));

        rectify(finding);
        assertThat(myWork(people.viewer())).doesNotContain("No rail");
        assertThat(myWork(people.supervisor())).contains("No rail", translated("my-work.findings.check"));
    }

    private String myWork(Actor reader) {
        signIn(reader);
        open("desk/projects");
        open("desk");
        return page();
    }
}
