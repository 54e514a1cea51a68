package city.renewal.desk.ui;

import static city.renewal.visit.VisitSample.CREW;
import static city.renewal.visit.VisitSample.MORNING;
import static city.renewal.visit.VisitSample.NOON;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._fireValueChange;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import city.renewal.account.Role;
import city.renewal.base.Formats;
import city.renewal.base.Messages;
import city.renewal.consent.HouseholdCodes;
import city.renewal.plan.PlanOutlining;
import city.renewal.plan.Plans;
import city.renewal.plan.SeenTask;
import city.renewal.site.ReportState;
import city.renewal.site.SiteReport;
import city.renewal.site.SiteReports;
import city.renewal.testing.StatementCount;
import city.renewal.testing.ViewTest;
import city.renewal.visit.Contact;
import city.renewal.visit.CrewSheet;
import city.renewal.visit.NewSlots;
import city.renewal.visit.Slot;
import city.renewal.visit.Visit;
import city.renewal.visit.VisitBoard;
import city.renewal.visit.VisitMarks;
import city.renewal.visit.VisitReports;
import city.renewal.visit.VisitSample;
import city.renewal.visit.VisitState;
import city.renewal.visit.VisitWorks;
import city.renewal.visit.Visits;
import city.renewal.visit.ui.BarsCard;
import city.renewal.visit.ui.DueCard;
import city.renewal.visit.ui.PhoneCard;
import city.renewal.visit.ui.SlotsCard;
import city.renewal.visit.ui.WorksCard;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import jakarta.annotation.security.RolesAllowed;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Appointments at the desk. */
class VisitViewsTest extends ViewTest {

    private static final LocalDate TOMORROW = TODAY.plusDays(1);

    private VisitSample sample;
    private Visits visits;

    @BeforeEach
    void compound() {
        sample = VisitSample.add(services(), "HOMES");
        visits = service(Visits.class);
        signIn(sample.worker());
    }

    private static <T extends Component> T in(Component card, Class<T> type, String label) {
        return _get(card, type, spec -> spec.withLabel(label));
    }

    private void press(Component card, String key) {
        _click(_get(card, Button.class, spec -> spec.withText(translated(key))));
    }

    @Test
    void shows_what_remains_and_takes_a_booking_by_telephone() {
        sample.offer(TOMORROW, 2, MORNING);
        open("desk/visits/HOMES");
        assertThat(page()).contains("更换外窗", translated("visit.due.none"), translated("visit.remaining.open"));
        assertThat(byId("visit-remaining").map(ViewTest::textOf).orElse("")).contains("1号楼 3 0 0 0 0 3");

        PhoneCard card = _get(PhoneCard.class);
        ComboBox<?> building = in(card, ComboBox.class, translated("register.field.building"));
        select(building, 0);
        in(card, TextField.class, translated("register.field.stairwell")).setValue("1");
        in(card, TextField.class, translated("register.field.door")).setValue("109");
        press(card, "visit.phone.find");
        assertThat(textOf(card)).contains(translated("register.door.unknown"));
        in(card, TextField.class, translated("register.field.door")).setValue("101");
        press(card, "visit.phone.find");
        press(card, "visit.desk.book");
        assertThat(_get(card, Select.class).getErrorMessage()).isEqualTo(translated("visit.time.missing"));
        choose(card);
        in(card, TextField.class, translated("visit.phone")).setValue("13812345678");
        press(card, "visit.desk.book");
        assertThat(textOf(card)).contains("已约好：更换外窗，11月25日 星期三 09:00–11:00", translated("visit.desk.move"));
        assertThat(byId("visit-remaining").map(ViewTest::textOf).orElse("")).contains("1号楼 3 0 1 0 0 2");
    }

    @SuppressWarnings("unchecked")
    private static void select(ComboBox<?> field, int which) {
        ((ComboBox<Object>) field).setValue(field.getListDataView().getItem(which));
    }

    @SuppressWarnings("unchecked")
    private static void choose(Component card) {
        Select<Slot> time = _get(card, Select.class);
        time.setValue(time.getListDataView().getItem(0));
    }

