package city.renewal.app;

import city.renewal.account.Tokens;
import city.renewal.account.http.MeServlet;
import city.renewal.base.Database;
import city.renewal.base.Messages;
import city.renewal.base.http.HealthServlet;
import city.renewal.base.http.UnknownApiServlet;
import city.renewal.plan.Plans;
import city.renewal.project.Kinds;
import city.renewal.project.Projects;
import city.renewal.site.DaySheets;
import city.renewal.site.PhoneDesk;
import city.renewal.site.SheetInbox;
import city.renewal.site.SiteReports;
import city.renewal.site.http.OpenApiServlet;
import city.renewal.site.http.PhoneServlet;
import city.renewal.site.http.ProjectsServlet;
import city.renewal.site.photo.Photos;
import city.renewal.site.photo.http.PhotoServlet;
import city.renewal.site.photo.http.ReportPhotosServlet;
import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpSessionEvent;
import jakarta.servlet.http.HttpSessionListener;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.eclipse.jetty.ee11.servlet.ServletContextHandler;
import org.eclipse.jetty.ee11.servlet.ServletHolder;
import org.eclipse.jetty.server.handler.StatisticsHandler;

/** Every address that is served without a view. */
final class Endpoints {

    private Endpoints() {
    }

    static void add(ServletContextHandler context, Configuration configuration, StatisticsHandler statistics) {
        Sessions sessions = new Sessions();
        context.addEventListener(sessions);
        add(context, ProjectsServlet.PATH + "/*", ProjectsServlet.class, services -> new ProjectsServlet(
                services.get(Messages.class), services.get(Tokens.class), services.get(Projects.class),
                services.get(Plans.class), services.get(SiteReports.class), services.get(DaySheets.class),
                services.get(Clock.class)));
        add(context, ReportPhotosServlet.PATH + "/*", ReportPhotosServlet.class, services -> new ReportPhotosServlet(
                services.get(Messages.class), services.get(Tokens.class), services.get(Photos.class)));
        add(context, MeServlet.PATH, MeServlet.class, services ->
                new MeServlet(services.get(Messages.class), services.get(Tokens.class)));
        add(context, PhoneServlet.PATH + "/*", PhoneServlet.class, services -> new PhoneServlet(
                services.get(Messages.class), services.get(PhoneDesk.class), services.get(SheetInbox.class),
                services.get(Projects.class), services.get(Photos.class), services.get(Kinds.class),
                services.get(Clock.class)));
        add(context, "/photo/*", PhotoServlet.class, services -> new PhotoServlet(services.get(Photos.class)));
        add(context, "/api/openapi.json", OpenApiServlet.class, services ->
                new OpenApiServlet(services.get(Messages.class), Version.number()));
        add(context, "/api/*", UnknownApiServlet.class, services ->
                new UnknownApiServlet(services.get(Messages.class)));
        add(context, "/health", HealthServlet.class, services ->
                new HealthServlet(services.get(Messages.class), services.get(Database.class), Version.number()));
        add(context, "/metrics", MetricsServlet.class, services -> new MetricsServlet(configuration.metrics(),
                services.get(Database.class), statistics, sessions.open::get));
    }

    private static <T extends Servlet> void add(ServletContextHandler context, String path, Class<T> type,
                                                Function<Services, T> maker) {
        context.addServlet(new Made<>(type, maker), path);
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
