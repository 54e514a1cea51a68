package city.renewal.desk.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import city.renewal.base.ui.DateField;
import city.renewal.matter.ui.MatterStepForm;
import city.renewal.project.Place;
import city.renewal.project.Project;
import city.renewal.project.Projects;
import city.renewal.project.handover.HandoverPapers;
import city.renewal.project.handover.HandoverSample;
import city.renewal.project.handover.Handovers;
import city.renewal.project.handover.NewAcceptance;
import city.renewal.project.handover.NewPaper;
import city.renewal.project.handover.Warranties;
import city.renewal.project.handover.Warranty;
import city.renewal.project.handover.WarrantyWork;
import city.renewal.testing.Papers;
import city.renewal.testing.StatementCount;
import city.renewal.testing.ViewTest;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The desk after completion: recording, correcting, and what is shown to whom. */
class HandoverViewsTest extends ViewTest {

    private HandoverSample sample;

    @BeforeEach
    void addPeople() {
        sample = new HandoverSample(services());
        signIn(sample.people.planner());
    }

    private static void press(String id) {
        _click(_get(Button.class, spec -> spec.withId(id)));
    }

    private static void fill(String id, String text) {
        _get(TextField.class, spec -> spec.withId(id)).setValue(text);
    }

    @Test
    void an_acceptance_is_recorded_and_the_project_handed_over() {
        Project project = sample.compound();
        open("desk/handover/" + project.code());
        assertThat(page()).contains(translated("handover.open.none"), translated("handover.acceptances.none"));

        press("accept");
        press("step-send");
        assertThat(page()).contains(translated("acceptance.residents.missing"));
        _get(IntegerField.class, spec -> spec.withId("acceptance-residents")).setValue(4);
        press("step-send");
        assertThat(page()).contains("居民代表 4 人", "施工单位 First Builders", "屋面防水", "保修到 2031年11月24日",
                translated("handover.handovers.none"));

        press("hand-over");
        fill("handover-organisation", "Third Keepers");
        fill("handover-phone", "022-0000-3001");
        press("step-send");
        assertThat(page()).contains("物业 Third Keepers");
        assertThat(service(Projects.class).get(project.id()).stage()).isEqualTo("handover");
    }

    @Test
    void what_is_open_has_to_be_ticked() {
        Project project = sample.compound("OPEN", null);
        open("desk/handover/OPEN");
        assertThat(page()).contains("外墙修缮与保温", translated("handover.open.work"));
        press("accept");
        _get(IntegerField.class, spec -> spec.withId("acceptance-residents")).setValue(2);
        press("step-send");
        assertThat(page()).contains("还有 6 项未完成");
        selectAll();
        press("step-send");
        assertThat(page()).contains(translated("handover.left"));
        assertThat(service(Handovers.class).of(project.id()).whole()).isPresent();
    }

    @SuppressWarnings("unchecked")
    private static void selectAll() {
        CheckboxGroup<Object> open = _get(CheckboxGroup.class);
        open.setValue(open.getListDataView().getItems().collect(Collectors.toSet()));
    }

    @Test
    void a_party_is_changed_a_work_withdrawn_and_a_look_recorded() {
        Project project = sample.handedOver();
        open("desk/handover/" + project.code());

        press("change-roof");
        fill("warranty-organisation", "Roofers");
        press("step-send");
        assertThat(page()).contains(translated("warranty.why.missing"));
        _get(TextArea.class, spec -> spec.withId("warranty-why")).setValue("合同转让");
        press("step-send");
        assertThat(page()).contains("Roofers", "原因：合同转让");

        press("withdraw-walls");
        _get(TextArea.class, spec -> spec.withId("withdraw-why")).setValue("只做了涂料");
        press("step-send");
        assertThat(service(Warranties.class).ofProject(project.id())).noneMatch(each -> each.work().equals("walls"));

        press("check-pipes");
        press("step-send");
        assertThat(page()).contains("11月24日 检查，没有发现问题");
    }

    @Test
    void a_day_that_is_missing_is_not_made_up() {
        Project project = sample.compound();
        open("desk/handover/" + project.code());
        press("accept");
        _get(IntegerField.class, spec -> spec.withId("acceptance-residents")).setValue(4);
        _get(DateField.class).clear();
        press("step-send");
        assertThat(page()).contains("“验收日期”没有填写，或者不是日期");
        assertThat(service(Handovers.class).of(project.id()).acceptances()).isEmpty();
    }

    @Test
    void a_last_day_that_cannot_be_read_is_not_taken_for_that_of_the_law() {
        Project done = sample.handedOver();
        open("desk/handover/" + done.code());
        press("change-roof");
        _get(TextArea.class, spec -> spec.withId("warranty-why")).setValue("合同更长");
        DateField until = _get(DateField.class);
        until.clear();
        until.setInvalid(true);
        press("step-send");
        assertThat(page()).contains("不是日期");
        assertThat(sample.warranty(done, "roof").why()).isNull();
    }

