package city.renewal.desk.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.pro.ConfirmDialogKt._fireConfirm;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.renewal.account.Role;
import city.renewal.consent.Ballots;
import city.renewal.consent.Choice;
import city.renewal.consent.ConsentItem;
import city.renewal.consent.ConsentSample;
import city.renewal.consent.Consents;
import city.renewal.consent.HouseholdRegister;
import city.renewal.consent.ui.PaperVoteCard;
import city.renewal.consent.ui.RegisterCard;
import city.renewal.consent.ui.ScanCard;
import city.renewal.testing.PublicViewTest;
import city.renewal.testing.SmallPlan;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import jakarta.annotation.security.RolesAllowed;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Votes at the desk, and what residents read of them. */
class ConsentViewTest extends PublicViewTest {

    private ConsentSample votes;

    @BeforeEach
    void openPage() {
        votes = ConsentSample.add(services(), "ASKED");
        SmallPlan.add(services(), votes.people().planner(), votes.project());
        signIn(votes.worker());
    }

    @Test
    void lets_in_who_handles_or_oversees_votes() {
        open("desk/consent/ASKED");
        assertThat(page()).contains(translated("register.none"), translated("consent.items.none"))
                .doesNotContain(translated("letter.card"));
        votes.register();
        signIn(votes.people().viewer());
        open("desk");
        open("desk/consent/ASKED");
        assertThat(page()).contains(translated("consent.items.none")).doesNotContain(translated("register.title"));
        assertThat(ConsentView.class.getAnnotation(RolesAllowed.class).value()).containsExactlyInAnyOrder(
                Role.Names.COMMUNITY, Role.Names.PLANNER, Role.Names.ADMINISTRATOR, Role.Names.OFFICER,
                Role.Names.VIEWER);
        assertThatThrownBy(() -> service(Consents.class).counts(votes.people().engineer(), votes.project().id()))
                .as("the service asks again").hasMessageContaining("refused.role");
    }

    @Test
    void says_by_line_what_is_wrong_with_a_register_and_brings_in_nothing() {
        open("desk/consent/ASKED");
        _get(RegisterCard.class).take("register.csv", "楼号,单元,门牌号,建筑面积\n1号楼,1,101,50\n8号楼,1,101,0\n"
                .getBytes(StandardCharsets.UTF_8));

        assertThat(page()).contains("第 3 行", "8号楼", translated("register.wrong", 1), translated("register.none"));
        _get(RegisterCard.class).take("register.csv", ConsentSample.REGISTER.getBytes(StandardCharsets.UTF_8));
        assertThat(page()).contains(translated("register.done", "register.csv", 4, 4, 0, 0), translated("letter.card"),
                translated("vote.paper.title")).doesNotContain("张三", "第 3 行");
    }

    @Test
    void asks_before_households_leave_the_register() {
        votes.register();
        votes.codes();
        open("desk/consent/ASKED");
        byte[] second = "楼号,单元,门牌号,建筑面积\n2号楼,1,底商,410\n2号楼,1,底商二,90\n".getBytes(StandardCharsets.UTF_8);
        _get(RegisterCard.class).take("b02.csv", second);

        ConfirmDialog sure = _get(ConfirmDialog.class);
        assertThat(sure.getElement().getProperty("header")).isEqualTo(translated("register.sure", 3));
        assertThat(sure.getElement().getProperty("message")).contains("b02.csv", "1号楼 3 户", "3 户的住户码", "新增 1 户", "更改 1 户");
        assertThat(service(HouseholdRegister.class).summary(votes.project().id())).as("nothing is done yet").hasSize(2);
        _fireConfirm(sure);
        assertThat(page()).contains(translated("register.done", "b02.csv", 2, 1, 1, 3));
        assertThat(service(HouseholdRegister.class).summary(votes.project().id())).singleElement()
                .satisfies(building -> assertThat(building.households()).isEqualTo(2));
    }