    @Test
    void points_out_a_booking_that_an_exam_overtook_and_moves_it_past_it() {
        long before = sample.offer(TODAY.plusDays(3), 2, MORNING);
        sample.offer(TODAY.plusDays(4), 2, MORNING);
        sample.offer(TODAY.plusDays(7), 2, NOON);
        visits.bookFor(sample.worker(), sample.household("101"), before, new Contact("", "13812345678"));
        sample.exam(TODAY.plusDays(2), TODAY.plusDays(5));

        open("desk/visits/HOMES");
        DueCard card = _get(DueCard.class);
        assertThat(textOf(card)).contains(translated("visit.due.barred"), "1 单元 101", "138****5678",
                "11月26日至11月29日，高考").doesNotContain("13812345678");
        press(card, "visit.line.phone.open");
        assertThat(textOf(card)).contains("13812345678");
        press(card, "visit.due.offer");
        assertThat(_get(card, Select.class).getListDataView().getItems()).hasSize(1);
        choose(card);
        press(card, "visit.desk.move");
        assertThat(textOf(card)).contains("已改约：更换外窗，12月1日 星期二 11:00–13:00", translated("visit.due.none"));
    }

    @Test
    void list_of_the_day_takes_what_the_crew_found() {
        long slot = sample.offer(TOMORROW, 2, MORNING);
        visits.bookFor(sample.worker(), sample.household("101"), slot, new Contact("有狗", ""));
        Visit other = visits.bookFor(sample.worker(), sample.household("102"), slot, Contact.NONE);
        signIn(sample.compound().people().engineer());
        open("desk/visits/HOMES/day?on=" + TOMORROW);
        assertThat(page()).contains("11月25日 星期三", CREW, "1 单元 101", "有狗", "张**").doesNotContain(
                translated("visit.mark.reason"), "张三");
        open("desk/visits/HOMES/day?on=" + TODAY);
        assertThat(page()).contains(translated("visit.list.none"));

        clock.moveTo(TOMORROW);
        service(VisitMarks.class).mark(sample.worker(), other.id(), VisitState.DONE, "");
        open("desk/visits/HOMES/day");
        Component card = byId("visit-day").orElseThrow();
        Button nobody = _find(card, Button.class, spec -> spec.withText(translated("visit.state.not-home"))).getFirst();
        _click(nobody);
        assertThat(textOf(card)).contains(translated("visit.reason.missing", Visits.LONGEST_REASON));
        _find(card, TextField.class).getFirst().setValue("敲门三次");
        _click(nobody);
        assertThat(textOf(card)).contains(translated("visit.marked"), translated("visit.state.not-home"), "敲门三次",
                translated("visit.state.done"));
    }

    @Test
    void open_list_of_the_day_follows_what_households_book_and_move() {
        long morning = sample.offer(TOMORROW, 3, MORNING);
        long noon = sample.offer(TOMORROW, 3, NOON);
        HouseholdCodes.Holder holder = sample.holder("101");
        open("desk/visits/HOMES/day?on=" + TOMORROW);
        Component card = byId("visit-day").orElseThrow();
        assertThat(textOf(card)).contains(translated("visit.list.none"));

        Visit booked = visits.book(holder, noon, new Contact("有狗", ""));
        receivePush();
        assertThat(textOf(card)).contains(translated("visit.list.updated"), "1 户", "11:00–13:00", "1 单元 101", "有狗")
                .doesNotContain(translated("visit.list.none"));
        Visit moved = visits.move(holder, booked.id(), morning);
        receivePush();
        assertThat(textOf(card)).contains("09:00–11:00", "1 单元 101", "有狗").doesNotContain("11:00–13:00");
        visits.cancel(holder, moved.id(), "");
        receivePush();
        assertThat(textOf(card)).contains(translated("visit.list.none")).doesNotContain(CREW, "有狗");
    }

