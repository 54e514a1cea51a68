package city.renewal.app;

import city.renewal.account.Tokens;
import city.renewal.account.http.MeServlet;
import city.renewal.base.Database;
import city.renewal.base.Installation;
import city.renewal.base.Messages;
import city.renewal.base.http.FormGuard;
import city.renewal.base.http.HealthServlet;
import city.renewal.base.http.PrivacyServlet;
import city.renewal.base.http.PublicPages;
import city.renewal.base.http.UnknownApiServlet;
import city.renewal.consent.Ballots;
import city.renewal.consent.ConsentRecord;
import city.renewal.consent.Consents;
import city.renewal.consent.HouseholdCodes;
import city.renewal.consent.http.ConsentServlet;
import city.renewal.consent.http.VoteServlet;
import city.renewal.matter.MatterPhotos;
import city.renewal.matter.Matters;
import city.renewal.matter.http.FollowServlet;
import city.renewal.matter.http.MatterPhotoServlet;
import city.renewal.matter.http.ReportServlet;
import city.renewal.matter.http.WallServlet;
import city.renewal.notice.Notices;
import city.renewal.notice.http.NoticesPart;
import city.renewal.plan.Plans;
import city.renewal.programme.PublishedFigures;
import city.renewal.programme.commitment.Commitments;
import city.renewal.programme.commitment.Indicators;
import city.renewal.programme.commitment.http.CommitmentsApi;
import city.renewal.programme.commitment.http.CommitmentsServlet;
import city.renewal.programme.commitment.http.IndicatorsServlet;
import city.renewal.project.Kinds;
import city.renewal.project.Projects;
import city.renewal.project.handover.HandoverPapers;
import city.renewal.project.handover.WarrantyRules;
import city.renewal.project.http.HandoverPaperServlet;
import city.renewal.resident.ResidentPages;
import city.renewal.resident.http.EvidenceServlet;
import city.renewal.resident.http.ProjectListServlet;
import city.renewal.site.DaySheets;
import city.renewal.site.PhoneDesk;
import city.renewal.site.SheetInbox;
import city.renewal.site.SiteReports;
import city.renewal.site.finding.Findings;
import city.renewal.site.finding.http.FindingsServlet;
import city.renewal.site.http.OpenApiServlet;
import city.renewal.site.http.PhonePages;
import city.renewal.site.http.PhoneServlet;
import city.renewal.site.http.ProjectsServlet;
import city.renewal.site.photo.Photos;
import city.renewal.site.photo.http.PhotoServlet;
import city.renewal.site.photo.http.ReportPhotosServlet;
import city.renewal.subscription.Subscriptions;
import city.renewal.subscription.QueueAddress;
import city.renewal.subscription.http.MailLinkServlet;
import city.renewal.subscription.http.QueueServlet;
import city.renewal.subscription.http.SubscribeServlet;
import city.renewal.visit.VisitOffers;
import city.renewal.visit.VisitUpkeep;
import city.renewal.visit.VisitWorks;
import city.renewal.visit.Visits;
import city.renewal.visit.http.VisitServlet;
import jakarta.servlet.MultipartConfigElement;
import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpSessionEvent;
import jakarta.servlet.http.HttpSessionListener;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.eclipse.jetty.ee11.servlet.ServletContextHandler;
import org.eclipse.jetty.ee11.servlet.ServletHolder;
import org.eclipse.jetty.server.handler.StatisticsHandler;

/** Every address that is served without a view. */
final class Endpoints {

    private Endpoints() {
    }

