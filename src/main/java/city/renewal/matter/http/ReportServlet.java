package city.renewal.matter.http;

import city.renewal.base.Refusal;
import city.renewal.base.Words;
import city.renewal.base.http.FloodGate;
import city.renewal.base.http.FormGates;
import city.renewal.base.http.FormGuard;
import city.renewal.base.http.Frame;
import city.renewal.base.http.PageReader;
import city.renewal.base.http.PublicPages;
import city.renewal.matter.MatterPhotos;
import city.renewal.matter.MatterTicket;
import city.renewal.matter.Matters;
import city.renewal.matter.NewMatter;
import city.renewal.project.Project;
import city.renewal.project.Projects;
import city.renewal.site.photo.PhotoIntake;
import city.renewal.site.photo.ReceivedPhoto;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * {@code /report}: a resident reports a matter. {@code ?project=…&building=…&stairwell=…} fill in the place, as the code at
 * the door does. What comes too often is refused before its body is read.
 */
public final class ReportServlet extends HttpServlet {

    /** Where it is served. */
    public static final String PATH = "/report";
    /** Bytes of the form beside its photos. */
    public static final int FORM_BYTES = 64 * 1024;

    private static final int TOO_MANY = 429;
    private static final int UNPROCESSABLE = 422;
    private static final String EMPTY = "";

    private final transient Matters matters;
    private final transient MatterPhotos photos;
    private final transient Projects projects;
    private final transient PublicPages pages;
    private final transient FormGuard guard;
    private final transient FormGates gates;

    public ReportServlet(Matters matters, MatterPhotos photos, Projects projects, PublicPages pages, FormGuard guard,
                         Clock clock) {
        this.matters = matters;
        this.photos = photos;
        this.projects = projects;
        this.pages = pages;
        this.guard = guard;
        gates = new FormGates(new FloodGate(200, Duration.ofMillis(500), clock), clock);
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        PageReader reader = pages.reader(request);
        Given given = new Given(text(request.getParameter("project")), text(request.getParameter("kind")),
                text(request.getParameter("building")), text(request.getParameter("stairwell")), EMPTY, EMPTY);
        show(request, response, reader, HttpServletResponse.SC_OK, given, null);
    }

    /** What a reader wrote, kept over a refusal. */
    private record Given(String project, String kind, String building, String stairwell, String text, String phone) {
    }

    private static String text(@Nullable String given) {
        return given == null ? EMPTY : given.strip();
    }

    private void show(HttpServletRequest request, HttpServletResponse response, PageReader reader, int status,
                      Given given, @Nullable String refused) throws IOException {
        Optional<Project> project = given.project().isEmpty() ? Optional.empty()
                : projects.find(given.project()).filter(Project::openToPublic);
        String code = project.map(Project::code).orElse(EMPTY);
        Frame frame = pages.frame(reader, reader.text("matter.form.title"), PATH, "project", code, "building",
                given.building(), "stairwell", given.stairwell());
        List<Frame.Choice> choices = project.isPresent() ? List.of() : projects.all().stream()
                .filter(Project::openToPublic)
                .map(each -> new Frame.Choice(each.code(), each.names().in(reader.locale()), false)).toList();
        List<Frame.Choice> buildings = project.isEmpty() ? List.of() : projects.places(project.get().id()).stream()
                .map(place -> new Frame.Choice(place.code(), place.nameEn() == null ? place.name()
                        : new Words(place.name(), place.nameEn()).in(reader.locale()),
                        place.code().equalsIgnoreCase(given.building()))).toList();
        pages.send(request, response, reader, status, "matter/form.jte", new FormPage(frame, refused,
                project.isPresent() ? guard.token(request, response) : null, FormGuard.PUZZLE_BITS,
                project.isPresent() ? pages.puzzle() : null, reader.address(PATH),
                reader.address(WallServlet.PATH, "project", code), reader.address(PATH), code,
                project.map(each -> each.names().in(reader.locale())).orElse(EMPTY), choices,
                matters.rules().kinds().stream().map(kind -> new Frame.Choice(kind.id(), kind.name().in(reader.locale()),
                        kind.id().equals(given.kind()))).toList(),
                buildings, given.stairwell(), given.text(), given.phone(), Matters.LONGEST_TEXT,
                reader.text("matter.form.text.hint", Matters.LONGEST_TEXT),
                reader.text("matter.form.photo.hint", Matters.MOST_PHOTOS, photos.megabytes()),
                reader.text("matter.form.phone.hint"),
                reader.text("matter.form.slow", FormGuard.SLOW.toSeconds())));
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        PageReader reader = pages.reader(request);
        long wait = gates.admit(request);
        if (wait > 0) {
            tooMany(request, response, reader, wait);
            return;
        }
        List<Part> parts;
        try {
            parts = new ArrayList<>(request.getParts());
        } catch (IllegalStateException | ServletException | IOException unreadable) {
            response.setHeader("Connection", "close");
            if (String.valueOf(request.getContentType()).startsWith("multipart/form-data")) {
                say(request, response, reader, HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE,
                        reader.text("matter.form.large", photos.megabytes()));
            } else {
                say(request, response, reader, HttpServletResponse.SC_UNSUPPORTED_MEDIA_TYPE,
                        reader.text("matter.form.unreadable"));
            }
            return;
        }
        try {
            take(request, response, reader, parts);
        } finally {
            for (Part part : parts) {
                part.delete();
            }
        }
    }