    @Test
    void open_list_of_the_day_leaves_alone_what_somebody_is_writing() {
        long afternoon = sample.offer(TOMORROW, 3, new NewSlots.Span(LocalTime.of(16, 0), LocalTime.of(18, 0)));
        long evening = sample.offer(TOMORROW, 3, new NewSlots.Span(LocalTime.of(18, 0), LocalTime.of(20, 0)));
        Visit there = visits.bookFor(sample.worker(), sample.household("101"), evening, Contact.NONE);
        clock.moveTo(TOMORROW);
        open("desk/visits/HOMES/day");
        Component card = byId("visit-day").orElseThrow();
        TextField writing = _get(card, TextField.class);
        writing.setValue("敲门三次");

        visits.bookFor(sample.worker(), sample.household("102"), afternoon, Contact.NONE);
        receivePush();
        assertThat(textOf(card)).containsSubsequence("2 户", "1 单元 102", "1 单元 101");
        assertThat(writing.isAttached()).isTrue();
        service(VisitMarks.class).mark(sample.worker(), there.id(), VisitState.DECLINED, "不做");
        receivePush();
        assertThat(_find(card, TextField.class)).extracting(TextField::getValue).as("also where the line changed")
                .containsExactly("", "敲门三次");
    }

    @Test
    void crew_adds_the_homes_that_are_done_to_the_days_report() {
        long task = sample.plan(20).get(1);
        long slot = sample.offer(TOMORROW, 2, MORNING);
        Visit first = sample.book("101", slot);
        sample.book("102", slot);
        clock.moveTo(TOMORROW);
        signIn(sample.compound().people().engineer());
        open("desk/visits/HOMES/day");
        Component card = byId("visit-reports").orElseThrow();
        assertThat(card.isVisible()).as("nothing is done yet").isFalse();
        _click(_find(byId("visit-day").orElseThrow(), Button.class,
                spec -> spec.withText(translated("visit.state.done"))).getFirst());
        receivePush();
        assertThat(textOf(card)).contains("更换外窗", "户内换窗", "当天完成 1 户，其中 0 户已在日报里");

        _click(_get(card, Button.class, spec -> spec.withText("把 1 户加入当天日报")));
        assertThat(textOf(card)).contains("已提交日报：1 户，等监理确认", "其中 1 户已在日报里").doesNotContain("加入当天日报");
        SiteReport report = service(SiteReports.class).ofTask(task).getFirst();
        assertThat(report.state()).isEqualTo(ReportState.SUBMITTED);
        service(SiteReports.class).confirm(sample.compound().people().supervisor(), report.id());
        service(VisitMarks.class).mark(sample.worker(), first.id(), VisitState.NOT_HOME, "登错");
        receivePush();
        assertThat(textOf(card)).contains("这天的日报计了 1 户，其中仍算完成的是 0 户");
        _click(_get(card, Button.class, spec -> spec.withText("更正为 0 户")));
        assertThat(textOf(card)).contains(translated("visit.report.corrected"));

        signIn(sample.worker());
        service(VisitMarks.class).mark(sample.worker(), first.id(), VisitState.DONE, "");
        open("desk");
        open("desk/visits/HOMES/day");
        assertThat(page()).contains("还有 1 户没有上报，由施工员加入日报").doesNotContain("加入当天日报");
    }

    @Test
    void days_whose_homes_nobody_reported_lead_to_their_lists_until_they_are() {
        sample.plan(20);
        Visit forgotten = sample.book("101", sample.offer(TOMORROW, 2, MORNING));
        clock.moveTo(TOMORROW);
        service(VisitMarks.class).mark(sample.worker(), forgotten.id(), VisitState.DONE, "");
        signIn(sample.compound().people().engineer());
        open("desk/visits/HOMES");
        assertThat(byId("visit-unreported").orElseThrow().isVisible()).as("the day is not over").isFalse();

        clock.moveTo(TODAY.plusDays(4));
        for (String page : List.of("desk/visits/HOMES", "desk/visits/HOMES/day")) {
            open(page);
            Component card = byId("visit-unreported").orElseThrow();
            assertThat(textOf(card)).contains("11月25日 星期三", "1 户没有上报");
            assertThat(_get(card, Anchor.class).getHref()).isEqualTo("desk/visits/HOMES/day?on=" + TOMORROW);
        }
        Component reminder = byId("visit-unreported").orElseThrow();
        service(VisitReports.class).report(sample.compound().people().engineer(), sample.work(), TOMORROW, null,
                new Formats(service(Messages.class), Locale.SIMPLIFIED_CHINESE, TODAY));
        receivePush();
        assertThat(reminder.isVisible()).isFalse();
    }