    /** @param notices how many notice pages were asked for, of which the statistics do not know */
    static void add(ServletContextHandler context, Configuration configuration, StatisticsHandler statistics,
                    LongSupplier notices) {
        Sessions sessions = new Sessions();
        context.addEventListener(sessions);
        add(context, ProjectsServlet.PATH + "/*", ProjectsServlet.class, services -> new ProjectsServlet(
                services.get(Messages.class), services.get(Tokens.class), services.get(Projects.class),
                services.get(Plans.class), services.get(SiteReports.class), services.get(DaySheets.class),
                services.get(Clock.class), List.of(new NoticesPart(services.get(Notices.class),
                        services.get(Clock.class).getZone()))));
        add(context, ReportPhotosServlet.PATH + "/*", ReportPhotosServlet.class, services -> new ReportPhotosServlet(
                services.get(Messages.class), services.get(Tokens.class), services.get(Photos.class)));
        add(context, FindingsServlet.PATH + "/*", FindingsServlet.class, services -> new FindingsServlet(
                services.get(Messages.class), services.get(Tokens.class), services.get(Projects.class),
                services.get(Findings.class), services.get(Photos.class)));
        add(context, MeServlet.PATH, MeServlet.class, services ->
                new MeServlet(services.get(Messages.class), services.get(Tokens.class)));
        add(context, PhoneServlet.PATH + "/*", PhoneServlet.class, services -> new PhoneServlet(
                services.get(Messages.class), services.get(Installation.class), services.get(PhoneDesk.class),
                services.get(SheetInbox.class), services.get(Projects.class), services.get(Photos.class),
                services.get(Kinds.class), services.get(Clock.class)));
        add(context, PhonePages.PATH + "/*", PhonePages.class, services ->
                new PhonePages(services.get(Messages.class)));
        add(context, "/photo/*", PhotoServlet.class, services -> new PhotoServlet(services.get(Photos.class)));
        ServletHolder report = add(context, ReportServlet.PATH, ReportServlet.class, services -> new ReportServlet(
                services.get(Matters.class), services.get(MatterPhotos.class), services.get(Projects.class),
                services.get(PublicPages.class), services.get(FormGuard.class), services.get(Clock.class)));
        report.getRegistration().setMultipartConfig(reportForm(configuration.photoLimits().megabytes()));
        add(context, FollowServlet.PATH + "/*", FollowServlet.class, services -> new FollowServlet(
                services.get(Matters.class), services.get(PublicPages.class), services.get(FormGuard.class),
                services.get(WarrantyRules.class), configuration.publicAddress(), services.get(Clock.class)));
        add(context, WallServlet.PATH, WallServlet.class, services -> new WallServlet(services.get(Matters.class),
                services.get(Projects.class), services.get(PublicPages.class), services.get(Clock.class)));
        add(context, MatterPhotoServlet.PATH + "/*", MatterPhotoServlet.class, services ->
                new MatterPhotoServlet(services.get(MatterPhotos.class)));
        add(context, HandoverPaperServlet.PATH + "/*", HandoverPaperServlet.class, services ->
                new HandoverPaperServlet(services.get(HandoverPapers.class)));
        add(context, SubscribeServlet.PATH + "/*", SubscribeServlet.class, services -> new SubscribeServlet(
                services.get(Subscriptions.class), services.get(PublicPages.class), services.get(FormGuard.class),
                services.get(Clock.class)));
        add(context, QueueAddress.ROOT + "*", QueueServlet.class, services -> new QueueServlet(
                services.get(QueueAddress.class), services.get(PublicPages.class), configuration.publicAddress()));
        add(context, MailLinkServlet.PATH + "/*", MailLinkServlet.class, services -> new MailLinkServlet(
                services.get(Subscriptions.class), services.get(PublicPages.class), services.get(Clock.class)));
        add(context, "/vote/*", VoteServlet.class, services -> new VoteServlet(services.get(Projects.class),
                services.get(HouseholdCodes.class), services.get(Consents.class), services.get(Ballots.class),
                services.get(PublicPages.class), services.get(Clock.class)));
        add(context, VisitServlet.ROOT + "*", VisitServlet.class, services -> new VisitServlet(
                services.get(Projects.class), services.get(HouseholdCodes.class), services.get(Visits.class),
                services.get(VisitOffers.class), services.get(VisitWorks.class),
                services.get(VisitUpkeep.class).keptDays(), services.get(PublicPages.class),
                services.get(Clock.class)));
        add(context, "/consent/*", ConsentServlet.class, services -> new ConsentServlet(services.get(Projects.class),
                services.get(Consents.class), services.get(ConsentRecord.class), services.get(Ballots.class),
                services.get(PublicPages.class), services.get(Clock.class)));
        add(context, CommitmentsServlet.PATH + "/*", CommitmentsServlet.class, services -> new CommitmentsServlet(
                services.get(Commitments.class), services.get(PublicPages.class), services.get(Kinds.class),
                services.get(PublishedFigures.class), services.get(Clock.class)));
        add(context, IndicatorsServlet.PATH, IndicatorsServlet.class, services -> new IndicatorsServlet(
                services.get(Indicators.class), services.get(PublicPages.class), services.get(Kinds.class),
                services.get(PublishedFigures.class), services.get(Clock.class).getZone()));
        add(context, CommitmentsApi.PATH, CommitmentsApi.class, services -> new CommitmentsApi(
                services.get(Messages.class), services.get(Commitments.class), services.get(Clock.class)));
        add(context, PublicPages.PROJECTS, ProjectListServlet.class, services -> new ProjectListServlet(
                services.get(Projects.class), services.get(PublicPages.class)));
        add(context, PublicPages.PRIVACY, PrivacyServlet.class, services -> new PrivacyServlet(
                services.get(PublicPages.class), new PrivacyServlet.Terms(configuration.privacyOffice(),
                        configuration.privacyContact(), configuration.matters().phoneDays(),
                        configuration.consentKeepDays(), services.get(VisitUpkeep.class).keptDays(),
                        configuration.mail().keepDays())));
        add(context, "/evidence/*", EvidenceServlet.class, services -> new EvidenceServlet(
                services.get(ResidentPages.class), services.get(Photos.class), services.get(Kinds.class),
                services.get(PublicPages.class), services.get(Clock.class)));
        add(context, "/api/openapi.json", OpenApiServlet.class, services ->
                new OpenApiServlet(services.get(Messages.class), Version.number()));
        add(context, "/api/*", UnknownApiServlet.class, services ->
                new UnknownApiServlet(services.get(Messages.class)));
        add(context, "/health", HealthServlet.class, services ->
                new HealthServlet(services.get(Messages.class), services.get(Database.class), Version.number()));
        add(context, "/metrics", MetricsServlet.class, services -> new MetricsServlet(configuration.metrics(),
                services.get(Database.class), statistics, notices, sessions.open::get));
    }