    @Test
    void writes_an_item_and_opens_it() {
        votes.register();
        open("desk/consent/ASKED");
        _get(TextField.class, spec -> spec.withLabel(translated("consent.title"))).setValue("屋面防水");
        _get(TextArea.class, spec -> spec.withLabel(translated("consent.explanation"))).setValue("铲除旧防水层后重做。");
        _get(TextField.class, spec -> spec.withLabel(translated("consent.cost"))).setValue("居民不出资。");
        _click(_get(Button.class, spec -> spec.withText(translated("consent.save"))));
        assertThat(page()).contains(translated("consent.saved", "屋面防水"), translated("consent.state.draft"));

        _click(_get(Button.class, spec -> spec.withText(translated("consent.open"))));
        _fireConfirm(_get(ConfirmDialog.class));
        assertThat(page()).contains(translated("consent.opened", "屋面防水"), translated("consent.standing.none"));
        _click(_get(Button.class, spec -> spec.withText(translated("consent.close"))));
        assertThat(page()).contains(translated("consent.close.early", "2026-03-24"));
    }

    @Test
    void votes_on_paper_are_entered_for_what_was_opened_since() {
        votes.register();
        open("desk/consent/ASKED");
        long item = votes.open("外墙保温");
        receivePush();

        Select<ConsentItem> paper = itemsOf(PaperVoteCard.class);
        assertThat(paper.getListDataView().getItems()).extracting(ConsentItem::id).containsExactly(item);
        assertThat(itemsOf(ScanCard.class).getListDataView().getItems()).extracting(ConsentItem::id)
                .containsExactly(item);
        paper.setValue(service(Consents.class).get(item));
        votes.vote(votes.codes().get("101"), item, Choice.AGREE);
        receivePush();
        assertThat(paper.getValue()).as("what somebody chose stays when another votes")
                .isEqualTo(service(Consents.class).get(item));
        for (String door : List.of("102", "201", "底商")) {
            votes.vote(votes.codes().get(door), item, Choice.AGREE);
        }
        service(Consents.class).close(votes.worker(), item);
        receivePush();
        assertThat(paper.getListDataView().getItems()).isEmpty();
        assertThat(itemsOf(ScanCard.class).getListDataView().getItems()).hasSize(1);
    }

    @SuppressWarnings("unchecked")
    private static Select<ConsentItem> itemsOf(Class<? extends Component> card) {
        return _get(_get(card), Select.class);
    }

    @Test
    @SuppressWarnings("unchecked")
    void opens_the_scan_of_a_vote_on_paper() {
        votes.register();
        long item = votes.open("外墙保温");
        service(Ballots.class).castOnPaper(votes.worker(), votes.household("B01", "1", "101").id(), item, Choice.AGREE,
                votes.scan());
        open("desk/consent/ASKED");
        ScanCard card = _get(ScanCard.class);
        Button open = _get(card, Button.class, spec -> spec.withText(translated("vote.scan.open")));
        _click(open);
        assertThat(page()).contains(translated("vote.scan.item"));
        _get(card, Select.class).setValue(service(Consents.class).get(item));
        _get(card, ComboBox.class).setValue(service(HouseholdRegister.class).summary(votes.project().id()).getFirst());
        _get(card, TextField.class, spec -> spec.withLabel(translated("register.field.stairwell"))).setValue("1");
        TextField door = _get(card, TextField.class, spec -> spec.withLabel(translated("register.field.door")));
        door.setValue("102");
        _click(open);
        assertThat(page()).contains(translated("vote.scan.none")).doesNotContain(translated("vote.scan.download"));
        door.setValue("101");
        _click(open);
        assertThat(page()).contains(translated("vote.scan.opened"), translated("vote.scan.download"));
    }

    @Test
    void residents_read_that_it_passes_by_number_and_fails_by_area() {
        votes.register();
        long item = votes.open("外墙保温");
        Map<String, String> codes = votes.codes();
        votes.vote(codes.get("101"), item, Choice.AGREE);
        votes.vote(codes.get("102"), item, Choice.AGREE);
        votes.vote(codes.get("201"), item, Choice.AGREE);
        votes.vote(codes.get("底商"), item, Choice.DISAGREE);
        open("project/ASKED");
        assertThat(page()).contains(translated("consent.card.vote")).doesNotContain("400", translated("consent.ledger", 2));

        service(Consents.class).close(votes.worker(), item);
        receivePush();
        assertThat(byId("verdict-" + item).map(ConsentViewTest::textOf))
                .hasValue("按人数通过，按面积未通过：事项未通过。");
        assertThat(page()).contains(translated("consent.ledger", 2), "4 位业主中 3 位，75%", "560 ㎡中 160 ㎡，28.5%");
        read(Locale.ENGLISH);
        open("project/ASKED");
        assertThat(byId("verdict-" + item).map(ConsentViewTest::textOf))
                .hasValue("By number it passes, by area it fails: not adopted.");
    }
}
