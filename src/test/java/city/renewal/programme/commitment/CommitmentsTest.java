package city.renewal.programme.commitment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import city.renewal.account.Actor;
import city.renewal.app.Services;
import city.renewal.base.Refusal;
import city.renewal.programme.PublishedFigures;
import city.renewal.project.Projects;
import city.renewal.site.NewReport;
import city.renewal.site.SiteReport;
import city.renewal.site.SiteReports;
import city.renewal.testing.OnEachDatabase;
import city.renewal.testing.SmallPlan;
import city.renewal.testing.StatementCount;
import city.renewal.testing.TestClock;
import city.renewal.testing.TestDatabase;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@OnEachDatabase
class CommitmentsTest {

    /** Eight of the ten days of the pipes have passed. */
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 10);

    private final TestClock clock = TestClock.at(TODAY);
    private final TestDatabase database;
    private final Commitments commitments;
    private final Indicators indicators;
    private final Services services;
    private final CommitmentSample sample;

    CommitmentsTest(TestDatabase database) {
        this.database = database;
        services = database.services(clock);
        commitments = services.get(Commitments.class);
        indicators = services.get(Indicators.class);
        sample = new CommitmentSample(services);
    }

    @BeforeEach
    void resetClock() {
        clock.moveTo(TODAY);
    }

    @Test
    void counts_a_project_once_all_of_it_is_confirmed() {
        SmallPlan done = sample.compound("F1");
        SmallPlan half = sample.compound("F2");
        sample.finish(done, TODAY.minusDays(2));
        sample.projects().confirmed(half.pipes(), TODAY, "50");

        CommitmentLine line = sample.made(sample.wish(Basis.FINISHED, null, "compound", "2", "F1", "F2")).line();

        assertThat(line.present()).isEqualByComparingTo("1");
        assertThat(line.asOf()).isEqualTo(TODAY);
        assertThat(line.source()).as("derived, nobody's word").isNull();
        assertThat(line.projects()).extracting(LinkedProject::code, each -> each.present().intValue(),
                LinkedProject::supervisor).containsExactly(
                tuple("F1", 1, "Second Eyes"),
                tuple("F2", 0, "Second Eyes"));
    }

    @Test
    void weighs_a_measure_by_the_confirmed_share_and_the_parts_come_to_the_whole() {
        SmallPlan half = sample.compound("M1");
        SmallPlan done = sample.compound("M2");
        sample.projects().confirmed(half.pipes(), TODAY, "50");
        sample.finish(done, TODAY);

        CommitmentLine line = sample.made(sample.wish(Basis.MEASURE, "area", "m2", "2000", "M1", "M2")).line();

        assertThat(line.projects()).extracting(each -> each.present().toPlainString())
                .containsExactly("333", "1000.000");
        assertThat(line.present()).isEqualByComparingTo("1333");
        assertThat(line.share()).isLessThan(1);
    }

    @Test
    void adds_up_the_confirmed_quantities_of_one_sort_of_work() {
        SmallPlan one = sample.compound("W1");
        sample.compound("W2");
        sample.projects().confirmed(one.pipes(), TODAY, "30");
        sample.projects().confirmed(one.paving(), TODAY, "10");

        CommitmentLine line = sample.made(sample.wish(Basis.WORK, "pipes", "m", "200", "W1", "W2")).line();

        assertThat(line.present()).isEqualByComparingTo("30");
        assertThat(line.projects().getFirst().whole()).isEqualByComparingTo("100");
    }

    @Test
    void follows_a_report_as_soon_as_it_is_confirmed() {
        SmallPlan plan = sample.compound("LIVE");
        int number = sample.made(sample.wish(Basis.WORK, "PIPES", "m", "100", "LIVE")).commitment().number();

        sample.projects().confirmed(plan.pipes(), TODAY, "40");

        assertThat(sample.page(number).line().present()).isEqualByComparingTo("40");
    }

    @Test
    void a_project_that_residents_cannot_follow_counts_for_nothing() {
        SmallPlan plan = sample.compound("SHUT");
        sample.finish(plan, TODAY);
        int number = sample.made(sample.wish(Basis.FINISHED, null, "compound", "1", "SHUT")).commitment().number();

        database.jdbi().useHandle(handle -> handle.execute(
                "UPDATE project SET open_to_public = FALSE WHERE code = 'SHUT'"));

        assertThat(sample.page(number).line().present()).isEqualByComparingTo("0");
        assertThat(sample.page(number).line().projects()).isEmpty();
        refused("commitment.link.closed", () -> sample.made(
                sample.wish(Basis.FINISHED, null, "compound", "1", "SHUT")));
    }

    @Test
    void is_at_risk_when_the_schedule_will_not_bring_it_in_time() {
        SmallPlan plan = sample.compound("RISK");
        sample.projects().confirmed(plan.pipes(), TODAY.minusDays(1), "50");
        NewCommitment wish = sample.wish(Basis.FINISHED, null, "compound", "1", "RISK");
        CommitmentPage page = sample.made(wish);
        assertThat(page.line().state()).as("finish on 19 March, due on 20 March").isEqualTo(CommitmentState.ON_COURSE);

        commitments.promise(sample.officer(), page.commitment(), BigDecimal.ONE, LocalDate.of(2026, 3, 18), "提前");

        assertThat(sample.page(page.commitment().number()).line().state()).isEqualTo(CommitmentState.AT_RISK);
    }

    @Test
    void is_kept_kept_late_or_missed_by_the_day_of_the_work() {
        SmallPlan plan = sample.compound("KEPT");
        int number = sample.made(sample.wish(Basis.FINISHED, null, "compound", "1", "KEPT")).commitment().number();
        clock.moveTo(CommitmentSample.DUE.plusDays(1));
        assertThat(sample.page(number).line().state()).isEqualTo(CommitmentState.MISSED);

        sample.finish(plan, CommitmentSample.DUE.plusDays(1));
        assertThat(sample.page(number).line().state()).isEqualTo(CommitmentState.KEPT_LATE);

        SmallPlan inTime = sample.compound("KEPT2");
        sample.finish(inTime, CommitmentSample.DUE);
        assertThat(sample.made(sample.wish(Basis.FINISHED, null, "compound", "1", "KEPT2")).line().state())
                .as("confirmed a day later, but done in time").isEqualTo(CommitmentState.KEPT);
    }

    @Test
    void of_work_that_goes_on_the_day_of_the_report_says_when_the_target_was_reached() {
        SmallPlan late = sample.compound("DAY1");
        SmallPlan other = sample.compound("DAY2");
        int metres = sample.made(sample.wish(Basis.WORK, "PIPES", "m", "60", "DAY1", "DAY2")).commitment().number();
        int area = sample.made(sample.wish(Basis.MEASURE, "area", "m2", "300", "DAY1", "DAY2")).commitment().number();
        clock.moveTo(CommitmentSample.DUE.plusDays(9));
        sample.projects().confirmed(late.pipes(), CommitmentSample.DUE.minusDays(1), "30");
        sample.projects().confirmed(other.pipes(), CommitmentSample.DUE.plusDays(3), "20");
        assertThat(sample.page(metres).line().reachedOn()).as("not yet").isNull();
        sample.projects().confirmed(late.pipes(), CommitmentSample.DUE.plusDays(5), "10");

        CommitmentLine line = sample.page(metres).line();
        assertThat(line.projects()).allMatch(project -> !project.standing().finished());
        assertThat(line.state()).isEqualTo(CommitmentState.KEPT_LATE);
        assertThat(line.reachedOn()).isEqualTo(CommitmentSample.DUE.plusDays(5));
        assertThat(sample.page(area).line().reachedOn()).as("200 + 133 m²").isEqualTo(CommitmentSample.DUE.plusDays(3));

        sample.projects().confirmed(other.pipes(), CommitmentSample.DUE, "30");
        assertThat(sample.page(metres).line().reachedOn()).as("told late, but done in time").isEqualTo(CommitmentSample.DUE);
        assertThat(sample.page(metres).line().state()).isEqualTo(CommitmentState.KEPT);
    }

    @Test
    void each_promise_has_the_day_of_its_own_target_and_a_correction_moves_it() {
        SmallPlan plan = sample.compound("DAY3");
        CommitmentPage made = sample.made(sample.wish(Basis.WORK, "PIPES", "m", "60", "DAY3"));
        commitments.promise(sample.officer(), made.commitment(), new BigDecimal("40"), CommitmentSample.DUE, "少做");
        clock.moveTo(CommitmentSample.DUE.plusDays(9));
        sample.projects().confirmed(plan.pipes(), CommitmentSample.DUE.minusDays(2), "45");
        sample.projects().confirmed(plan.pipes(), CommitmentSample.DUE.plusDays(1), "20");

        CommitmentLine line = sample.page(made.commitment().number()).line();
        assertThat(line.reachedOn()).isEqualTo(CommitmentSample.DUE.minusDays(2));
        assertThat(line.state()).isEqualTo(CommitmentState.KEPT);
        assertThat(line.firstReachedOn()).isEqualTo(CommitmentSample.DUE.plusDays(1));
        assertThat(line.firstState()).isEqualTo(CommitmentState.KEPT_LATE);

        SiteReports reports = services.get(SiteReports.class);
        SiteReport wrong = reports.ofTask(plan.pipes()).getFirst();
        reports.confirm(sample.projects().people().supervisor(), reports.submit(sample.projects().people().engineer(),
                new NewReport(plan.pipes(), wrong.reportOn(), new BigDecimal("5"), null, null, "数错了", null, null,
                        wrong.id())).id());
        assertThat(sample.page(made.commitment().number()).line().firstReachedOn()).isNull();
        assertThat(sample.page(made.commitment().number()).line().firstState()).isEqualTo(CommitmentState.MISSED);
    }

    @Test
    void of_what_was_done_before_reports_began_no_day_is_made_up() {
        SmallPlan plan = sample.compound("DAY4");
        database.jdbi().useHandle(handle -> {
            handle.execute("UPDATE task SET opening_quantity = 50 WHERE id = ?", plan.pipes());
            handle.execute("UPDATE plan SET revision = revision + 1 WHERE project_id = ?", plan.project().id());
        });
        CommitmentPage before = sample.made(sample.wish(Basis.WORK, "PIPES", "m", "50", "DAY4"));
        CommitmentPage after = sample.made(sample.wish(Basis.WORK, "PIPES", "m", "60", "DAY4"));
        sample.projects().confirmed(plan.pipes(), TODAY, "10");

        assertThat(sample.page(before.commitment().number()).line().reachedOn()).isNull();
        assertThat(sample.page(before.commitment().number()).line().state()).isEqualTo(CommitmentState.KEPT);
        assertThat(sample.page(after.commitment().number()).line().reachedOn()).isEqualTo(TODAY);
    }

    @Test
    void the_first_promise_stays_beside_the_newest_with_the_reason() {
        sample.compound("FIRST");
        CommitmentPage page = sample.made(sample.wish(Basis.FINISHED, null, "compound", "1", "FIRST"));
        clock.moveTo(CommitmentSample.DUE.plusDays(1));
        LocalDate later = CommitmentSample.DUE.plusDays(60);
        commitments.promise(sample.officer(), page.commitment(), BigDecimal.ONE, later, "管线改迁，工期延长");

        CommitmentPage after = sample.page(page.commitment().number());

        assertThat(after.commitment().first().dueOn()).isEqualTo(CommitmentSample.DUE);
        assertThat(after.commitment().newest().dueOn()).isEqualTo(later);
        assertThat(after.promises()).extracting(Promise::why).containsExactly(null, "管线改迁，工期延长");
        assertThat(after.line().state()).isEqualTo(CommitmentState.ON_COURSE);
        assertThat(after.line().firstState()).isEqualTo(CommitmentState.MISSED);
    }

    @Test
    void who_saw_an_older_version_or_gives_no_reason_changes_nothing() {
        sample.compound("LOCK");
        Commitment seen = sample.made(sample.wish(Basis.FINISHED, null, "compound", "1", "LOCK")).commitment();
        commitments.correct(sample.officer(), seen, "新名称", null, "示例区住建委", "科室", "022-0000-8001");

        refused("commitment.changed", () -> commitments.promise(sample.officer(), seen, BigDecimal.TWO, seen.newest().dueOn(), "多做"));
        Commitment now = sample.page(seen.number()).commitment();
        assertThat(now.name().zh()).isEqualTo("新名称");
        assertThat(now.changed()).isFalse();
        refused("commitment.why.missing", () -> commitments.promise(sample.officer(), now, BigDecimal.TWO, now.newest().dueOn(), " "));
        refused("commitment.promise.same", () -> commitments.promise(sample.officer(), now, now.newest().target(), now.newest().dueOn(), "x"));
    }

    @Test
    void one_that_was_withdrawn_stays_readable_with_its_promises_and_the_reason_and_never_changes_again() {
        sample.compound("GONE");
        Commitment made = sample.made(sample.wish(Basis.FINISHED, null, "compound", "1", "GONE")).commitment();
        refused("commitment.why.missing", () -> commitments.withdraw(sample.officer(), made, " "));

        commitments.withdraw(sample.officer(), made, "与第 1 项重复");

        CommitmentPage after = sample.page(made.number());
        Commitment gone = after.commitment();
        assertThat(gone.withdrawn()).isNotNull();
        assertThat(gone.withdrawn().why()).isEqualTo("与第 1 项重复");
        assertThat(gone.withdrawn().author()).isEqualTo(sample.officer().name());
        assertThat(gone.first()).isEqualTo(made.first());
        assertThat(after.line().state()).isEqualTo(CommitmentState.WITHDRAWN);
        assertThat(after.line().firstState()).isEqualTo(CommitmentState.WITHDRAWN);
        refused("commitment.withdrawn", () -> commitments.withdraw(sample.officer(), gone, "再来"));
        refused("commitment.withdrawn", () -> commitments.promise(sample.officer(), gone, BigDecimal.TWO, gone.newest().dueOn(), "多做"));
        refused("commitment.withdrawn", () -> commitments.correct(sample.officer(), gone, "新名称", null, "示例区住建委", "科室", "022-0000-8001"));
        refused("commitment.changed", () -> commitments.promise(sample.officer(), made, BigDecimal.TWO, made.newest().dueOn(), "多做"));
        assertThat(sample.page(made.number()).promises()).hasSize(1);
    }

    @Test
    void a_project_that_counts_no_longer_stays_readable_with_the_reason() {
        sample.compound("OUT");
        sample.compound("IN");
        Commitment seen = sample.made(sample.wish(Basis.FINISHED, null, "compound", "1", "OUT")).commitment();

        commitments.link(sample.officer(), seen, Set.of("IN"), "项目移交区外");

        CommitmentPage after = sample.page(seen.number());
        assertThat(after.line().projects()).extracting(LinkedProject::code).containsExactly("IN");
        assertThat(after.links()).extracting(LinkChange::code, LinkChange::linkedWhy, LinkChange::endedWhy)
                .containsExactly(tuple("OUT", null, "项目移交区外"),
                        tuple("IN", "项目移交区外", null));
        refused("commitment.link.same", () -> commitments.link(sample.officer(), after.commitment(), Set.of("IN"), "x"));
        refused("commitment.why.missing", () -> commitments.link(sample.officer(), after.commitment(), Set.of(), null));
    }

    @Test
    void a_derived_value_cannot_be_typed_and_reported_ones_are_only_added() {
        sample.compound("TYPED");
        Commitment derived = sample.made(sample.wish(Basis.FINISHED, null, "compound", "1", "TYPED")).commitment();
        refused("commitment.value.derived", () -> commitments.report(sample.officer(), derived, BigDecimal.ONE, TODAY, "说", null));

        Commitment reported = sample.made(sample.wish(Basis.REPORTED, null, "item", "60")).commitment();
        assertThat(sample.page(reported.number()).line().present()).isNull();
        commitments.report(sample.officer(), reported, new BigDecimal("20"), TODAY, "供热办月报", null);
        commitments.report(sample.officer(), reported, new BigDecimal("12"), TODAY.minusDays(30), "补报上月", null);

        CommitmentPage page = sample.page(reported.number());
        assertThat(page.line().present()).as("the newest day, not the newest entry").isEqualByComparingTo("20");
        assertThat(page.line().asOf()).isEqualTo(TODAY);
        assertThat(page.values()).extracting(FigureValue::source).containsExactly("供热办月报", "补报上月");
        refused("commitment.source.missing", () -> commitments.report(sample.officer(), reported, BigDecimal.ONE, TODAY, "", null));
        refused("commitment.as-of.outside", () -> commitments.report(sample.officer(), reported, BigDecimal.ONE, TODAY.plusDays(1), "x", null));
    }

    @Test
    void without_projects_it_is_at_risk_when_the_share_is_behind_the_time() {
        Commitment reported = sample.made(sample.wish(Basis.REPORTED, null, "item", "100")).commitment();
        commitments.report(sample.officer(), reported, new BigDecimal("70"), TODAY, "月报", null);
        assertThat(sample.page(reported.number()).line().state()).as("87 of 100 parts of the time are gone")
                .isEqualTo(CommitmentState.AT_RISK);
        commitments.report(sample.officer(), reported, new BigDecimal("80"), TODAY, "月报", "漏报两处");
        assertThat(sample.page(reported.number()).line().state()).isEqualTo(CommitmentState.ON_COURSE);
        commitments.report(sample.officer(), reported, new BigDecimal("100"), TODAY, "月报", "当天又修好二十处");
        assertThat(sample.page(reported.number()).line().state()).isEqualTo(CommitmentState.KEPT);
    }

    @Test
    void a_figure_that_was_corrected_does_not_say_when_the_target_was_reached() {
        Commitment reported = sample.made(sample.wish(Basis.REPORTED, null, "item", "100")).commitment();
        commitments.report(sample.officer(), reported, new BigDecimal("1000"), TODAY, "月报", null);
        commitments.report(sample.officer(), reported, new BigDecimal("10"), TODAY, "月报", "多写了两个零");
        LocalDate late = CommitmentSample.DUE.plusDays(5);
        clock.moveTo(late);
        commitments.report(sample.officer(), reported, new BigDecimal("100"), late, "完成", null);

        assertThat(sample.page(reported.number()).line().state()).isEqualTo(CommitmentState.KEPT_LATE);
    }

    @Test
    void an_indicator_speaks_by_its_newest_published_figure() {
        Commitment jobs = sample.made(sample.wish(Basis.INDICATOR, null, "person", "20000")).commitment();
        CommitmentLine published = sample.page(jobs.number()).line();
        assertThat(published.present()).isEqualByComparingTo("17000");
        assertThat(published.source().zh()).contains("报纸");

        indicators.add(sample.officer(), "new-jobs", new BigDecimal("18500"), TODAY, "区人社局", null);

        assertThat(sample.page(jobs.number()).line().present()).isEqualByComparingTo("18500");
        IndicatorLine line = indicators.all().stream().filter(each -> each.indicator().id().equals("new-jobs")).findFirst().orElseThrow();
        assertThat(line.newest()).isEqualByComparingTo("18500");
        assertThat(line.indicator().value()).as("what was published first stays").isEqualByComparingTo("17000");
        assertThat(line.measured()).as("nothing here measures it").isNull();
    }

    @Test
    void a_figure_of_a_day_is_corrected_with_a_reason_and_the_first_one_stays() {
        indicators.add(sample.officer(), "relief", new BigDecimal("120000000"), TODAY, "区民政局", null);
        refused("commitment.correction.why", () -> indicators.add(sample.officer(), "relief", BigDecimal.TEN, TODAY, "区民政局", " "));
        refused("commitment.correction.nothing", () -> indicators.add(sample.officer(), "relief", BigDecimal.TEN, TODAY.minusDays(1), "区民政局", "错"));
        indicators.add(sample.officer(), "relief", new BigDecimal("102000000"), TODAY, "区民政局", "两位数字颠倒");

        IndicatorLine relief = indicators.all().stream().filter(each -> each.indicator().id().equals("relief")).findFirst().orElseThrow();
        assertThat(relief.newest()).isEqualByComparingTo("102000000");
        assertThat(relief.values()).extracting(FigureValue::why).containsExactly("两位数字颠倒", null);
        Commitment reported = sample.made(sample.wish(Basis.REPORTED, null, "item", "60")).commitment();
        commitments.report(sample.officer(), reported, BigDecimal.ONE, TODAY, "月报", null);
        refused("commitment.correction.why", () -> commitments.report(sample.officer(), reported, BigDecimal.TWO, TODAY, "月报", null));
    }

    @Test
    void what_projects_came_to_is_told_by_the_ends_of_months() {
        SmallPlan plan = sample.compound("COURSE");
        sample.projects().confirmed(plan.pipes(), LocalDate.of(2026, 2, 27), "10");
        sample.projects().confirmed(plan.pipes(), TODAY, "30");
        CommitmentPage page = sample.made(sample.wish(Basis.WORK, "PIPES", "m", "100", "COURSE"));
        assertThat(page.course()).extracting(DatedAmount::asOf, each -> each.amount().intValue())
                .containsExactly(tuple(LocalDate.of(2026, 2, 28), 10));
    }

    @Test
    void published_and_measured_stand_side_by_side() {
        SmallPlan plan = sample.compound("SIDE");
        sample.finish(plan, TODAY);

        IndicatorLine compounds = indicators.all().stream().filter(each -> each.indicator().id().equals("compounds")).findFirst().orElseThrow();

        assertThat(compounds.newest()).isEqualByComparingTo("18");
        assertThat(compounds.measured()).isNotNull();
        assertThat(compounds.measured().done()).isGreaterThanOrEqualTo(BigDecimal.ONE);
        assertThat(compounds.measured().confirmedAt()).isNotNull();
    }

    @Test
    void district_officers_write_and_others_read() {
        sample.compound("ROLE");
        NewCommitment wish = sample.wish(Basis.FINISHED, null, "compound", "1", "ROLE");
        Commitment made = sample.made(wish).commitment();
        Commitment reported = sample.made(sample.wish(Basis.REPORTED, null, "item", "60")).commitment();
        for (Actor actor : List.of(sample.projects().people().planner(), sample.projects().people().viewer(),
                sample.projects().people().community(), sample.projects().people().supervisor())) {
            refused("refused.role", () -> commitments.add(actor, wish));
            refused("refused.role", () -> commitments.promise(actor, made, BigDecimal.TEN, CommitmentSample.DUE, "x"));
            refused("refused.role", () -> commitments.link(actor, made, Set.of(), "x"));
            refused("refused.role", () -> commitments.report(actor, reported, BigDecimal.TEN, TODAY, "x", null));
            refused("refused.role", () -> commitments.correct(actor, made, "x", null, "x", "x", "022"));
            refused("refused.role", () -> commitments.withdraw(actor, made, "x"));
            refused("refused.role", () -> indicators.add(actor, "new-jobs", BigDecimal.TEN, TODAY, "x", null));
        }
        assertThat(commitments.page(CommitmentSample.YEAR, made.number())).isPresent();
        int noted = database.jdbi().withHandle(handle -> handle.createQuery("SELECT COUNT(*) FROM audit_entry"
                        + " WHERE actor = 'officer' AND action = 'commitment.add' AND subject = :subject")
                .bind("subject", "commitment:" + made.id()).mapTo(Integer.class).one());
        assertThat(noted).isOne();
    }

    @Test
    void what_cannot_be_is_refused_and_nothing_is_kept() {
        int before = sample.all().size();
        refused("commitment.target.absurd", () -> sample.made(sample.wish(Basis.REPORTED, null, "item", "0")));
        refused("commitment.measure.unfit", () -> sample.made(sample.wish(Basis.MEASURE, "area", "km", "1")));
        refused("commitment.work.missing", () -> sample.made(sample.wish(Basis.WORK, "", "m", "1")));
        refused("commitment.indicator.unfit", () -> sample.made(sample.wish(Basis.INDICATOR, null, "m", "1")));
        refused("commitment.link.not", () -> sample.made(sample.wish(Basis.REPORTED, null, "item", "1", "F1")));
        refused("project.unknown", () -> sample.made(sample.wish(Basis.FINISHED, null, "site", "1", "NOWHERE")));
        NewCommitment wish = sample.wish(Basis.REPORTED, null, "item", "5");
        refused("commitment.phone.malformed", () -> sample.made(new NewCommitment(2026, null, "名", null, Basis.REPORTED,
                null, null, "item", BigDecimal.ONE, CommitmentSample.DUE, "单位", "科", "<script>", Set.of())));
        refused("commitment.due.outside", () -> sample.made(new NewCommitment(2026, null, "名", null, Basis.REPORTED,
                null, null, "item", BigDecimal.ONE, LocalDate.of(2025, 12, 31), "单位", "科", "022-1", Set.of())));
        refused("commitment.year.far", () -> sample.made(new NewCommitment(1999, null, "名", null, Basis.REPORTED,
                null, null, "item", BigDecimal.ONE, CommitmentSample.DUE, "单位", "科", "022-1", Set.of())));
        assertThat(sample.all()).hasSize(before);
        int number = sample.made(wish).commitment().number();
        refused("commitment.number.taken", () -> sample.made(new NewCommitment(2026, number, "名", null, Basis.REPORTED,
                null, null, "item", BigDecimal.ONE, CommitmentSample.DUE, "单位", "科", "022-1", Set.of())));
    }

    @Test
    void a_year_is_read_in_four_statements_three_more_for_what_is_reached_and_in_one_while_nothing_changes() {
        for (int i = 0; i < 6; i++) {
            SmallPlan plan = sample.compound("COUNT" + i);
            sample.projects().confirmed(plan.pipes(), TODAY, "10");
            sample.made(sample.wish(Basis.FINISHED, null, "compound", "1", "COUNT" + i));
            sample.made(sample.wish(Basis.WORK, "PIPES", "m", "10", "COUNT" + i));
            sample.made(sample.wish(Basis.REPORTED, null, "item", "1"));
        }
        services.get(Commitments.class).of(CommitmentSample.YEAR);
        sample.projects().confirmed(sample.compound("COUNT9").pipes(), TODAY, "10");
        sample.made(sample.wish(Basis.FINISHED, null, "compound", "1", "COUNT9"));
        Services fresh = database.services(clock);

        try (StatementCount first = StatementCount.of(database.jdbi())) {
            fresh.get(Commitments.class).of(CommitmentSample.YEAR);
            assertThat(first.statements()).hasSize(7);
        }
        try (StatementCount second = StatementCount.of(database.jdbi())) {
            fresh.get(Commitments.class).of(CommitmentSample.YEAR);
            assertThat(second.statements()).hasSize(1);
        }
    }

    @Test
    void what_is_published_as_a_total_only_is_never_measured_or_parted() {
        assertThat(services.get(PublishedFigures.class).find("accessible-households")).hasValueSatisfying(total -> {
            assertThat(total.totalOnly()).isTrue();
            assertThat(total.measure()).isNull();
        });
        assertThat(indicators.all()).filteredOn(line -> line.indicator().totalOnly()).isNotEmpty()
                .allMatch(line -> line.measured() == null);
        NewCommitment total = new NewCommitment(2026, null, "残疾人家庭无障碍建设", null, Basis.INDICATOR, null,
                "accessible-households", "household", new BigDecimal("92"), CommitmentSample.DUE, "单位", "科", "022-1",
                Set.of());
        CommitmentPage page = sample.made(total);
        assertThat(page.line().present()).isEqualByComparingTo("92");
        assertThat(page.line().projects()).isEmpty();
        refused("commitment.link.not", () -> commitments.link(sample.officer(), page.commitment(), Set.of("F1"), "x"));
        assertThat(services.get(Projects.class).measures()).noneMatch(each -> each.measure().contains("accessible"));
    }

    private static void refused(String key, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(Refusal.class, refusal ->
                assertThat(refusal.key()).isEqualTo(key));
    }
}