    /** Photos are written to the disk as they come, not kept in memory. */
    private static MultipartConfigElement reportForm(int megabytes) {
        long photo = (long) megabytes << 20;
        return new MultipartConfigElement("", photo, photo * Matters.MOST_PHOTOS + ReportServlet.FORM_BYTES,
                ReportServlet.FORM_BYTES);
    }

    private static <T extends Servlet> ServletHolder add(ServletContextHandler context, String path, Class<T> type,
                                                Function<Services, T> maker) {
        ServletHolder holder = new Made<>(type, maker);
        context.addServlet(holder, path);
        return holder;
    }

    /** Makes its servlet at the first request, because the web server starts before there are services. */
    private static final class Made<T extends Servlet> extends ServletHolder {

        private final Function<Services, T> maker;

        Made(Class<T> type, Function<Services, T> maker) {
            super(type);
            this.maker = maker;
        }

        @Override
        protected Servlet newInstance() {
            return maker.apply(Services.in(getServletContext()));
        }
    }

    /** Counts the sessions that are open. */
    private static final class Sessions implements HttpSessionListener {

        private final AtomicInteger open = new AtomicInteger();

        @Override
        public void sessionCreated(HttpSessionEvent event) {
            open.incrementAndGet();
        }

        @Override
        public void sessionDestroyed(HttpSessionEvent event) {
            open.decrementAndGet();
        }
    }
}
