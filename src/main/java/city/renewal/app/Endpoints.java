package city.renewal.app;

import city.renewal.account.Accounts;
import city.renewal.base.Database;
import city.renewal.base.Messages;
import city.renewal.base.http.HealthServlet;
import city.renewal.base.http.UnknownApiServlet;
import city.renewal.plan.Plans;
import city.renewal.project.Projects;
import city.renewal.site.SiteReports;
import city.renewal.site.http.OpenApiServlet;
import city.renewal.site.http.ProjectsServlet;
import jakarta.servlet.http.HttpSessionEvent;
import jakarta.servlet.http.HttpSessionListener;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.jetty.ee11.servlet.ServletContextHandler;
import org.eclipse.jetty.ee11.servlet.ServletHolder;
import org.eclipse.jetty.server.handler.StatisticsHandler;

/** Every address that is served without a view. */
final class Endpoints {

    private Endpoints() {
    }

    static void add(ServletContextHandler context, Configuration configuration, Services services,
                    StatisticsHandler statistics) {
        Messages messages = services.get(Messages.class);
        Database database = services.get(Database.class);
        ServletHolder projects = new ServletHolder(new ProjectsServlet(messages, services.get(Accounts.class),
                services.get(Projects.class), services.get(Plans.class), services.get(SiteReports.class),
                services.get(Clock.class)));
        context.addServlet(projects, ProjectsServlet.PATH + "/*");
        context.addServlet(new ServletHolder(new OpenApiServlet(messages, Version.number())), "/api/openapi.json");
        context.addServlet(new ServletHolder(new UnknownApiServlet(messages)), "/api/*");
        context.addServlet(new ServletHolder(new HealthServlet(messages, database, Version.number())), "/health");
        Sessions sessions = new Sessions();
        context.addEventListener(sessions);
        context.addServlet(new ServletHolder(new MetricsServlet(configuration.metrics(), database, statistics,
                sessions.open::get)), "/metrics");
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
