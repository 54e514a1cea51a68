package city.renewal.desk.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import city.renewal.programme.commitment.Basis;
import city.renewal.programme.commitment.Commitment;
import city.renewal.programme.commitment.CommitmentSample;
import city.renewal.programme.commitment.CommitmentState;
import city.renewal.testing.PublicViewTest;
import city.renewal.testing.SmallPlan;
import city.renewal.testing.StatementCount;
import com.github.mvysny.kaributesting.v10.DownloadKt;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.TextField;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Commitments at the desk. */
class CommitmentViewsTest extends PublicViewTest {

    private CommitmentSample commitments;

    @BeforeEach
    void begin() {
        commitments = new CommitmentSample(services());
        signIn(commitments.officer());
    }

    @Test
    void an_officer_publishes_a_commitment_with_linked_projects() {
        SmallPlan plan = commitments.compound("C01");
        open("desk/commitments");
        type("commitment.name", "改造老旧小区");
        type("commitment.owner", "示例区住建委");
        type("commitment.role", "城市更新科");
        type("commitment.phone", "022-0000-8101");
        _get(BigDecimalField.class, spec -> spec.withLabel(translated("commitment.target"))).setValue(BigDecimal.ONE);
        projects().setValue(Set.of(plan.project()));
        press("commitment.make");

        assertThat(page()).contains(translated("commitment.made", 1, "改造老旧小区"), "1. 改造老旧小区");
        assertThat(commitments.all()).hasSize(1).allSatisfy(line -> {
            assertThat(line.projects()).hasSize(1);
            assertThat(line.state()).isEqualTo(CommitmentState.ON_COURSE);
        });
    }

    @Test
    void says_at_once_what_is_missing_and_keeps_what_was_typed() {
        open("desk/commitments");
        type("commitment.owner", "示例区住建委");
        press("commitment.make");

        assertThat(page()).contains(translated("commitment.name.missing"));
        assertThat(field("commitment.owner").getValue()).isEqualTo("示例区住建委");
    }

    @Test
    void a_change_needs_a_reason_and_leaves_the_first_promise_readable() {
        Commitment made = linked();
        open("desk/commitment/2026/" + made.number());
        _get(DatePicker.class, spec -> spec.withLabel(translated("commitment.due"))).setValue(LocalDate.of(2026, 6, 30));
        press("commitment.promise.do");
        assertThat(page()).contains(translated("commitment.why.missing"));

        _find(TextField.class, spec -> spec.withLabel(translated("commitment.why"))).getLast().setValue("管线改迁");
        press("commitment.promise.do");

        assertThat(page()).contains("首次承诺：1 个小区，3月20日前完成", "改为：1 个小区，6月30日前完成", "管线改迁");
    }

    @Test
    void one_made_by_mistake_is_withdrawn_after_asking_once_more_and_can_then_only_be_read() {
        Commitment made = linked();
        open("desk/commitment/2026/" + made.number());
        _find(TextField.class, spec -> spec.withLabel(translated("commitment.withdraw.why"))).getFirst()
                .setValue("重复登记");
        press("commitment.withdraw.do");
        assertThat(commitments.page(made.number()).commitment().withdrawn()).isNull();

        ConfirmDialog sure = _get(ConfirmDialog.class);
        ComponentUtil.fireEvent(sure, new ConfirmDialog.ConfirmEvent(sure, true));

        assertThat(page()).contains(translated("commitment.state.withdrawn"), "3月10日 撤回。理由：重复登记", "首次承诺：1 个小区",
                        "已撤回 · 重复登记")
                .doesNotContain(translated("commitment.promise.do"), translated("commitment.withdraw.title"));
    }

    @Test
    void a_dated_value_can_be_added_only_where_nothing_is_derived() {
        Commitment derived = linked();
        open("desk/commitment/2026/" + derived.number());
        assertThat(page()).doesNotContain(translated("commitment.value.title"));

        Commitment reported = commitments.made(commitments.wish(Basis.REPORTED, null, "item", "60")).commitment();
        open("desk/commitment/2026/" + reported.number());
        _get(BigDecimalField.class, spec -> spec.withLabel(translated("commitment.value"))).setValue(new BigDecimal("57"));
        type("commitment.source", "供热办月报");
        press("commitment.value.add");

        assertThat(page()).contains("57 项 · 供热办月报，截至 3月10日");
    }

    @Test
    void one_click_prints_the_sheet_in_either_language() {
        Commitment made = linked();
        open("desk/commitment/2026/" + made.number());

        for (String id : new String[] {"hearing-zh", "hearing-en"}) {
            byte[] sheet = DownloadKt._download(_get(Anchor.class, spec -> spec.withId(id)));
            assertThat(new String(sheet, 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
        }
    }

    @Test
    void others_read_and_print_and_change_nothing() {
        Commitment made = linked();
        signIn(sample.people().planner());
        open("desk/commitment/2026/" + made.number());
        assertThat(page()).contains("改造老旧小区", translated("hearing.print"));
        assertThat(_find(Button.class, spec -> spec.withText(translated("commitment.promise.do")))).isEmpty();

        open("desk/commitments");
        assertThat(page()).contains("1. 改造老旧小区");
        assertThat(_find(Button.class, spec -> spec.withText(translated("commitment.make")))).isEmpty();
    }

    @Test
    void the_list_takes_few_statements_however_many_there_are() {
        for (int i = 0; i < 5; i++) {
            commitments.compound("L" + i);
            commitments.made(commitments.wish(Basis.FINISHED, null, "compound", "1", "L" + i));
        }
        signIn(sample.people().viewer());
        open("desk");

        try (StatementCount count = countStatements()) {
            open("desk/commitments");
            assertThat(count.statements()).hasSizeLessThanOrEqualTo(6);
        }
    }

    @Test
    void the_overview_leads_to_each_commitment() {
        Commitment made = linked();

        open("");

        assertThat(page()).contains(translated("overview.commitments"), "改造老旧小区", "0 / 1 个小区", translated("commitment.all"));
        assertThat(_find(Anchor.class)).anySatisfy(link ->
                assertThat(link.getHref()).isEqualTo("/commitments/2026/" + made.number()));
    }

    private Commitment linked() {
        commitments.compound("C01");
        return commitments.made(commitments.wish(Basis.FINISHED, null, "compound", "1", "C01")).commitment();
    }

    @SuppressWarnings("unchecked")
    private MultiSelectComboBox<Object> projects() {
        return _get(MultiSelectComboBox.class, spec -> spec.withLabel(translated("commitment.projects")));
    }

    private TextField field(String label) {
        return _get(TextField.class, spec -> spec.withLabel(translated(label)));
    }

    private void type(String label, String text) {
        field(label).setValue(text);
    }

    private void press(String key) {
        _click(_get(Button.class, spec -> spec.withText(translated(key))));
    }
}
