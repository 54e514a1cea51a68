package city.renewal.desk.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import city.renewal.account.Actor;
import city.renewal.account.Role;
import city.renewal.base.ui.DateField;
import city.renewal.matter.MatterDesk;
import city.renewal.matter.MatterHandling;
import city.renewal.matter.MatterSample;
import city.renewal.matter.MatterTicket;
import city.renewal.matter.Matters;
import city.renewal.matter.NewMatter;
import city.renewal.matter.Repairs;
import city.renewal.matter.ui.MatterStepForm;
import city.renewal.project.NamedPerson;
import city.renewal.project.Project;
import city.renewal.project.ProjectPeople;
import city.renewal.project.Projects;
import city.renewal.project.handover.HandoverSample;
import city.renewal.testing.ViewTest;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.textfield.TextArea;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A firm's queue and the page of what it repairs, and what the handler sees of that. */
class RepairViewsTest extends ViewTest {

    private static final String PHONE = "13800001234";

    private MatterSample sample;
    private Actor firm;
    private MatterTicket ticket;

    @BeforeEach
    void give() {
        sample = new MatterSample(services());
        HandoverSample handovers = new HandoverSample(services());
        Project project = handovers.handedOver();
        sample.register("G" + project.code() + ",FULL,Grid,,community,,," + project.code() + ",,");
        firm = handovers.people.engineer();
        ProjectPeople people = service(ProjectPeople.class);
        people.nameWithParties(handovers.people.planner(), project.id(), Set.of(new NamedPerson(firm.accountId(),
                people.parties(project.id()).getFirst().id())));
        ticket = service(Matters.class).report(new NewMatter("leak", project.code(), "B01", "2", "屋顶漏雨，打 " + PHONE,
                PHONE, List.of()));
        service(MatterHandling.class).nameWarranty(sample.worker, ticket.number(), version(),
                handovers.warranty(project, "roof").id());
    }

    private int version() {
        return service(MatterDesk.class).page(sample.worker, ticket.number()).orElseThrow().version();
    }

    private static void press(String id) {
        _click(_get(Button.class, spec -> spec.withId(id)));
    }

    @Test
    void a_firm_names_a_day_from_its_queue_and_the_handler_is_told() {
        signIn(firm);
        open("desk");
        assertThat(textOf(byId("repairs").orElseThrow())).contains("屋面防水", "2 单元", translated("repair.state.new"));
        open("desk/repair/" + ticket.number());
        assertThat(page()).contains("屋顶漏雨", "保修到", translated("repair.phone.ask")).doesNotContain(PHONE);
        assertThat(byId("open-phone")).isEmpty();

        press("repair-mended");
        _get(TextArea.class, spec -> spec.withId("repair-says")).setValue("换了卷材");
        press("step-send");
        assertThat(page()).contains("请附 1 到 3 张");
        _get(MatterStepForm.class).close();
        press("repair-plan");
        _get(DateField.class).setValue(LocalDate.now(clock).plusDays(2));
        _get(TextArea.class, spec -> spec.withId("repair-says")).setValue("九点两人上房");
        press("step-send");
        assertThat(page()).contains("11月26日 上门", "九点两人上房");

        signIn(sample.worker);
        open("desk");
        assertThat(page()).contains("责任单位有 1 条新答复");
        open("desk/matter/" + ticket.number());
        assertThat(textOf(byId("matter-repair").orElseThrow())).contains("First Builders", "1 个账号", "九点两人上房", "11月26日");
        press("share-phone");
        assertThat(page()).contains(translated("repair.phone.shared"));
        signIn(firm);
        open("desk/repair/" + ticket.number());
        press("open-phone");
        assertThat(textOf(byId("repair-phone").orElseThrow())).isEqualTo(PHONE);
    }

    @Test
    void a_page_stays_as_it_is_until_something_happens_to_its_matter() {
        signIn(firm);
        open("desk/repair/" + ticket.number());
        Component plan = byId("repair-plan").orElseThrow();
        Project project = service(Projects.class).find(service(MatterDesk.class).page(sample.worker, ticket.number())
                .orElseThrow().line().projectCode()).orElseThrow();
        sample.leak(project);
        receivePush();
        assertThat(byId("repair-plan")).containsSame(plan);

        service(MatterHandling.class).nameWarranty(sample.worker, ticket.number(), version(), null);
        receivePush();
        assertThat(page()).contains(translated("repair.foreign"));
    }

    @Test
    void others_are_told_that_there_is_nothing() {
        signIn(new Actor(77, "somebody", "Somebody", Role.ENGINEER));
        open("desk/repair/" + ticket.number());
        assertThat(page()).doesNotContain("屋顶漏雨");
        open("desk/repairs");
        assertThat(page()).contains(translated("repair.none"));
        open("desk");
        assertThat(byId("repairs")).isEmpty();
        signIn(new Actor(78, "viewer", "Viewer", Role.VIEWER));
        open("desk/repair/" + ticket.number());
        assertThat(page()).doesNotContain("屋顶漏雨");
    }

    @Test
    void it_reads_in_english_and_what_is_done_stays_until_it_is_closed() {
        service(Repairs.class).refuse(firm, ticket.number(), "A dish was screwed in");
        read(Locale.ENGLISH);
        signIn(firm);
        open("desk/repairs");
        assertThat(page()).contains("No repairs wait.", "Roof waterproofing", "Not under warranty, as the firm says");
        open("desk/repair/" + ticket.number());
        assertThat(page()).contains("The firm says it is not under its warranty", "A dish was screwed in");
        assertThat(byId("repair-plan")).isEmpty();
    }
}
