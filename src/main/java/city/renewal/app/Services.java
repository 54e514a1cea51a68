package city.renewal.app;

import city.renewal.account.Accounts;
import city.renewal.account.AuditTrail;
import city.renewal.account.Tokens;
import city.renewal.base.ChangeFeed;
import city.renewal.base.Database;
import city.renewal.base.Installation;
import city.renewal.base.Messages;
import city.renewal.base.Vault;
import city.renewal.base.http.FormGuard;
import city.renewal.base.http.PublicPages;
import city.renewal.consent.ConsentCheck;
import city.renewal.consent.ConsentFiles;
import city.renewal.consent.ConsentServices;
import city.renewal.consent.ConsentUpkeep;
import city.renewal.demo.CommitmentChapter;
import city.renewal.demo.DemoLoader;
import city.renewal.demo.DemoProgramme;
import city.renewal.demo.FindingChapter;
import city.renewal.demo.HandoverChapter;
import city.renewal.demo.MatterChapter;
import city.renewal.demo.NoticeChapter;
import city.renewal.demo.PhotoChapter;
import city.renewal.demo.SiteChapter;
import city.renewal.demo.VisitChapter;
import city.renewal.demo.VoteChapter;
import city.renewal.desk.MissingSheets;
import city.renewal.desk.MorningQueues;
import city.renewal.matter.Grids;
import city.renewal.matter.MatterDesk;
import city.renewal.matter.MatterDisclosures;
import city.renewal.matter.MatterHandling;
import city.renewal.matter.MatterPhotos;
import city.renewal.matter.MatterRules;
import city.renewal.matter.MatterUpkeep;
import city.renewal.matter.MatterWarranties;
import city.renewal.matter.Matters;
import city.renewal.matter.PhotoSweep;
import city.renewal.matter.Repairs;
import city.renewal.notice.NoticeRules;
import city.renewal.notice.Notices;
import city.renewal.plan.HolidayCalendars;
import city.renewal.plan.MilestoneForecasts;
import city.renewal.plan.PlanCalendars;
import city.renewal.plan.PlanEditing;
import city.renewal.plan.PlanOutlining;
import city.renewal.plan.Plans;
import city.renewal.plan.ProgressRecorder;
import city.renewal.plan.WorkRules;
import city.renewal.plan.WorkTypes;
import city.renewal.plan.baseline.Baselines;
import city.renewal.plan.conflict.RoadConflicts;
import city.renewal.plan.forecast.Delays;
import city.renewal.plan.forecast.Forecasts;
import city.renewal.plan.interchange.PlanExports;
import city.renewal.plan.interchange.PlanImports;
import city.renewal.plan.interchange.ReadLimits;
import city.renewal.plan.interchange.ScheduleFileReader;
import city.renewal.plan.sandbox.Sandboxes;
import city.renewal.plan.template.CalendarRule;
import city.renewal.plan.template.NewPlans;
import city.renewal.plan.template.PlanTemplates;
import city.renewal.plan.template.TemplateReader;
import city.renewal.plan.window.StopWindows;
import city.renewal.programme.MeasuredProgress;
import city.renewal.programme.Programme;
import city.renewal.programme.PublishedFigures;
import city.renewal.programme.commitment.Commitments;
import city.renewal.programme.commitment.HearingSheet;
import city.renewal.programme.commitment.Indicators;
import city.renewal.programme.commitment.MeasuredValues;
import city.renewal.project.Kinds;
import city.renewal.project.ProjectPeople;
import city.renewal.project.Projects;
import city.renewal.project.handover.HandoverPapers;
import city.renewal.project.handover.Handovers;
import city.renewal.project.handover.Warranties;
import city.renewal.project.handover.WarrantyRules;
import city.renewal.resident.ResidentPages;
import city.renewal.schedule.CriticalPathScheduler;
import city.renewal.schedule.Scheduler;
import city.renewal.site.ConfirmationQueue;
import city.renewal.site.DaySheets;
import city.renewal.site.PastReports;
import city.renewal.site.PhoneDesk;
import city.renewal.site.SheetInbox;
import city.renewal.site.SitePauses;
import city.renewal.site.SiteReports;
import city.renewal.site.SiteWork;
import city.renewal.site.finding.FindingRules;
import city.renewal.site.finding.Findings;
import city.renewal.site.paper.SitePapers;
import city.renewal.site.photo.PhotoCopies;
import city.renewal.site.photo.PhotoFiles;
import city.renewal.site.photo.PhotoIntake;
import city.renewal.site.photo.PhotoPairs;
import city.renewal.site.photo.Photos;
import city.renewal.site.signoff.SignoffGate;
import city.renewal.site.signoff.SignoffRules;
import city.renewal.site.signoff.Signoffs;
import city.renewal.subscription.QueueAddress;
import city.renewal.subscription.StaffQueues;
import city.renewal.subscription.SubscriptionServices;
import city.renewal.visit.VisitServices;
import city.renewal.visit.VisitUpkeep;
import jakarta.servlet.ServletContext;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/** Every service of the program, built once. Views and endpoints are given them by type. */
public final class Services {

