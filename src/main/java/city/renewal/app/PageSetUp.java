package city.renewal.app;

import city.renewal.account.ui.AccessControl;
import city.renewal.base.Messages;
import city.renewal.base.http.PublicPages;
import city.renewal.base.ui.FailureNotice;
import city.renewal.base.ui.ReaderPreferences;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinService;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.communication.IndexHtmlRequestListener;
import com.vaadin.flow.server.communication.IndexHtmlResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/** What holds for every page: access by role, the reader's language, the content policy, calm errors. */
final class PageSetUp implements VaadinServiceInitListener {

    private final transient AccessControl access;
    private final transient Messages messages;

    PageSetUp(AccessControl access, Messages messages) {
        this.access = access;
        this.messages = messages;
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.addIndexHtmlRequestListener(new Page(messages));
        event.getSource().addSessionInitListener(session ->
                session.getSession().setErrorHandler(new FailureNotice(messages)));
        event.getSource().addUIInitListener(init -> {
            init.getUI().setLocale(ReaderPreferences.language(VaadinService.getCurrentRequest()));
            init.getUI().addBeforeEnterListener(access);
        });
    }

    /** Puts language, elder mode and a nonce for its scripts into the page that starts the application. */
    private static final class Page implements IndexHtmlRequestListener {

        private static final Pattern PROJECT = Pattern.compile("/project/([A-Za-z0-9-]{1,32})(/.*)?");

        private static final String LATE_HINT = """
                .elsewhere{position:absolute;top:0;margin:24px;font:18px/1.6 sans-serif}
                .elsewhere{visibility:hidden;animation:elsewhere 0s 12s forwards}
                .elsewhere a{color:#0f6b5c;text-decoration:underline}
                @keyframes elsewhere{to{visibility:visible}}
                #outlet:not(:empty)~.elsewhere{display:none}
                """;
        private static final String HINT_AT_ONCE = ".elsewhere{animation-delay:0s}";

        private final transient SecureRandom random = new SecureRandom();
        private final transient Messages messages;

        private Page(Messages messages) {
            this.messages = messages;
        }

        @Override
        public void modifyIndexHtmlResponse(IndexHtmlResponse response) {
            ReaderPreferences.keepNamed(response.getVaadinRequest());
            Locale language = ReaderPreferences.language(response.getVaadinRequest());
            Element html = response.getDocument().selectFirst("html");
            if (html != null) {
                html.attr("lang", language.toLanguageTag());
                if (ReaderPreferences.elder(response.getVaadinRequest())) {
                    html.addClass("elder");
                }
            }
            if (leadsNowhere(response.getVaadinRequest())) {
                response.getVaadinResponse().setStatus(HttpServletResponse.SC_NOT_FOUND);
            }
            elsewhere(response, language);
            byte[] bytes = new byte[18];
            random.nextBytes(bytes);
            String nonce = Base64.getEncoder().encodeToString(bytes);
            response.getDocument().select("script").attr("nonce", nonce);
            response.getVaadinResponse().setHeader("Content-Security-Policy", SecurityHeaders.policy(nonce));
        }

        /**
         * Views are blank without script, and in browsers too old for it: says so, and leads to the pages that need
         * none. Without script at once; else when nothing is drawn after a while, which a style can tell where no
         * script runs.
         */
        private void elsewhere(IndexHtmlResponse response, Locale language) {
            String path = response.getVaadinRequest().getPathInfo();
            Matcher project = PROJECT.matcher(path == null ? "" : path);
            Element body = response.getDocument().body();
            Element hint = body.appendElement("p").addClass("elsewhere");
            hint.text(messages.text(language, "elsewhere.text") + " ");
            hint.appendElement("a")
                    .attr("href", project.matches() ? "/n/" + project.group(1) : PublicPages.PROJECTS)
                    .text(messages.text(language, project.matches() ? "elsewhere.project" : "elsewhere.projects"));
            response.getDocument().head().appendElement("style").text(LATE_HINT);
            response.getDocument().head().appendElement("noscript").appendElement("style").text(HINT_AT_ONCE);
        }

        /** The page is the same, but its status tells programs that its views will say that there is none. */
        private static boolean leadsNowhere(VaadinRequest request) {
            String path = request.getPathInfo() == null ? "" : request.getPathInfo().replaceFirst("^/", "");
            return VaadinService.getCurrent().getRouter().resolveNavigationTarget(new Location(path)).isEmpty();
        }
    }
}
