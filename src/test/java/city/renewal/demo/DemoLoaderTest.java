package city.renewal.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.renewal.account.Account;
import city.renewal.account.Accounts;
import city.renewal.account.Role;
import city.renewal.account.AuditTrail;
import city.renewal.app.Services;
import city.renewal.base.ChangeFeed;
import city.renewal.base.Installation;
import city.renewal.base.Names;
import city.renewal.base.Refusal;
import city.renewal.plan.MilestoneForecasts;
import city.renewal.plan.PlanSnapshot;
import city.renewal.plan.Plans;
import city.renewal.plan.ProgressRecorder;
import city.renewal.plan.WorkRules;
import city.renewal.plan.WorkTypes;
import city.renewal.plan.conflict.RoadConflicts;
import city.renewal.project.Kinds;
import city.renewal.project.ProjectPeople;
import city.renewal.project.Projects;
import city.renewal.site.PastReports;
import city.renewal.site.SitePauses;
import city.renewal.site.finding.FindingFilter;
import city.renewal.site.finding.FindingLevel;
import city.renewal.site.finding.FindingState;
import city.renewal.site.finding.FindingStep;
import city.renewal.site.finding.Findings;
import city.renewal.site.finding.SiteFinding;
import city.renewal.site.photo.PhotoCopies;
import city.renewal.site.signoff.SignoffRules;
import city.renewal.site.signoff.Signoffs;
import city.renewal.testing.OnEachDatabase;
import city.renewal.testing.TestDatabase;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;