    @Test
    void list_of_a_day_does_not_name_itself_among_those_left() {
        sample.plan(20);
        Visit forgotten = sample.book("101", sample.offer(TOMORROW, 2, MORNING));
        clock.moveTo(TODAY.plusDays(2));
        service(VisitMarks.class).mark(sample.worker(), forgotten.id(), VisitState.DONE, "");
        open("desk/visits/HOMES/day?on=" + TOMORROW);
        assertThat(byId("visit-unreported").orElseThrow().isVisible()).isFalse();
        assertThat(byId("visit-reports").orElseThrow().isVisible()).isTrue();
    }

    @Test
    void work_is_linked_to_a_task_of_the_plan_and_says_when_the_plan_has_it_no_longer() {
        open("desk/visits/HOMES/plan");
        assertThat(in(_get(WorksCard.class), ComboBox.class, translated("visit.work.task")).getHelperText())
                .isEqualTo(translated("visit.work.task.none"));
        long task = sample.plan(20).get(1);
        service(VisitWorks.class).link(sample.worker(), sample.work(), null);
        open("desk/visits/HOMES/plan");
        WorksCard card = _get(WorksCard.class);
        ComboBox<?> field = _find(card, ComboBox.class, spec -> spec.withLabel(translated("visit.work.task"))).getFirst();
        select(field, 0);
        _fireValueChange(field);
        assertThat(textOf(card)).contains("“更换外窗”完成的户以后计入“户内换窗”");
        assertThat(service(VisitWorks.class).of(sample.project().id()).getFirst().taskId()).isEqualTo(task);

        service(PlanOutlining.class).remove(sample.compound().people().planner(), sample.project().id(),
                List.of(SeenTask.of(service(Plans.class).task(task).task())));
        open("desk/visits/HOMES/plan");
        assertThat(_find(_get(WorksCard.class), ComboBox.class, spec -> spec.withLabel(translated("visit.work.task")))
                .getFirst().getErrorMessage()).isEqualTo(translated("visit.work.task.gone"));
    }

