package city.renewal.app;

import city.renewal.app.Configuration.Metrics;
import city.renewal.base.Database;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.function.IntSupplier;
import java.util.function.LongSupplier;
import org.eclipse.jetty.server.handler.StatisticsHandler;

/** {@code /metrics}: how the program does, as Prometheus reads it; for this machine only unless configured. */
final class MetricsServlet extends HttpServlet {

    private final Metrics shownTo;
    private final transient Database database;
    private final transient StatisticsHandler requests;
    private final transient LongSupplier notices;
    private final transient IntSupplier sessions;

    MetricsServlet(Metrics shownTo, Database database, StatisticsHandler requests, LongSupplier notices,
                   IntSupplier sessions) {
        this.shownTo = shownTo;
        this.database = database;
        this.requests = requests;
        this.notices = notices;
        this.sessions = sessions;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (shownTo == Metrics.OFF || shownTo == Metrics.LOOPBACK && !fromHere(request)) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        response.setContentType("text/plain; version=0.0.4; charset=utf-8");
        response.setHeader("Cache-Control", "no-store");
        response.getOutputStream().write(text().getBytes(StandardCharsets.UTF_8));
    }

    /** A caller behind a proxy on this machine is not this machine. */
    private static boolean fromHere(HttpServletRequest request) throws UnknownHostException {
        return request.getHeader("X-Forwarded-For") == null && request.getHeader("Forwarded") == null
                && InetAddress.getByName(request.getRemoteAddr()).isLoopbackAddress();
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        add(text, "renewal_sessions", "gauge", "Open browser sessions.", sessions.getAsInt());
        add(text, "renewal_http_requests_total", "counter", "Requests begun, but for notices.", requests.getRequestTotal());
        add(text, "renewal_http_requests_active", "gauge", "Requests being answered.",
                requests.getRequestsActive());
        add(text, "renewal_notice_requests_total", "counter", "Notice pages asked for.", notices.getAsLong());
        head(text, "renewal_http_responses_total", "counter", "Answers by class of status.");
        line(text, "renewal_http_responses_total", "{class=\"2xx\"}", requests.getResponses2xx());
        line(text, "renewal_http_responses_total", "{class=\"3xx\"}", requests.getResponses3xx());
        line(text, "renewal_http_responses_total", "{class=\"4xx\"}", requests.getResponses4xx());
        line(text, "renewal_http_responses_total", "{class=\"5xx\"}", requests.getResponses5xx());
        MemoryUsage heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
        head(text, "renewal_jvm_heap_bytes", "gauge", "Memory of the Java heap.");
        line(text, "renewal_jvm_heap_bytes", "{kind=\"used\"}", heap.getUsed());
        line(text, "renewal_jvm_heap_bytes", "{kind=\"limit\"}", heap.getMax());
        Database.Connections connections = database.connections();
        head(text, "renewal_database_connections", "gauge", "Connections to the database, and threads that wait.");
        line(text, "renewal_database_connections", "{state=\"busy\"}", connections.busy());
        line(text, "renewal_database_connections", "{state=\"idle\"}", connections.idle());
        line(text, "renewal_database_connections", "{state=\"waiting\"}", connections.waiting());
        add(text, "renewal_uptime_seconds", "gauge", "Since the program started.",
                ManagementFactory.getRuntimeMXBean().getUptime() / 1_000);
        return text.toString();
    }

    private static void add(StringBuilder text, String name, String type, String help, long value) {
        head(text, name, type, help);
        line(text, name, "", value);
    }

    private static void head(StringBuilder text, String name, String type, String help) {
        text.append("# HELP ").append(name).append(' ').append(help).append('\n');
        text.append("# TYPE ").append(name).append(' ').append(type).append('\n');
    }

    private static void line(StringBuilder text, String name, String labels, long value) {
        text.append(String.format(Locale.ROOT, "%s%s %d\n", name, labels, value));
    }
}