    private final Map<Class<?>, Object> byType = new HashMap<>();

    /** @param clock in the configured zone */
    public Services(Configuration configuration, Database database, Clock clock) {
        keep(configuration);
        keep(database);
        byType.put(Clock.class, clock);
        Messages messages = keep(new Messages());
        Installation installation = keep(new Installation(database.jdbi()));
        keep(new Vault(database.jdbi(), configuration.keyFile(database.directory())));
        ChangeFeed feed = keep(new ChangeFeed());
        AuditTrail audit = keep(new AuditTrail(database.jdbi(), clock));
        Accounts accounts = keep(new Accounts(database.jdbi(), audit, clock, configuration.loopback()));
        keep(new Tokens(database.jdbi(), accounts, audit, configuration.tokenLimits(), clock));
        Kinds kinds = keep(Kinds.packed());
        Projects projects = keep(new Projects(database.jdbi(), kinds, audit, feed, clock));
        ProjectPeople people = keep(new ProjectPeople(database.jdbi(), accounts, audit));
        ConsentFiles consentFiles = keep(new ConsentFiles(database.directory(), get(Vault.class)));
        ConsentServices consent = keep(ConsentServices.of(database.jdbi(), get(Vault.class), consentFiles, projects,
                messages, audit, feed, clock, configuration.publicAddress()));
        keep(new ConsentCheck(database.jdbi(), consent, get(Vault.class), consentFiles, projects));
        keep(consent.register());
        keep(consent.codes());
        keep(consent.items());
        keep(consent.ballots());
        keep(consent.letters());
        keep(consent.record());
        Scheduler scheduler = new CriticalPathScheduler();
        byType.put(Scheduler.class, scheduler);
        WorkTypes workTypes = keep(WorkTypes.packed());
        Plans plans = keep(new Plans(database.jdbi(), projects, scheduler,
                keep(new WorkRules(workTypes, configuration.heatingSeason())), audit, feed, clock));
        StopWindows windows =
                keep(new StopWindows(database.jdbi(), plans, projects, kinds, workTypes, audit, feed, clock));
        keep(new PlanTemplates(database.jdbi(), () -> new TemplateReader(kinds, workTypes, CalendarRule.packed()),
                plans, projects, audit, clock));
        keep(new NewPlans(database.jdbi(), projects, plans, kinds, windows));
        MilestoneForecasts forecasts = keep(new MilestoneForecasts(database.jdbi()));
        RoadConflicts roads = keep(new RoadConflicts(database.jdbi(), workTypes, audit, feed));
        PlanEditing editing = keep(new PlanEditing(database.jdbi(), plans, audit, feed, clock));
        keep(new PlanOutlining(plans, editing));
        keep(new Forecasts(database.jdbi(), plans));
        keep(new Delays(database.jdbi(), plans, audit, feed, clock));
        keep(new PlanCalendars(database.jdbi(), plans, editing, workTypes));
        keep(HolidayCalendars.packed());
        ReadLimits limits = new ReadLimits((long) configuration.importMegabytes() << 20, configuration.importTime(),
                configuration.importHeapMegabytes(), ReadLimits.DEFAULT.answerBytes());
        keep(new PlanImports(database.jdbi(), projects, plans, editing, kinds, scheduler,
                new ScheduleFileReader(limits, clock)));
        keep(new PlanExports(plans, projects, kinds, workTypes, messages));
        keep(new Baselines(plans));
        keep(new Sandboxes(database.jdbi(), plans, editing,
                PlanEditing.trial(database.jdbi(), plans, audit, clock), audit, clock));
        ProgressRecorder progress = new ProgressRecorder(plans);
        SignoffRules signoffRules = keep(SignoffRules.packed(workTypes));
        SignoffGate signoffGate = new SignoffGate(database.jdbi(), signoffRules);
        SiteReports reports =
                keep(new SiteReports(database.jdbi(), people, progress, signoffGate, audit, feed, clock));
        VisitServices visits = keep(VisitServices.of(database.jdbi(), windows, workTypes, consent.register(),
                consent.codes(), projects, people, reports, get(Vault.class), audit, feed, clock));
        keep(visits.works());
        keep(visits.planning());
        keep(visits.visits());
        keep(visits.marks());
        keep(visits.reports());
        keep(visits.offers());
        keep(visits.board());
        keep(visits.sheet());
        keep(visits.check());
        keep(new VisitUpkeep(database.jdbi(), configuration.matters().phoneDays(), clock));
        keep(new ConsentUpkeep(database.jdbi(), consent.register(), consentFiles, messages, audit, clock,
                configuration.consentKeepDays(), visits.board()::projectsSince));
        keep(new Signoffs(database.jdbi(), people, signoffRules, progress, audit, feed, clock));
        keep(new ConfirmationQueue(database.jdbi()));
        DaySheets sheets = keep(new DaySheets(database.jdbi(), people, reports, audit, feed, clock));
        SitePauses pauses = keep(new SitePauses(database.jdbi(), audit, feed, clock));
        SheetInbox inbox = keep(new SheetInbox(database.jdbi(), sheets, reports, pauses, audit, feed, clock));
        keep(new PhoneDesk(sheets, inbox, plans, projects, signoffGate));
        PhotoFiles photoFiles = new PhotoFiles(database.directory());
        PhotoCopies copies = keep(new PhotoCopies(database.jdbi(), photoFiles, feed, messages, clock.getZone()));
        PhotoIntake intake = keep(new PhotoIntake(photoFiles, configuration.photoLimits(), clock.getZone()));
        keep(new Photos(database.jdbi(), photoFiles, copies, intake, reports, audit, feed, clock));
        FindingRules findingRules = keep(FindingRules.packed());
        keep(new Findings(database.jdbi(), people, findingRules, get(Photos.class), audit, feed, clock));
        keep(new PhotoPairs(database.jdbi()));
        WarrantyRules warrantyRules = keep(new WarrantyRules(configuration.heatingSeason().from(),
                configuration.heatingSeason().to()));
        Warranties warranties = keep(new Warranties(database.jdbi(), people, warrantyRules, audit, feed, clock));
        keep(new Handovers(database.jdbi(), projects, people, warranties, new SiteWork(database.jdbi(), signoffRules),
                audit, feed, clock));
        HandoverPapers handoverPapers = keep(new HandoverPapers(database.jdbi(), people,
                HandoverPapers.files(database.directory(), get(Vault.class)), audit, feed, clock));
        keep(new SitePapers(plans, reports, sheets, get(Photos.class), kinds, messages, clock.getZone()));
        NoticeRules noticeRules = keep(NoticeRules.packed());
        Notices notices = keep(new Notices(database.jdbi(), people, noticeRules, projects, plans, audit, feed, clock));
        keep(new ResidentPages(database.jdbi(), plans, notices, kinds, warrantyRules, configuration.silentDays(), clock));
        keep(new MissingSheets(database.jdbi(), plans, clock));
        MatterRules matterRules = keep(MatterRules.packed(get(HolidayCalendars.class)));
        Grids grids = keep(new Grids(database.jdbi(), audit, messages));
        keep(new Matters(database.jdbi(), matterRules, configuration.matters(), grids, projects,
                keep(new MatterWarranties(database.jdbi(), matterRules, warranties, clock)), get(Vault.class), feed,
                clock));
        keep(new MatterDesk(database.jdbi(), matterRules, get(MatterWarranties.class), clock));
        keep(new MatterHandling(database.jdbi(), matterRules, get(MatterWarranties.class), audit, feed, clock));
        keep(new MatterDisclosures(database.jdbi(), get(Vault.class), audit, feed, clock));
        Repairs repairs = keep(new Repairs(database.jdbi(), get(Vault.class), audit, feed, clock));
        keep(new MatterPhotos(database.jdbi(), repairs, intake, audit));
        keep(new FormGuard(clock));
        keep(new PublicPages(messages, installation, clock));
        keep(new PhotoSweep(database.jdbi(), photoFiles, clock));
        keep(new MatterUpkeep(database.jdbi(), configuration.matters(), get(Vault.class), clock));
        StaffQueues queues = new MorningQueues(get(ConfirmationQueue.class), reports, get(Findings.class),
                get(MatterDesk.class), repairs, matterRules, get(MissingSheets.class), get(Delays.class), messages,
                configuration.silentDays(), clock);
        SubscriptionServices mail = SubscriptionServices.of(database.jdbi(), get(Vault.class), configuration.mail(),
                projects, kinds, get(ResidentPages.class), accounts, queues, get(HolidayCalendars.class), messages, audit,
                feed, clock);
        keep(mail.subscriptions());
        keep(mail.staff());
        keep(mail.worker());
        keep(mail.upkeep());
        keep(new QueueAddress(get(Tokens.class), queues, messages, clock));
        PublishedFigures figures = keep(PublishedFigures.packed());
        MeasuredProgress measured = new MeasuredProgress(database.jdbi(), plans, reports, configuration.silentDays());
        Programme programme = keep(new Programme(database.jdbi(), projects, measured, kinds, figures, clock));
        Commitments commitments =
                keep(new Commitments(database.jdbi(), projects, measured, figures, kinds, audit, clock));
        keep(new HearingSheet(commitments, matterRules, get(Photos.class), kinds, figures, messages, installation,
                clock, configuration.publicAddress()));
        keep(new Indicators(database.jdbi(), figures, programme, audit, clock));
        MeasuredValues values = keep(new MeasuredValues(database.jdbi(), figures, programme, measured, clock));
        PastReports past = new PastReports(database.jdbi(), progress);
        FindingChapter findingsPast = keep(new FindingChapter(projects, get(Photos.class), then -> new Findings(
                database.jdbi(), people, findingRules, get(Photos.class), new AuditTrail(database.jdbi(), then), feed,
                then), clock));
        Function<Clock, ConsentServices> consentPast = then -> ConsentServices.of(database.jdbi(), get(Vault.class),
                consentFiles, projects, messages, new AuditTrail(database.jdbi(), then), feed, then,
                configuration.publicAddress());
        Function<Clock, SiteReports> reportsPast = then -> new SiteReports(database.jdbi(), people, progress,
                signoffGate, new AuditTrail(database.jdbi(), then), feed, then);
        VisitChapter visitsPast = new VisitChapter(consentPast, then -> VisitServices.of(database.jdbi(), windows,
                workTypes, consent.register(), consent.codes(), projects, people, reportsPast.apply(then),
                get(Vault.class), new AuditTrail(database.jdbi(), then), feed, then), reportsPast, plans,
                get(PlanOutlining.class), messages, clock);
        keep(new DemoLoader(database.jdbi(), installation, accounts, projects, plans, roads, past, forecasts,
                List.of(new SiteChapter(past, get(Signoffs.class), get(SitePauses.class), clock.getZone()),
                        new PhotoChapter(get(Photos.class), reports, clock.getZone()), findingsPast,
                        new NoticeChapter(then -> new Notices(database.jdbi(), people, noticeRules, projects, plans,
                                new AuditTrail(database.jdbi(), then), feed, then), clock),
                        new HandoverChapter(projects, get(Handovers.class), warranties, handoverPapers, people),
                        new MatterChapter(projects, grids, then -> new Matters(database.jdbi(), matterRules,
                                configuration.matters(), grids, projects,
                                new MatterWarranties(database.jdbi(), matterRules, warranties, then), get(Vault.class),
                                feed, then),
                                get(MatterDesk.class), then -> new MatterHandling(database.jdbi(), matterRules,
                                        new MatterWarranties(database.jdbi(), matterRules, warranties, then),
                                        new AuditTrail(database.jdbi(), then), feed, then),
                                then -> new Repairs(database.jdbi(), get(Vault.class),
                                        new AuditTrail(database.jdbi(), then), feed, then),
                                get(MatterPhotos.class), clock),
                        new VoteChapter(projects, consentPast, messages, clock), visitsPast,
                        new CommitmentChapter(then -> new Commitments(database.jdbi(), projects, measured,
                                figures, kinds, new AuditTrail(database.jdbi(), then), then), values, clock)),
                () -> new DemoProgramme(kinds, scheduler, publicHolidays(), clock.getZone()), clock));
    }

    private static Map<LocalDate, Boolean> publicHolidays() {
        return HolidayCalendars.packed().calendar("office").exceptions();
    }

    /** Leaves the services where {@link #in} finds them. */
    public void putInto(ServletContext context) {
        context.setAttribute(Services.class.getName(), this);
    }

    /** @return the services of the running program; they are there before its port is open */
    static Services in(ServletContext context) {
        return Objects.requireNonNull((Services) context.getAttribute(Services.class.getName()),
                "A view or an endpoint was asked for before the services were there");
    }

    private <T> T keep(T service) {
        byType.put(service.getClass(), service);
        return service;
    }

    /** @throws IllegalArgumentException when there is no service of the type */
    public <T> T get(Class<T> type) {
        return find(type).orElseThrow(() -> new IllegalArgumentException("No service " + type.getName()));
    }

    /** @return every service */
    Collection<Object> all() {
        return List.copyOf(byType.values());
    }

    <T> Optional<T> find(Class<T> type) {
        return Optional.ofNullable(type.cast(byType.get(type)));
    }
}
