package city.renewal.desk.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.renewal.account.Actor;
import city.renewal.base.ui.DateField;
import city.renewal.base.ui.NotFoundView;
import city.renewal.notice.NewNotice;
import city.renewal.notice.Notice;
import city.renewal.notice.NoticeMove;
import city.renewal.notice.NoticeRules;
import city.renewal.notice.NoticeTarget;
import city.renewal.notice.Notices;
import city.renewal.project.NewPlace;
import city.renewal.project.Projects;
import city.renewal.testing.PublicSample;
import city.renewal.testing.SmallPlan;
import city.renewal.testing.StatementCount;
import city.renewal.testing.ViewTest;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.timepicker.TimePicker;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class NoticesViewTest extends ViewTest {

    private PublicSample sample;
    private SmallPlan plan;
    private Notices notices;

    @BeforeEach
    void addPlan() {
        sample = new PublicSample(services());
        plan = sample.compound("C01", "示例里", "越秀路街");
        service(Projects.class).complete(sample.people().planner(), plan.project().id(), List.of(), List.of(
                new NewPlace("building", "B02", "2号楼", "Building 2", null, null, Map.of("stairwells", BigDecimal.TWO))));
        notices = service(Notices.class);
    }

    private Notice publish(String kind, int days, NoticeTarget... targets) {
        return notices.publish(sample.people().planner(), new NewNotice("C01", kind, List.of(targets),
                TODAY.plusDays(days).atTime(9, 0), TODAY.plusDays(days).atTime(17, 0), false, "更换管道", "New pipes",
                "示例第一建设公司", "022-0000-1001", null, "抢修", null));
    }

    @SuppressWarnings("unchecked")
    private void write(String kind, LocalDate day, String from, String to) {
        _get(Select.class, spec -> spec.withId("notice-kind"))
                .setValue(service(NoticeRules.class).find(kind).orElseThrow());
        _get(MultiSelectComboBox.class, spec -> spec.withId("notice-places"))
                .setValue(Set.of(new NoticeTarget("B02", 1)));
        _get(DateField.class, spec -> spec.withId("notice-from")).setValue(day);
        _get(DateField.class, spec -> spec.withId("notice-to")).setValue(day);
        _get(TimePicker.class, spec -> spec.withId("notice-from-hour")).setValue(LocalTime.parse(from));
        _get(TimePicker.class, spec -> spec.withId("notice-to-hour")).setValue(LocalTime.parse(to));
    }

    private static void publishForm() {
        _click(_get(Button.class, spec -> spec.withId("notice-publish")));
    }

    @Test
    void an_engineer_is_told_of_the_lead_time_while_writing_and_says_why_it_is_late() {
        Notice gas = publish("gas", 1, new NoticeTarget("B02", 0));
        signIn(sample.people().engineer());
        open("desk/notices/new?project=C01&task=" + plan.pipes());

        assertThat(_get(ComboBox.class, spec -> spec.withId("notice-project")).getValue()).isNotNull();
        assertThat(_get(TextField.class, spec -> spec.withId("notice-phone")).getValue()).isEqualTo("022-0000-1001");
        write("water", TODAY.plusDays(3), "09:00", "12:00");
        assertThat(page()).contains("城市供水条例", "来得及");
        _assertNone(TextField.class, spec -> spec.withId("notice-late-reason"));

        write("water", TODAY.plusDays(1), "09:00", "12:00");
        assertThat(page()).contains("已经晚了").contains("同一天同一楼栋还有：停气");
        _get(TextArea.class, spec -> spec.withId("notice-reason")).setValue("更换立管");
        publishForm();
        TextField late = _get(TextField.class, spec -> spec.withId("notice-late-reason"));
        assertThat(late.isInvalid()).isTrue();
        assertThat(late.getErrorMessage()).isEqualTo(translated("notice.late.missing"));
        assertThat(notices.ofProject(plan.project().id()).notices()).containsExactly(gas);

        late.setValue("水管破裂");
        publishForm();
        assertThat(page()).contains("停水 · 示例里", "未按规定提前通知", "水管破裂", "2号楼 1 门");
        assertThat(notices.ofProject(plan.project().id()).notices()).hasSize(2).anySatisfy(notice -> {
            assertThat(notice.late()).isTrue();
            assertThat(notice.taskId()).isEqualTo(plan.pipes());
        });
    }

    @Test
    void what_cannot_be_is_said_at_its_field() {
        signIn(sample.people().planner());
        open("desk/notices/new");
        publishForm();
        assertThat(_get(Select.class, spec -> spec.withId("notice-kind")).isInvalid()).isTrue();

        open("desk/notices/new?project=C01");
        write("noise", TODAY.plusDays(2), "23:00", "23:30");
        _get(TextArea.class, spec -> spec.withId("notice-reason")).setValue("路面铣刨");
        publishForm();
        assertThat(_get(TextField.class, spec -> spec.withId("notice-permit")).isInvalid()).isTrue();
        write("road", TODAY.minusDays(2), "09:00", "10:00");
        publishForm();
        assertThat(_get(DateField.class, spec -> spec.withId("notice-to")).getErrorMessage())
                .isEqualTo(translated("notice.to.past"));
        write("road", TODAY.plusDays(2), "09:00", "08:00");
        publishForm();
        assertThat(_get(DateField.class, spec -> spec.withId("notice-to")).getErrorMessage())
                .isEqualTo(translated("notice.time.order"));
        assertThat(notices.between(TODAY.minusYears(1), TODAY.plusYears(1), null)).isEmpty();
    }

    @Test
    void another_time_and_the_first_stand_side_by_side_and_a_cancelled_one_stays() {
        Notice notice = publish("water", 3);
        signIn(sample.people().engineer());
        open("desk/notices/" + notice.id());

        _click(_get(Button.class, spec -> spec.withId("notice-move")));
        _get(DateField.class, spec -> spec.withId("notice-from")).setValue(TODAY.plusDays(8));
        _get(DateField.class, spec -> spec.withId("notice-to")).setValue(TODAY.plusDays(8));
        _click(_get(Button.class, spec -> spec.withId("notice-move-do")));
        assertThat(_get(TextField.class, spec -> spec.withId("notice-why")).isInvalid()).isTrue();
        _get(TextField.class, spec -> spec.withId("notice-why")).setValue("下雨");
        _click(_get(Button.class, spec -> spec.withId("notice-move-do")));
        assertThat(page()).contains("已改期", "原定", "11月27日", "12月2日", "改期原因：下雨");

        _click(_get(Button.class, spec -> spec.withId("notice-cancel")));
        _get(TextField.class, spec -> spec.withId("notice-why")).setValue("不做了");
        _click(_get(Button.class, spec -> spec.withId("notice-cancel-do")));
        assertThat(page()).contains("已取消", "取消原因：不做了");
        assertThat(byId("notice-history").map(ViewTest::textOf).orElseThrow())
                .contains("首次发布", "已改期", "已取消", "The planner", "The engineer");
        _assertNone(Button.class, spec -> spec.withId("notice-move"));
    }

    @Test
    void somebody_who_was_second_is_told_and_nothing_is_overwritten() {
        Notice notice = publish("water", 3);
        signIn(sample.people().engineer());
        open("desk/notices/" + notice.id());
        _click(_get(Button.class, spec -> spec.withId("notice-cancel")));
        notices.move(sample.people().planner(), notice.id(), new NoticeMove(1, TODAY.plusDays(9).atTime(9, 0),
                TODAY.plusDays(9).atTime(10, 0), false, "first", null, null));
        receivePush();

        _get(TextField.class, spec -> spec.withId("notice-why")).setValue("second");
        assertThatThrownBy(() -> _click(_get(Button.class, spec -> spec.withId("notice-cancel-do"))))
                .hasMessage("notice.stale");
        assertThat(notices.find(notice.id()).orElseThrow().cancelled()).isFalse();
    }

    @Test
    void the_calendar_shows_a_month_and_points_out_two_cuts() {
        publish("water", 2, new NoticeTarget("B02", 1));
        publish("power", 2, new NoticeTarget("B02", 0));
        SmallPlan other = sample.compound("C02", "云示花园", "友谊路街");
        notices.publish(sample.people().planner(), new NewNotice("C02", "road", List.of(), TODAY.plusDays(20).atTime(7, 0),
                TODAY.plusDays(20).atTime(8, 0), false, "封路", null, "示例", "022-1", null, null, other.pipes()));
        signIn(sample.people().viewer());
        open("desk/notices");

        assertThat(page()).contains("2026年11月", "本月通知 2 份", "两次停供");
        assertThat(byId("notice-clashes").map(ViewTest::textOf).orElseThrow()).contains("11月26日", "示例里", "2号楼", "停水",
                "停电");
        assertThat(byId("notice-new")).as("a viewer reads only").isEmpty();
        assertThat(_find(Anchor.class, spec -> spec.withClasses("notice-entry"))).hasSize(2);

        open("desk/notices?month=2026-12");
        assertThat(page()).contains("云示花园", "道路占用").doesNotContain("两次停供");
        open("desk/notices?month=2026-12&project=c01");
        assertThat(page()).contains("本月通知 0 份", "这个月没有通知");
        open("desk/notices?kind=power");
        assertThat(page()).contains("本月通知 1 份");
        for (String odd : List.of("month=nonsense", "month=99999-01", "project=%3Cscript%3E", "kind=%27;--")) {
            open("desk/notices?" + odd);
            assertThat(page()).contains("2026年11月", "本月通知 2 份");
        }
    }

    @Test
    void it_is_pushed_to_those_who_look() {
        signIn(sample.people().supervisor());
        open("desk/notices");
        assertThat(page()).contains("这个月没有通知");

        publish("access", 2);
        receivePush();

        assertThat(page()).contains("出入受限", "本月通知 1 份");
    }

    @Test
    void reads_english_and_a_notice_nobody_has_is_not_found() {
        publish("water", 3, new NoticeTarget("B02", 2));
        read(Locale.ENGLISH);
        signIn(sample.people().viewer());
        open("desk/notices");
        assertThat(page()).contains("Water cut", "New pipes", "Building 2, stairwell 2", "1 notice this month");
        open("desk/notices/123456");
        assertThat(_find(NotFoundView.class)).hasSize(1);
    }

    @Test
    void only_those_who_may_write_come_to_the_form() {
        for (Actor reader : List.of(sample.people().viewer(), sample.people().supervisor())) {
            signIn(reader);
            open("desk/notices/new");
            _assertNone(Button.class, spec -> spec.withId("notice-publish"));
        }
        for (Actor writer : List.of(sample.people().planner(), sample.people().engineer(), Actor.commandLine())) {
            signIn(writer);
            open("desk/notices/new");
            assertThat(_find(Button.class, spec -> spec.withId("notice-publish"))).hasSize(1);
        }
    }

    @Test
    void need_few_statements() {
        for (int i = 1; i < 9; i++) {
            publish("access", i, new NoticeTarget("B02", 1), new NoticeTarget("B01", 0));
        }
        Notice notice = publish("road", 2);
        signIn(sample.people().planner());
        for (String address : List.of("desk/notices", "desk/notices/new?project=C01", "desk/notices/" + notice.id())) {
            try (StatementCount count = countStatements()) {
                open(address);
                assertThat(count.statements()).as(address).hasSizeLessThanOrEqualTo(6);
            }
        }
    }
}
