package city.renewal.matter.http;

import city.renewal.base.Refusal;
import city.renewal.base.Telephone;
import city.renewal.base.Words;
import city.renewal.base.http.Callers;
import city.renewal.base.http.FloodGate;
import city.renewal.base.http.FormGuard;
import city.renewal.base.http.Frame;
import city.renewal.base.http.PageReader;
import city.renewal.base.http.PublicPages;
import city.renewal.matter.FollowedMatter;
import city.renewal.matter.MatterAct;
import city.renewal.matter.MatterLine;
import city.renewal.matter.MatterState;
import city.renewal.matter.MatterStep;
import city.renewal.matter.MatterWarranty;
import city.renewal.matter.Matters;
import city.renewal.project.handover.WarrantyRules;
import city.renewal.project.handover.WarrantyWords;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * {@code /m/{number}/{key}}: a resident follows a matter, opens it again, rates the answer. A number that is not there and
 * a wrong key are answered alike.
 */
public final class FollowServlet extends HttpServlet {

    /** What every address begins with. */
    public static final String PATH = "/m";
    /** Says in the address that the matter was just received; the switches of size and language keep what is said. */
    static final String NEW = "new";

    private static final Pattern PARTS = Pattern.compile("/([0-9-]{1,16})/([A-Za-z0-9_-]{1,64})");
    private static final String DONE = "done";
    private static final String REOPENED = "reopened";
    private static final String RATED = "rated";
    private static final int TOO_MANY = 429;
    private static final int UNPROCESSABLE = 422;

    private final transient Matters matters;
    private final transient PublicPages pages;
    private final transient FormGuard guard;
    private final transient WarrantyRules warranties;
    private final String publicAddress;
    private final transient Clock clock;
    /** Wrong keys from one address. */
    private final transient FloodGate misses;
    /** Changes to one matter. */
    private final transient FloodGate changes;

    /** @param publicAddress where residents reach the program, without a slash at its end; empty where nobody said */
    public FollowServlet(Matters matters, PublicPages pages, FormGuard guard, WarrantyRules warranties,
                         String publicAddress, Clock clock) {
        this.matters = matters;
        this.pages = pages;
        this.guard = guard;
        this.warranties = warranties;
        this.publicAddress = publicAddress;
        this.clock = clock;
        misses = new FloodGate(20, Duration.ofSeconds(15), clock);
        changes = new FloodGate(10, Duration.ofMinutes(1), clock);
    }

    static String address(String number, String key) {
        return PATH + "/" + number + "/" + key;
    }

    /** What an address names. */
    private record Asked(String number, String key) {
    }

    private static Asked asked(HttpServletRequest request) {
        Matcher parts = PARTS.matcher(request.getPathInfo() == null ? "" : request.getPathInfo());
        return parts.matches() ? new Asked(parts.group(1), parts.group(2)) : new Asked("", "");
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        PageReader reader = pages.reader(request);
        if (shut(request, response, reader)) {
            return;
        }
        String told = "1".equals(request.getParameter(NEW)) ? "matter.follow.sent"
                : REOPENED.equals(request.getParameter(DONE)) ? "matter.follow.reopened"
                : RATED.equals(request.getParameter(DONE)) ? "matter.follow.rated" : null;
        show(request, response, reader, HttpServletResponse.SC_OK, told, null);
    }