    @Test
    void list_of_the_day_sends_nobody_where_an_exam_came_up() throws Exception {
        long slot = sample.offer(TOMORROW, 2, MORNING);
        visits.bookFor(sample.worker(), sample.household("101"), slot, Contact.NONE);
        sample.exam(TOMORROW, TOMORROW);
        clock.moveTo(TOMORROW);
        open("desk/visits/HOMES/day");
        Component card = byId("visit-day").orElseThrow();
        assertThat(textOf(card)).contains(translated("visit.due.barred"), "11月25日，高考", "1 单元 101")
                .doesNotContain(translated("visit.state.not-home"), translated("visit.state.booked"));
        byte[] pdf = service(CrewSheet.class).print(sample.worker(), sample.project(), TOMORROW, null,
                new Formats(service(Messages.class), Locale.SIMPLIFIED_CHINESE, TOMORROW));
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(new PDFTextStripper().getText(document)).contains("101", "不施工", "高考")
                    .doesNotContain("家中无人");
        }
    }

    @Test
    void works_times_and_days_without_visits_are_set_on_one_page() {
        open("desk/visits/HOMES/plan");
        SlotsCard card = _get(SlotsCard.class);
        select(in(card, ComboBox.class, translated("visit.slots.stairwell")), 0);
        @SuppressWarnings("unchecked")
        ComboBox<String> crew = in(card, ComboBox.class, translated("visit.crew"));
        crew.setItems(CREW);
        crew.setValue(CREW);
        in(card, DatePicker.class, translated("visit.slots.last")).setValue(TODAY.plusDays(7));
        in(card, TextField.class, translated("visit.slots.hours")).setValue("9:00－11:00");
        press(card, "visit.slots.offer");
        assertThat(textOf(card)).contains(translated("visit.span.unusable", 8));
        in(card, TextField.class, translated("visit.slots.hours")).setValue("9:00-11:00，14：00～16：00");
        press(card, "visit.slots.offer");
        assertThat(textOf(card)).contains(translated("visit.slots.offered", 10));
        assertThat(byId("visit-offered").map(ViewTest::textOf).orElse("")).contains("11月25日 星期三", "14:00–16:00",
                "已约 0/3 户").doesNotContain("星期六");
        press(card, "visit.slots.offer");
        assertThat(textOf(card)).contains("门窗一班 在 2026-11-25 09:00–11:00 已安排在 1号楼 1 单元");

        BarsCard bars = _get(BarsCard.class);
        in(bars, DatePicker.class, translated("visit.slots.first")).setValue(TODAY.plusDays(2));
        in(bars, DatePicker.class, translated("visit.slots.last")).setValue(TODAY.plusDays(2));
        in(bars, TextField.class, translated("visit.bars.words")).setValue("小区停电");
        press(bars, "visit.bars.save");
        assertThat(textOf(bars)).contains("11月26日，小区停电", translated("visit.bars.saved", 0));
        assertThat(byId("visit-offered").map(ViewTest::textOf).orElse("")).contains("不施工：小区停电");
        press(bars, "visit.bars.remove");
        assertThat(textOf(bars)).contains(translated("visit.bars.removed"));

        WorksCard works = _get(WorksCard.class);
        in(works, TextField.class, translated("visit.work.title")).setValue("更换入户门");
        press(works, "visit.work.save");
        assertThat(textOf(works)).contains(translated("visit.type.missing"));
        press(works, "visit.work.remove");
        assertThat(textOf(works)).as("times were offered for it").contains(translated("visit.work.used"));
    }

    @Test
    void lets_in_who_handles_visits_and_shows_others_the_counts_alone() {
        sample.offer(TOMORROW, 2, MORNING);
        signIn(sample.compound().people().viewer());
        open("desk/visits/HOMES");
        assertThat(page()).contains("更换外窗").doesNotContain(translated("visit.phone.title"),
                translated("visit.due.title"), translated("visit.way.day"), translated("visit.way.plan"));
        assertThat(VisitPlanView.class.getAnnotation(RolesAllowed.class).value()).containsExactlyInAnyOrder(
                Role.Names.COMMUNITY, Role.Names.PLANNER, Role.Names.ADMINISTRATOR);
        assertThat(VisitDayView.class.getAnnotation(RolesAllowed.class).value())
                .doesNotContain(Role.Names.VIEWER, Role.Names.SUPERVISOR);
    }

    @Test
    void crews_list_is_printed_with_masked_names() throws Exception {
        long slot = sample.offer(TOMORROW, 2, MORNING);
        visits.bookFor(sample.worker(), sample.household("101"), slot, new Contact("老人行动不便，请慢敲门", "13812345678"));
        byte[] pdf = service(CrewSheet.class).print(sample.worker(), sample.project(), TOMORROW, null,
                new Formats(service(Messages.class), Locale.SIMPLIFIED_CHINESE, TODAY));

        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(new PDFTextStripper().getText(document)).contains("入户施工名单", "11月25日 星期三", CREW,
                    "09:00–11:00", "101", "1号楼 1 单元", "张**", "更换外窗", "老人行动不便", "138****5678", "家中无人")
                    .doesNotContain("张三", "13812345678");
        }
    }

    @Test
    void pages_take_few_statements_however_much_is_booked() {
        for (int day = 1; day < 12; day++) {
            sample.offer(TODAY.plusDays(day), 2, MORNING);
        }
        long slot = service(VisitBoard.class).slots(sample.project().id()).getFirst().id();
        visits.bookFor(sample.worker(), sample.household("101"), slot, Contact.NONE);
        sample.exam(TODAY, TODAY.plusDays(9));
        assertThat(statements("desk/visits/HOMES")).isLessThanOrEqualTo(13);
        assertThat(statements("desk/visits/HOMES/day?on=" + TOMORROW)).isLessThanOrEqualTo(11);
        assertThat(statements("desk/visits/HOMES/plan")).isLessThanOrEqualTo(16);
    }

    private int statements(String address) {
        open("desk");
        try (StatementCount counted = countStatements()) {
            open(address);
            return counted.statements().size();
        }
    }
}