    @Test
    void a_work_is_added_to_the_place_whose_acceptance_is_chosen() {
        Project project = sample.compound();
        List<Place> places = service(Projects.class).places(project.id());
        NewAcceptance whole = HandoverSample.acceptance(project, HandoverSample.ACCEPTED);
        List<Long> accepted = places.stream().map(place -> service(Handovers.class).accept(sample.people.planner(),
                new NewAcceptance(project.id(), place.id(), HandoverSample.ACCEPTED, true, 1, whole.members(), null,
                        Set.of(), null, null))).toList();
        open("desk/handover/" + project.code());

        press("warranty-add-" + accepted.getFirst());
        assertThat(_get(MatterStepForm.class).getHeaderTitle()).endsWith(" · 一号楼");
        choose("infrastructure");
        press("step-send");
        press("step-send");

        assertThat(service(Warranties.class).ofProject(project.id()))
                .filteredOn(each -> each.work().equals("infrastructure")).extracting(Warranty::placeId)
                .containsExactly(places.getFirst().id());
    }

    @SuppressWarnings("unchecked")
    private void choose(String work) {
        Select<WarrantyWork> select = _get(Select.class, spec -> spec.withId("warranty-work"));
        select.setValue(service(Warranties.class).rules().get(work));
    }

    @Test
    void a_paper_is_for_staff_until_an_officer_looked_through_it_and_is_withdrawn_with_a_reason() {
        Project project = sample.handedOver();
        long acceptance = sample.warranty(project, "roof").acceptanceId();
        open("desk/handover/" + project.code());
        press("paper-put-a" + acceptance);
        fill("paper-title", "竣工验收单");
        press("step-send");
        assertThat(page()).contains(translated("handover.paper.file.missing"));
        _get(MatterStepForm.class).close();

        long id = service(HandoverPapers.class).put(sample.people.planner(), NewPaper.ofAcceptance(acceptance, "竣工验收单",
                "scan.pdf"), new ByteArrayInputStream(Papers.pdf("desk")));
        open("desk/handover/" + project.code());
        assertThat(page()).contains("竣工验收单", translated("handover.paper.state.kept"), "KB", "11月24日");
        press("paper-open-" + id);
        press("step-send");
        assertThat(page()).contains(translated("handover.paper.uncovered"));
        _get(Checkbox.class, spec -> spec.withId("paper-covered")).setValue(true);
        press("step-send");
        assertThat(page()).contains(translated("handover.paper.state.open"));
        press("paper-withdraw-" + id);
        _get(TextArea.class, spec -> spec.withId("paper-why")).setValue("放错小区");
        press("step-send");
        assertThat(page()).contains(translated("handover.paper.state.withdrawn"), "放错小区");
        assertThat(byId("paper-open-" + id)).isEmpty();

        open("desk/warranties");
        signIn(sample.people.viewer());
        open("desk/handover/" + project.code());
        assertThat(page()).contains("竣工验收单", "放错小区");
        assertThat(byId("paper-put-a" + acceptance)).isEmpty();
        assertThat(_find(Anchor.class).stream().map(Anchor::getHref)).noneMatch(href -> href.startsWith("/handover-paper"));
    }

    @Test
    void others_read_and_change_nothing() {
        Project project = sample.handedOver();
        signIn(sample.people.viewer());
        open("desk/handover/" + project.code());
        assertThat(page()).contains("屋面防水", "Third Keepers");
        assertThat(byId("accept")).isEmpty();
        assertThat(byId("change-roof")).isEmpty();
        assertThat(byId("check-roof")).isEmpty();
    }

    @Test
    void the_list_of_the_district_shows_what_ends_soon_in_few_statements() {
        sample.handedOver();
        clock.moveTo(HandoverSample.ACCEPTED.plusYears(2).minusDays(10));
        open("desk/warranties?show=over");
        try (StatementCount count = countStatements()) {
            open("desk/warranties");
            assertThat(page()).contains("给排水管道", translated("warranty.check.due"), "60 天内到期（1）", "保修中（5）");
            assertThat(count.statements()).hasSizeLessThanOrEqualTo(5);
        }
        open("desk/warranties?show=running");
        assertThat(page()).contains("屋面防水", "供热系统");
        open("desk/warranties?show=nonsense");
        assertThat(page()).contains("给排水管道");
    }

    @Test
    void it_reads_in_english_too() {
        Project project = sample.handedOver();
        read(Locale.ENGLISH);
        signIn(sample.people.planner());
        open("desk/handover/" + project.code());
        assertThat(page()).contains("Acceptance and hand-over", "3 representatives of residents", "Roof waterproofing",
                "under warranty until 20 Nov 2031");
    }
}