    private void take(HttpServletRequest request, HttpServletResponse response, PageReader reader, List<Part> parts)
            throws IOException {
        Given given = new Given(field(request, "project"), field(request, "kind"), field(request, "building"),
                field(request, "stairwell"), field(request, "text"), field(request, "phone"));
        String token = field(request, "token");
        FormGuard.Proof proof = guard.check(request, token, field(request, "answer"));
        if (proof == FormGuard.Proof.FOREIGN) {
            show(request, response, reader, HttpServletResponse.SC_FORBIDDEN, given,
                    reader.text("matter.form.foreign"));
            return;
        }
        if (proof == FormGuard.Proof.EARLY) {
            show(request, response, reader, UNPROCESSABLE, given,
                    reader.text("matter.form.early", FormGuard.SLOW.toSeconds()));
            return;
        }
        try (PhotoIntake.Batch batch = photos.batch()) {
            NewMatter made = new NewMatter(given.kind(), given.project(), none(given.building()),
                    none(given.stairwell()), given.text(), none(given.phone()), List.of());
            matters.check(made);
            // Not before, so that a mistake costs nobody a turn, nor the neighbours behind the same address.
            long wait = gates.take(request, proof);
            if (wait > 0) {
                response.setHeader("Retry-After", String.valueOf(wait));
                show(request, response, reader, TOO_MANY, given, reader.text("matter.form.many.kept"));
                return;
            }
            NewMatter sent = made.with(receive(parts, batch));
            matters.check(sent);
            if (!guard.use(token)) {
                show(request, response, reader, HttpServletResponse.SC_FORBIDDEN, given,
                        reader.text("matter.form.foreign"));
                return;
            }
            batch.keep();
            MatterTicket ticket = matters.report(sent);
            response.setHeader("Location", reader.address(FollowServlet.address(ticket.number(), ticket.key()),
                    FollowServlet.NEW, "1"));
            response.setHeader("Cache-Control", "no-store");
            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        } catch (Refusal refused) {
            show(request, response, reader, UNPROCESSABLE, given, refused.in(pages.messages(), reader.locale()));
        }
    }

    private static List<ReceivedPhoto> receive(List<Part> parts, PhotoIntake.Batch batch) throws IOException {
        List<Part> chosen = parts.stream().filter(part -> part.getName().equals("photo") && part.getSize() > 0).toList();
        if (chosen.size() > Matters.MOST_PHOTOS) {
            throw new Refusal("matter.photos.many", Matters.MOST_PHOTOS);
        }
        List<ReceivedPhoto> received = new ArrayList<>();
        for (Part part : chosen) {
            try (InputStream content = part.getInputStream()) {
                received.add(batch.add(content));
            }
        }
        return received;
    }

    private void tooMany(HttpServletRequest request, HttpServletResponse response, PageReader reader, long seconds)
            throws IOException {
        response.setHeader("Retry-After", String.valueOf(seconds));
        response.setHeader("Connection", "close");
        say(request, response, reader, TOO_MANY, reader.text("matter.form.many"));
    }

    private void say(HttpServletRequest request, HttpServletResponse response, PageReader reader, int status,
                     String text) throws IOException {
        pages.say(request, response, reader, status, pages.frame(reader, reader.text("matter.form.title"), PATH), text,
                new Frame.Link(reader.address(PATH), reader.text("matter.form.again"),
                        reader.locale().getLanguage()));
    }

    private static String field(HttpServletRequest request, String name) {
        return text(request.getParameter(name));
    }

    private static @Nullable String none(String text) {
        return text.isEmpty() ? null : text;
    }
}