    /** What was done is said as long as it holds: addresses are kept, and opened again later. */
    private static boolean holds(String told, FollowedMatter matter) {
        return switch (told) {
            case "matter.follow.sent" -> matter.line().state() == MatterState.RECEIVED;
            case "matter.follow.reopened" -> matter.line().state() == MatterState.REOPENED;
            case "matter.follow.rated" -> matter.rating() != null;
            default -> true;
        };
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        PageReader reader = pages.reader(request);
        if (shut(request, response, reader)) {
            return;
        }
        Asked asked = asked(request);
        String token = request.getParameter("token");
        FormGuard.Proof proof = guard.check(request, token, null);
        if (proof == FormGuard.Proof.FOREIGN || token == null) {
            show(request, response, reader, HttpServletResponse.SC_FORBIDDEN, null,
                    reader.text("matter.follow.foreign"));
            return;
        }
        if (!changes.pass(asked.number())) {
            tooMany(request, response, reader, changes.seconds(asked.number()));
            return;
        }
        try {
            boolean rating = "rate".equals(request.getParameter("do"));
            if (rating) {
                matters.rate(asked.number(), asked.key(), stars(request.getParameter("stars")));
            } else {
                String reason = request.getParameter("reason");
                matters.reopen(asked.number(), asked.key(), reason == null ? "" : reason);
            }
            guard.use(token);
            response.setHeader("Location", reader.address(address(asked.number(), asked.key()), DONE,
                    rating ? RATED : REOPENED));
            response.setHeader("Cache-Control", "no-store");
            response.setHeader("Referrer-Policy", "no-referrer");
            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        } catch (Refusal refused) {
            show(request, response, reader, UNPROCESSABLE, null, refused.in(pages.messages(), reader.locale()));
        }
    }

    private static int stars(@Nullable String given) {
        return given != null && given.matches("[0-9]") ? Integer.parseInt(given) : 0;
    }

    private boolean shut(HttpServletRequest request, HttpServletResponse response, PageReader reader)
            throws IOException {
        if (misses.open(Callers.of(request.getRemoteAddr()))) {
            return false;
        }
        tooMany(request, response, reader, misses.seconds(Callers.of(request.getRemoteAddr())));
        return true;
    }

    private void tooMany(HttpServletRequest request, HttpServletResponse response, PageReader reader, long seconds)
            throws IOException {
        response.setHeader("Retry-After", String.valueOf(seconds));
        say(request, response, reader, TOO_MANY, reader.text("matter.follow.many"));
    }

    private void say(HttpServletRequest request, HttpServletResponse response, PageReader reader, int status,
                     String text) throws IOException {
        pages.say(request, response, reader, status,
                pages.frame(reader, reader.text("matter.follow.title"), WallServlet.PATH), text,
                new Frame.Link(reader.address(ReportServlet.PATH), reader.text("matter.form.title"),
                        reader.locale().getLanguage()));
    }

    private void show(HttpServletRequest request, HttpServletResponse response, PageReader reader, int status,
                      @Nullable String told, @Nullable String refused) throws IOException {
        Asked asked = asked(request);
        FollowedMatter matter;
        try {
            matter = matters.follow(asked.number(), asked.key());
        } catch (Refusal unknown) {
            misses.pass(Callers.of(request.getRemoteAddr()));
            say(request, response, reader, HttpServletResponse.SC_NOT_FOUND,
                    unknown.in(pages.messages(), reader.locale()));
            return;
        }
        String path = address(asked.number(), asked.key());
        MatterLine line = matter.line();
        Frame frame = pages.frame(reader, reader.text("matter.follow.title"), path,
                NEW, "matter.follow.sent".equals(told) ? "1" : "",
                DONE, "matter.follow.reopened".equals(told) ? REOPENED : "matter.follow.rated".equals(told) ? RATED : "");
        pages.send(request, response, reader, status, "matter/follow.jte", new FollowPage(frame, refused,
                told == null || !holds(told, matter) ? null : reader.text(told), line.number(),
                reader.text("matter.state." + line.state().name().toLowerCase(Locale.ROOT).replace('_', '-')),
                "matter.follow.sent".equals(told) ? base(request) + path : null, facts(matter, reader),
                warranty(matter.warranty(), reader),
                matter.mergedInto() ? reader.text("matter.follow.merged") : null, matter.answer(), matter.mayRate(),
                IntStream.rangeClosed(1, Matters.BEST_RATING)
                        .mapToObj(star -> new Frame.Choice(String.valueOf(star),
                                reader.text("matter.star." + star), false)).toList(),
                matter.reopenUntil() == null ? null
                        : reader.text("matter.follow.until", reader.formats().date(matter.reopenUntil())),
                line.report() == null ? "" : line.report(), steps(matter, reader), reader.address(path),
                guard.token(request, response),
                reader.address(ReportServlet.PATH, "project", line.projectCode()),
                reader.address(WallServlet.PATH, "project", line.projectCode())));
    }

