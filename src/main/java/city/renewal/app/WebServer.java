package city.renewal.app;

import city.renewal.base.ChangeFeed;
import city.renewal.base.Messages;
import city.renewal.base.Refusal;
import city.renewal.base.http.OnThreads;
import city.renewal.project.Kinds;
import city.renewal.resident.ResidentPages;
import city.renewal.resident.http.NoticeHandler;
import com.vaadin.flow.di.LookupInitializer;
import com.vaadin.flow.server.VaadinServlet;
import com.vaadin.flow.server.startup.ErrorNavigationTargetInitializer;
import com.vaadin.flow.server.startup.LookupServletContainerInitializer;
import com.vaadin.flow.server.startup.RouteRegistryInitializer;
import com.vaadin.flow.server.startup.VaadinAppShellInitializer;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletContainerInitializer;
import java.io.IOException;
import java.net.BindException;
import java.net.URL;
import java.time.Clock;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.compression.gzip.GzipCompression;
import org.eclipse.jetty.compression.server.CompressionConfig;
import org.eclipse.jetty.compression.server.CompressionHandler;
import org.eclipse.jetty.ee11.servlet.FilterHolder;
import org.eclipse.jetty.ee11.servlet.ServletContextHandler;
import org.eclipse.jetty.ee11.servlet.ServletHolder;
import org.eclipse.jetty.ee11.websocket.jakarta.server.config.JakartaWebSocketServletContainerInitializer;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.EagerContentHandler;
import org.eclipse.jetty.server.handler.EagerContentHandler.RetainedContentLoaderFactory;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.server.handler.StatisticsHandler;
import org.eclipse.jetty.util.resource.Resource;
import org.eclipse.jetty.util.resource.ResourceFactory;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Jetty with Vaadin's servlet, wired by hand: no class path is searched at the start. */
public final class WebServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(WebServer.class);
    private static final int MOST_THREADS = 200;
    /** Of an address: an office behind one, sending pictures, is not slowed; nobody alone keeps the others out. */
    private static final int MOST_THREADS_OF_ONE = 64;
    /** Who is not let in yet. With Jetty's fifty, Linux loses what more callers say at once for 200 ms and longer. */
    private static final int MOST_WAITING = 1_024;
    private static final long STOP_MILLIS = 5_000;
    private static final long IDLE_MILLIS = 30_000;
    private static final int LARGEST_HEADER = 8 * 1024;
    private static final int LARGEST_FORM = 64 * 1024;
    /** Bytes from which compression pays. */
    private static final int COMPRESSED_FROM = 1_024;
    /** Of four bytes in a line of 64, as nearly every machine has them; only spreads Jetty's counters. */
    private static final String REFERENCES_PER_CACHE_LINE = "16";

    private final Server server;
    private final ServerConnector connector;
    private final ServletContextHandler context;
    private final NoticeHandler notices;
    private final String host;

    /**
     * Builds the server and starts all of it but the port, which needs no services yet and may therefore happen while
     * the database opens.
     *
     * @throws Refusal when it does not start; nothing is left running then
     */
    public WebServer(Configuration configuration) {
        // Else Jetty asks the virtual machine by its management interface: 350 classes, a twentieth of a start.
        System.setProperty("org.eclipse.jetty.util.referencesPerCacheLine", REFERENCES_PER_CACHE_LINE);
        QueuedThreadPool threads = new QueuedThreadPool(MOST_THREADS);
        threads.setName("http");
        server = new Server(threads);
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        http.setRequestHeaderSize(LARGEST_HEADER);
        http.setResponseHeaderSize(LARGEST_HEADER);
        if (!configuration.trustedProxy().isEmpty()) {
            http.addCustomizer(new TrustedProxy(configuration.trustedProxy()));
        }
        // As many readers as cores, since notice pages are answered by whoever reads the request.
        connector = new ServerConnector(server, -1, Runtime.getRuntime().availableProcessors(),
                new HttpConnectionFactory(http));
        connector.setHost(configuration.host());
        connector.setPort(configuration.port());
        connector.setIdleTimeout(IDLE_MILLIS);
        connector.setAcceptQueueSize(MOST_WAITING);
        host = configuration.host();
        Messages messages = new Messages();
        server.setErrorHandler(new ErrorPages(messages));
        StatisticsHandler statistics = new StatisticsHandler();
        notices = new NoticeHandler(SecurityHeaders.ALL, SecurityHeaders.STAY_SECURE,
                configuration.publicAddress());
        context = context(configuration, messages);
        Endpoints.add(context, configuration, statistics, notices::asked);
        statistics.setHandler(new CallerLimit(MOST_THREADS_OF_ONE, compressed(context)));
        server.setHandler(new Handler.Sequence(notices, arrived(new OnThreads(new GracefulHandler(statistics)))));
        server.setStopTimeout(STOP_MILLIS);
        start(server::start);
    }

    private static ServletContextHandler context(Configuration configuration, Messages messages) {
        ServletContextHandler context = new ServletContextHandler("/", ServletContextHandler.SESSIONS);
        // Vaadin's initializers look their classes up here and fail without it.
        context.setClassLoader(WebServer.class.getClassLoader());
        context.setBaseResource(staticFiles(context));
        context.setErrorHandler(new ErrorPages(messages));
        context.setMaxFormContentSize(LARGEST_FORM);
        context.getSessionHandler().setMaxInactiveInterval((int) configuration.sessionTimeout().toSeconds());
        context.getSessionHandler().setHttpOnly(true);
        context.getSessionHandler().getSessionCookieConfig().setAttribute("SameSite", "Lax");
        context.addServletContainerInitializer(new LookupServletContainerInitializer(),
                LookupInitializer.class, ServiceInstantiator.Factory.class);
        initialize(context, new RouteRegistryInitializer(), Routes.VIEWS);
        initialize(context, new ErrorNavigationTargetInitializer(), Routes.ERROR_VIEWS);
        initialize(context, new VaadinAppShellInitializer(), Set.of(AppShell.class));
        JakartaWebSocketServletContainerInitializer.configure(context, null);
        context.addFilter(new FilterHolder(new SecurityHeaders()), "/*", EnumSet.of(DispatcherType.REQUEST));
        ServletHolder vaadin = new ServletHolder(new VaadinServlet());
        vaadin.setAsyncSupported(true);
        vaadin.setInitParameter("brotli", "true");
        vaadin.setInitOrder(1);
        context.addServlet(vaadin, "/*");
        return context;
    }

    /**
     * A form takes no thread before it has arrived, else a few hundred callers who never finish theirs would keep
     * everybody out. What says that it is longer, pictures above all, has a thread from the start, which can refuse it
     * before it is sent.
     */
    private static Handler arrived(Handler handler) {
        EagerContentHandler forms =
                new EagerContentHandler(handler, new RetainedContentLoaderFactory(LARGEST_FORM, -1, false));
        forms.exclude(request -> request.getLength() > LARGEST_FORM);
        return forms;
    }

    /**
     * Texts are compressed on the way out. The program's own scripts and styles lie compressed in the jar, and what is
     * pushed is left as it is, because it must not wait in a buffer. Compressed requests are not accepted.
     */
    private static CompressionHandler compressed(Handler handler) {
        GzipCompression gzip = new GzipCompression();
        gzip.setMinCompressSize(COMPRESSED_FROM);
        CompressionConfig.Builder texts = CompressionConfig.builder()
                .compressIncludeMethod("GET")
                .compressIncludeMethod("POST")
                .compressExcludePath("/VAADIN/push")
                .compressExcludePath("/VAADIN/push/*")
                .decompressExcludeEncoding("gzip");
        for (String type : List.of("text/html", "text/css", "text/javascript", "text/plain", "text/calendar",
                "application/json", "application/problem+json", "application/javascript", "application/atom+xml",
                "application/manifest+json", "image/svg+xml")) {
            texts.compressIncludeMimeType(type);
        }
        CompressionHandler compression = new CompressionHandler(handler);
        compression.putCompression(gzip);
        compression.putConfiguration("/*", texts.build());
        return compression;
    }

    private static void initialize(ServletContextHandler context, ServletContainerInitializer initializer,
                                   Set<? extends Class<?>> classes) {
        context.addServletContainerInitializer(initializer, classes.toArray(Class<?>[]::new));
    }

    /** Every folder of static files on the class path: one in the jar, several when run from classes. */
    private static Resource staticFiles(ServletContextHandler context) {
        ResourceFactory factory = ResourceFactory.of(context);
        try {
            List<URL> folders = Collections.list(
                    WebServer.class.getClassLoader().getResources("META-INF/resources"));
            return ResourceFactory.combine(folders.stream().map(factory::newResource).toList());
        } catch (IOException failed) {
            throw new IllegalStateException("Cannot find the static files", failed);
        }
    }

    /**
     * Opens the port.
     *
     * @param services what views and endpoints work with
     * @throws Refusal when the port is taken or the host is none of this machine's; the server has stopped then
     */
    public void open(Services services) {
        services.putInto(context.getServletContext());
        notices.open(services.get(ResidentPages.class), services.get(Messages.class), services.get(Kinds.class),
                services.get(ChangeFeed.class), services.get(Clock.class));
        server.addConnector(connector);
        server.manage(connector);
        start(connector::start);
    }

    private interface Start {
        void run() throws Exception;
    }

    private void start(Start part) {
        try {
            part.run();
        } catch (Exception failed) {
            close();
            if (failed instanceof BindException || failed.getCause() instanceof BindException) {
                throw new Refusal("server.port.taken", host, String.valueOf(connector.getPort()));
            }
            throw new Refusal("server.failed", String.valueOf(failed.getMessage()));
        }
    }

    /** @return where a browser on this machine finds the server */
    public String address() {
        String name = host.equals("0.0.0.0") || host.equals("::") ? "127.0.0.1" : host;
        return "http://" + name + ":" + connector.getLocalPort() + "/";
    }

    /** Stops serving; requests that are being answered get five seconds to end. */
    @Override
    public void close() {
        try {
            server.stop();
        } catch (TimeoutException impatient) {
            LOG.warn("Requests were cut off that did not end within {} ms", STOP_MILLIS);
        } catch (Exception failed) {
            throw new IllegalStateException("The web server did not stop", failed);
        }
    }
}