/** The demonstration in a database. Loaded once, because every test only reads. */
@OnEachDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DemoLoaderTest {

    private static final Instant MORNING = DemoFixture.ORDINARY_DAY.atTime(LocalTime.of(7, 30))
            .atZone(DemoFixture.ZONE).toInstant();

    private final Clock clock = Clock.fixed(MORNING, DemoFixture.ZONE);
    private final List<DemoProject> made = DemoFixture.programme().on(DemoFixture.ORDINARY_DAY);
    @Parameter
    private TestDatabase database;
    private Projects projects;
    private Plans plans;
    private RoadConflicts roads;
    private Accounts accounts;
    private Installation installation;
    private Findings findings;
    private DemoLoader loader;

    @BeforeParameterizedClassInvocation
    void load() {
        AuditTrail audit = new AuditTrail(database.jdbi(), clock);
        installation = new Installation(database.jdbi());
        accounts = new Accounts(database.jdbi(), audit, clock, true);
        projects = new Projects(database.jdbi(), Kinds.packed(), audit, new ChangeFeed(), clock);
        plans = new Plans(database.jdbi(), projects, DemoFixture.scheduler(), WorkRules.usual(), audit, new ChangeFeed(), clock);
        roads = new RoadConflicts(database.jdbi(), WorkTypes.packed(), audit, new ChangeFeed());
        ProgressRecorder progress = new ProgressRecorder(plans);
        PastReports past = new PastReports(database.jdbi(), progress);
        Signoffs signoffs = new Signoffs(database.jdbi(), new ProjectPeople(database.jdbi(), accounts, audit), SignoffRules.packed(WorkTypes.packed()), progress, audit,
                new ChangeFeed(), clock);
        Services services = database.services(clock);
        services.get(PhotoCopies.class).close();
        findings = services.get(Findings.class);
        loader = new DemoLoader(database.jdbi(), installation, accounts, projects, plans, roads, past,
                new MilestoneForecasts(database.jdbi()), List.of(new SiteChapter(past, signoffs,
                        new SitePauses(database.jdbi(), audit, new ChangeFeed(), clock), DemoFixture.ZONE),
                        services.get(FindingChapter.class)),
                DemoFixture::programme, clock);
        loader.load();
    }

    @Test
    void knowsWhereProjectsLieAlongRoads() {
        assertThat(roads.projects()).filteredOn(project -> project.position() != null)
                .extracting(RoadConflicts.PlacedProject::code).contains("RD01", "PN02", "PN03");
    }

    @Test
    void everyRowOfThePlansIsThere() {
        assertThat(count("project")).isEqualTo(made.size());
        assertThat(count("task")).isEqualTo(made.stream().mapToLong(one -> one.plan().tasks().size()).sum());
        assertThat(count("task_link")).isEqualTo(made.stream().mapToLong(one -> one.plan().links().size()).sum());
        assertThat(count("baseline_task")).isEqualTo(count("task"));
        assertThat(count("site_report")).isEqualTo(made.stream().mapToLong(one -> one.reports().size()).sum());
    }

    @Test
    void theSumsOfTheTasksAreThoseOfTheReports() {
        assertThat(count("""
                task t
                 WHERE t.confirmed_quantity <> (SELECT COALESCE(SUM(r.quantity), 0)
                                                  FROM site_report r
                                                 WHERE r.task_id = t.id AND r.state = 'CONFIRMED')
                    OR t.submitted_quantity <> (SELECT COALESCE(SUM(r.quantity), 0)
                                                  FROM site_report r
                                                 WHERE r.task_id = t.id AND r.state = 'SUBMITTED')""")).isZero();
    }

    @Test
    void aProjectUnderWayHasProgressAndItsPromise() {
        PlanSnapshot plan = plans.read(projects.get("C01").id());

        assertThat(plan.tasks()).anyMatch(task -> task.progress().done().compareTo(BigDecimal.ZERO) > 0);
        assertThat(plan.tasks()).allMatch(task -> task.dates().promisedFinishOn() != null);
        assertThat(plan.head().statusOn()).isEqualTo(DemoFixture.ORDINARY_DAY.minusDays(1));
    }

    @Test
    void thePlansAreUpToDateAtOnce() {
        assertThat(plans.bringUpToDate()).isZero();
    }

    @Test
    void noReportIsFromLaterThanNow() {
        OffsetDateTime latest = database.jdbi().withHandle(handle ->
                handle.createQuery("SELECT MAX(reported_at) FROM site_report").mapTo(OffsetDateTime.class).one());

        assertThat(latest.toInstant()).isBeforeOrEqualTo(MORNING);
    }

    @Test
    void findingsStandInEveryStateAndHaveRisenToEverybody() {
        LocalDate today = DemoFixture.ORDINARY_DAY;
        List<SiteFinding> all = findings.page(FindingFilter.OPEN.withStates(EnumSet.allOf(FindingState.class)), 100, 0);

        assertThat(all).extracting(SiteFinding::state).contains(FindingState.values());
        assertThat(all).extracting(finding -> finding.level(today)).contains(FindingLevel.values());
        assertThat(all).allSatisfy(finding -> {
            assertThat(Names.of(finding.what()).en()).as(finding.what()).isNotNull();
            assertThat(findings.steps(finding.id())).allSatisfy(step -> {
                assertThat(step.takenAt().toInstant()).isBeforeOrEqualTo(MORNING);
                assertThat(Names.of(String.valueOf(step.remark())).en()).as(step.remark()).isNotNull();
            }).isSortedAccordingTo(Comparator.comparing(FindingStep::takenAt));
        });
        assertThat(count("photo WHERE taken_at IS NULL OR finding_step_id IS NULL")).isZero();
        assertThat(count("photo")).isPositive();
    }

    @Test
    void everyRoleHasAnAccountAndTheBuilderThatRepairsOneBeside() {
        assertThat(accounts.demonstration()).hasSize(Role.values().length + 1);
        assertThat(accounts.demonstration()).extracting(Account::role).contains(Role.values());
    }

    @Test
    void everyReportOfWorkStandsOnTheSheetOfItsDay() {
        assertThat(count("site_report WHERE workers IS NOT NULL AND sheet_id IS NULL")).isZero();
        assertThat(count("site_report WHERE sheet_id IS NOT NULL")).isPositive();
        assertThat(count("""
                site_report r
                  JOIN day_sheet s ON s.id = r.sheet_id
                 WHERE s.project_id <> r.project_id OR s.sheet_on <> r.report_on OR s.author_id <> r.author_id"""))
                .isZero();
    }

    @Test
    void finishedProcessesAreSignedButForTheNewest() {
        assertThat(count("signoff")).isPositive();
        assertThat(count("signoff s JOIN task t ON t.id = s.task_id WHERE t.actual_finish_on IS NULL")).isZero();
        assertThat(count("signoff WHERE signed_at > CURRENT_TIMESTAMP")).isZero();
        assertThat(count("signoff s JOIN site_report r ON r.task_id = s.task_id AND r.author_id = s.signer_id"))
                .isZero();
    }

    @Test
    void aSiteThatRestsSaysWhy() {
        assertThat(count("site_pause")).isEqualTo(made.stream().filter(one -> one.pause() != null).count())
                .isPositive();
    }

    @Test
    void noReportIsDecidedByItsAuthor() {
        assertThat(count("site_report WHERE decider_id = author_id")).isZero();
    }

    @Test
    void theInstallationRemembersThatItIsADemonstration() {
        assertThat(new Installation(database.jdbi()).demonstration()).isTrue();
    }

    @Test
    void aSecondLoadIsRefusedAndChangesNothing() {
        long before = count("project");

        assertThatThrownBy(loader::load).isInstanceOf(Refusal.class).hasMessage("demonstration.over-data");

        assertThat(count("project")).isEqualTo(before);
    }

    private long count(String rows) {
        return database.jdbi().withHandle(handle ->
                handle.createQuery("SELECT COUNT(*) FROM " + rows).mapTo(long.class).one());
    }
}
