package city.renewal.desk.ui;

import static com.github.mvysny.kaributesting.v10.GridKt._getCellComponent;
import static com.github.mvysny.kaributesting.v10.GridKt._size;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import city.renewal.account.Actor;
import city.renewal.account.Role;
import city.renewal.matter.MatterLine;
import city.renewal.matter.MatterSample;
import city.renewal.matter.MatterState;
import city.renewal.matter.MatterTicket;
import city.renewal.matter.MatterWarranty;
import city.renewal.matter.Matters;
import city.renewal.matter.NewMatter;
import city.renewal.project.Project;
import city.renewal.project.handover.HandoverSample;
import city.renewal.testing.StatementCount;
import city.renewal.testing.ViewTest;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.upload.Upload;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The worker's queue and a matter's page, and who may enter. */
class MatterViewsTest extends ViewTest {

    private MatterSample sample;
    private Project project;

    @BeforeEach
    void addPeople() {
        sample = new MatterSample(services());
        project = sample.routed();
        signIn(sample.worker);
    }

    @SuppressWarnings("unchecked")
    private static Grid<MatterLine> grid() {
        return _get(Grid.class);
    }

    private static void press(String id) {
        _click(_get(Button.class, spec -> spec.withId(id)));
    }

    private static void write(String id, String text) {
        _get(TextArea.class, spec -> spec.withId(id)).setValue(text);
    }

    @Test
    void the_queue_shows_what_its_address_asks_for_in_few_statements() {
        sample.leak(project);
        MatterTicket answered = sample.leak(project);
        sample.answer(answered, "Done.");

        // What the page before was told of is behind us then.
        open("desk/matters?state=closed");
        receivePush();
        try (StatementCount count = countStatements()) {
            open("desk/matters");
            assertThat(_size(grid())).isEqualTo(1);
            assertThat(textOf(_getCellComponent(grid(), 0, MattersView.WHAT))).contains("漏水", "Water comes");
            assertThat(count.statements()).hasSizeLessThanOrEqualTo(6);
        }
        open("desk/matters?whose=mine&state=answered");
        assertThat(_size(grid())).isEqualTo(1);
        open("desk/matters?whose=nobody&kind=magic&state=never&project=NONE");
        assertThat(_size(grid())).isZero();
        clock.moveTo(TODAY.plusDays(1));
        open("desk/matters?whose=all&state=overdue");
        assertThat(_size(grid())).isEqualTo(1);
    }

    @Test
    void a_worker_sees_the_warranty_and_names_who_repairs_in_one_click() {
        HandoverSample handovers = new HandoverSample(services());
        Project accepted = handovers.handedOver();
        sample.register("G" + accepted.code() + ",FULL,Grid,,community,,," + accepted.code() + ",,");
        MatterTicket ticket = service(Matters.class).report(new NewMatter("leak", accepted.code(), "B01", null,
                "厨房顶棚漏水", null, List.of()));
        open("desk/matter/" + ticket.number());
        assertThat(page()).contains(translated("matter.desk.warranty.perhaps"), "屋面防水", "2031年11月20日", "022-0000-1001");

        press("warranty-pipes");
        assertThat(page()).contains(translated("matter.desk.warranty.named"), "给排水管道");
        assertThat(service(Matters.class).follow(ticket.number(), ticket.key()).warranty().standing())
                .isEqualTo(MatterWarranty.Standing.NAMED);

        open("desk/matters");
        signIn(sample.second);
        open("desk/matter/" + ticket.number());
        assertThat(byId("matter-warranty")).isPresent();
        assertThat(byId("warranty-none")).as("who does not handle it names nobody").isEmpty();
    }

    @Test
    void a_worker_takes_answers_and_publishes_and_the_resident_reads_it() {
        MatterTicket ticket = sample.leak(project);
        open("desk/matter/" + ticket.number());
        assertThat(page()).contains("Water comes through").contains("*** ****").doesNotContain("13800001234");

        press("open-phone");
        assertThat(page()).contains("13800001234");
        press("take");
        press("answer");
        press("step-send");
        assertThat(page()).contains(translated("matter.answer.missing"));
        write("answer-text", "The joint was tightened.");
        press("step-send");
        assertThat(service(Matters.class).follow(ticket.number(), ticket.key()).answer())
                .isEqualTo("The joint was tightened.");

        press("publish");
        write("public-report", "A leak");
        write("public-answer", "Mended");
        press("step-send");
        assertThat(service(Matters.class).wall(project.code(), 5, 0)).hasSize(1);
        press("withdraw");
        assertThat(service(Matters.class).wall(project.code(), 5, 0)).isEmpty();
    }

    @Test
    void a_page_stays_as_it_is_until_something_happens_to_its_matter() {
        MatterTicket ticket = sample.leak(project);
        open("desk/matter/" + ticket.number());
        Component report = byId("matter-report").orElseThrow();

        sample.leak(sample.routed());
        sample.leak(project);
        receivePush();
        assertThat(byId("matter-report")).as("another's report takes nobody's place in the page").containsSame(report);

        service(Matters.class).reopen(answered(ticket), ticket.key(), "It drips again");
        receivePush();
        assertThat(page()).contains("It drips again");
    }

    private String answered(MatterTicket ticket) {
        sample.answer(ticket, "Done.");
        return ticket.number();
    }

    @Test
    void others_see_no_buttons_and_nothing_of_a_dispute() {
        MatterTicket ticket = sample.report(project, "neighbours", "13800001234");
        sample.take(ticket);
        signIn(sample.second);
        open("desk/matter/" + ticket.number());

        assertThat(page()).contains(translated("matter.desk.closed")).doesNotContain("Water comes");
        assertThat(_find(Button.class, spec -> spec.withId("answer"))).isEmpty();
        assertThat(_find(Button.class, spec -> spec.withId("open-phone"))).isEmpty();
        assertThat(sample.page(ticket).line().state()).isEqualTo(MatterState.IN_WORK);
    }

    @Test
    void reads_in_english() {
        read(Locale.ENGLISH);
        signIn(sample.worker);
        MatterTicket ticket = sample.leak(project);
        open("desk/matter/" + ticket.number());
        assertThat(page()).contains("Take into work", "Leak or blocked pipe", "Answer due");
        open("desk");
        assertThat(page()).contains("1 matter to be done");
    }

    @Test
    void is_for_community_workers_and_administrators_and_the_register_for_administrators() {
        for (Role role : Role.values()) {
            signIn(new Actor(77, "somebody", "Somebody", role));
            boolean admitted = role == Role.COMMUNITY || role == Role.ADMINISTRATOR;
            open("desk/matters");
            assertThat(_find(Grid.class)).as("%s", role).hasSize(admitted ? 1 : 0);
            open("desk/matter/26-000000");
            assertThat(page()).as("%s", role).doesNotContain(translated("matter.desk.take"));
            open("desk/grids");
            assertThat(_find(Upload.class)).as("%s", role).hasSize(role == Role.ADMINISTRATOR ? 1 : 0);
        }
        signIn(new Actor(0, "admin", "Admin", Role.ADMINISTRATOR));
        open("desk/grids");
        assertThat(page()).contains("全科网格：1 个");
    }
}
