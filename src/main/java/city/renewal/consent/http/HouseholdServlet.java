package city.renewal.consent.http;

import city.renewal.base.Refusal;
import city.renewal.base.http.Callers;
import city.renewal.base.http.Frame;
import city.renewal.base.http.PageReader;
import city.renewal.base.http.PublicPages;
import city.renewal.consent.HouseholdCodes;
import city.renewal.project.Project;
import city.renewal.project.Projects;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A page of a project that a household enters with the code of its letter: first the field for the code, then what is
 * behind it. No account, session or cookie: whoever posts shows the code, which no other site can know, so that a forged
 * form is worth nothing.
 *
 * @param <D> what the household can have done with a form
 */
public abstract class HouseholdServlet<D> extends HttpServlet {

    protected static final int TOO_MANY_REQUESTS = 429;
    protected static final int UNPROCESSABLE = 422;

    private static final Pattern PATH = Pattern.compile("/([A-Za-z0-9][A-Za-z0-9-]{0,31})");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");
    private static final String CODE = "code";

    private final String root;
    private final String title;
    private final String template;
    private final transient Projects projects;
    private final transient HouseholdCodes codes;
    private final transient PublicPages pages;

    /**
     * @param root     address before the project's code
     * @param title    key of the page's title
     * @param template of both pages, with one parameter {@code page}
     */
    protected HouseholdServlet(String root, String title, String template, Projects projects, HouseholdCodes codes,
                               PublicPages pages) {
        this.root = root;
        this.title = title;
        this.template = template;
        this.projects = projects;
        this.codes = codes;
        this.pages = pages;
    }

    /**
     * One who reads the page of a project.
     *
     * @param code    as it was typed, or as it goes on with the reader
     * @param address where forms go
     * @param refused why something was not done, or null
     */
    protected record Asked(PageReader reader, Project project, Frame frame, String address, String code,
                           @Nullable String refused) {
    }

    /** @return the page that asks for the code */
    protected abstract Object closed(Asked asked);

    /**
     * @param done what the form just did, or null
     * @return the page behind the code
     */
    protected abstract Object open(Asked asked, HouseholdCodes.Holder holder, @Nullable D done);

    /**
     * Does what the form asks for.
     *
     * @return null when it asks for nothing
     * @throws Refusal when it cannot be done; the page then says why
     */
    protected abstract @Nullable D act(HttpServletRequest request, HouseholdCodes.Holder holder);

    /** @return the status that goes with a refusal */
    protected int status(String key) {
        return switch (key) {
            case "code.throttled" -> TOO_MANY_REQUESTS;
            case "code.unknown", "code.voided", "code.expired", "code.foreign" -> HttpServletResponse.SC_FORBIDDEN;
            default -> UNPROCESSABLE;
        };
    }

    @Override
    protected final void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        PageReader reader = pages.reader(request);
        Optional<Project> project = project(request);
        if (project.isEmpty()) {
            pages.unknown(request, response, reader, root);
            return;
        }
        pages.send(request, response, reader, HttpServletResponse.SC_OK, template,
                closed(asked(reader, project.get(), "", null)));
    }

    @Override
    protected final void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        request.setCharacterEncoding(StandardCharsets.UTF_8);
        PageReader reader = pages.reader(request);
        Optional<Project> project = project(request);
        if (project.isEmpty()) {
            pages.unknown(request, response, reader, root);
            return;
        }
        String code = field(request, CODE);
        HouseholdCodes.Holder holder;
        try {
            holder = codes.enter(code, project.get().code(), Callers.of(request.getRemoteAddr()));
        } catch (Refusal refused) {
            pages.send(request, response, reader, status(refused, response), template,
                    closed(asked(reader, project.get(), code, refused)));
            return;
        }
        int status = HttpServletResponse.SC_OK;
        Refusal refusal = null;
        D done = null;
        try {
            done = act(request, holder);
        } catch (Refusal refused) {
            status = status(refused, response);
            refusal = refused;
        }
        pages.send(request, response, reader, status, template,
                open(asked(reader, project.get(), code, refusal), holder, done));
    }

    private Asked asked(PageReader reader, Project project, String code, @Nullable Refusal refused) {
        String path = root + project.code();
        Frame frame = pages.frame(reader, reader.text(title), path)
                .under(reader.address("/n/" + project.code()), project.names().in(reader.locale()));
        return new Asked(reader, project, frame, reader.address(path), code,
                refused == null ? null : refused.in(pages.messages(), reader.locale()));
    }

    private int status(Refusal refused, HttpServletResponse response) {
        if (refused.key().equals("code.throttled")) {
            response.setHeader("Retry-After", String.valueOf(refused.parameters()[0]));
        }
        return status(refused.key());
    }

    private Optional<Project> project(HttpServletRequest request) {
        Matcher path = PATH.matcher(request.getPathInfo() == null ? "" : request.getPathInfo());
        return path.matches() ? projects.find(path.group(1)).filter(Project::openToPublic) : Optional.empty();
    }

    /** @return the frame for one who showed the code, which goes on with them */
    protected static Frame shown(Asked asked) {
        return asked.frame().shownTo(new Frame.Hidden(CODE, asked.code()));
    }

    /** @return a field of the form, empty where it is missing */
    protected static String field(HttpServletRequest request, String name) {
        return Objects.requireNonNullElse(request.getParameter(name), "");
    }

    /**
     * @param otherwise key of the refusal for what is no number
     * @return a field of the form that names something by its number
     */
    protected static long number(HttpServletRequest request, String name, String otherwise) {
        String text = field(request, name);
        if (!NUMBER.matcher(text).matches()) {
            throw new Refusal(otherwise);
        }
        return Long.parseLong(text);
    }
}