    /** As residents reach the program, or where nobody said how, as this browser did. */
    private String base(HttpServletRequest request) {
        if (!publicAddress.isEmpty()) {
            return publicAddress;
        }
        String url = request.getRequestURL().toString();
        String base = url.substring(0, url.length() - request.getRequestURI().length());
        return request.isSecure() ? base.replaceFirst("^http:", "https:") : base;
    }

    private List<FollowPage.Fact> facts(FollowedMatter matter, PageReader reader) {
        MatterLine line = matter.line();
        List<FollowPage.Fact> facts = new ArrayList<>();
        facts.add(fact(reader, "matter.fact.kind", matters.rules().kind(line.kind()).name().in(reader.locale())));
        facts.add(fact(reader, "matter.fact.place", place(line, reader)));
        if (line.grid() != null) {
            facts.add(fact(reader, "matter.fact.grid", reader.formats().name(line.grid())));
        }
        facts.add(fact(reader, "matter.fact.worker", line.worker() == null ? reader.text("matter.fact.nobody")
                : reader.formats().name(line.worker())));
        if (line.state().open()) {
            boolean late = matter.answerBy().isBefore(OffsetDateTime.now(clock));
            facts.add(new FollowPage.Fact(reader.text("matter.fact.answer-by"),
                    reader.text(late ? "matter.fact.overdue" : "matter.fact.due",
                            reader.formats().moment(matter.answerBy(), clock.getZone())), late));
        }
        if (matter.rating() != null) {
            facts.add(fact(reader, "matter.fact.rating", reader.text("matter.star." + matter.rating())));
        }
        return facts;
    }

    private FollowPage.@Nullable Warranty warranty(MatterWarranty found, PageReader reader) {
        if (found.standing() == MatterWarranty.Standing.NONE) {
            return null;
        }
        WarrantyWords words = new WarrantyWords(warranties, reader.formats());
        return new FollowPage.Warranty(
                reader.text("matter.warranty." + found.standing().name().toLowerCase(Locale.ROOT)),
                found.standing() == MatterWarranty.Standing.NAMED || found.standing() == MatterWarranty.Standing.LIKELY,
                found.warranties().stream().map(each -> new FollowPage.Repairs(words.work(each),
                        words.until(each.untilOn()), words.who(each), each.phone(),
                        each.phone() == null ? null : Telephone.dial(each.phone()))).toList());
    }

    static String place(MatterLine line, PageReader reader) {
        Words place = line.place();
        return line.project().in(reader.locale()) + (place == null ? "" : " · " + place.in(reader.locale()))
                + (line.stairwell() == null ? "" : " · " + reader.text("matter.stairwell", line.stairwell()));
    }

    private static FollowPage.Fact fact(PageReader reader, String term, String value) {
        return new FollowPage.Fact(reader.text(term), value, false);
    }

    private List<FollowPage.Step> steps(FollowedMatter matter, PageReader reader) {
        return matter.steps().stream().map(step -> new FollowPage.Step(
                reader.text("matter.act." + step.act().name().toLowerCase(Locale.ROOT).replace('_', '-')),
                reader.formats().moment(step.takenAt(), clock.getZone())
                        + (step.actor() == null ? "" : " · " + reader.formats().name(step.actor())),
                remark(step, reader))).toList();
    }

    private static @Nullable String remark(MatterStep step, PageReader reader) {
        return step.remark() == null ? null
                : step.act() == MatterAct.RATED ? reader.text("matter.star." + step.remark()) : step.remark();
    }
}
