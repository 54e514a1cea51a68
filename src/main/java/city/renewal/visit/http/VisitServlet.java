package city.renewal.visit.http;

import city.renewal.base.http.PageReader;
import city.renewal.base.http.PublicPages;
import city.renewal.consent.Household;
import city.renewal.consent.HouseholdCodes;
import city.renewal.consent.http.HouseholdServlet;
import city.renewal.project.Project;
import city.renewal.project.Projects;
import city.renewal.visit.Contact;
import city.renewal.visit.Visit;
import city.renewal.visit.VisitOffers;
import city.renewal.visit.VisitWorks;
import city.renewal.visit.Visits;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** {@code /visit/{project}}: code, then the works in the home, each booked, moved and cancelled. */
public final class VisitServlet extends HouseholdServlet<Visit> {

    /** Where the page is, before the project's code. */
    public static final String ROOT = "/visit/";

    private final transient Projects projects;
    private final transient Visits visits;
    private final transient VisitOffers offers;
    private final transient VisitWorks works;
    private final int keptDays;
    private final transient PublicPages pages;
    private final transient Clock clock;

    /** @param keptDays days after a visit for which what the household wrote is kept */
    public VisitServlet(Projects projects, HouseholdCodes codes, Visits visits, VisitOffers offers, VisitWorks works,
                        int keptDays, PublicPages pages, Clock clock) {
        super(ROOT, "visit.title", "visit/page.jte", projects, codes, pages);
        this.projects = projects;
        this.visits = visits;
        this.offers = offers;
        this.works = works;
        this.keptDays = keptDays;
        this.pages = pages;
        this.clock = clock;
    }

    @Override
    protected VisitPage closed(Asked asked) {
        PageReader reader = asked.reader();
        List<String> offered = works.of(asked.project().id()).stream()
                .map(work -> work.titles().in(reader.locale())).toList();
        return new VisitPage(asked.frame(), asked.refused(), null, asked.address(), asked.code(), offered, null,
                List.of(), "", vote(asked), help(reader, asked.project()), pages.householdCode());
    }

    private @Nullable String help(PageReader reader, Project project) {
        return projects.parties(project.id()).stream()
                .filter(party -> party.role().equals("community") && party.phone() != null)
                .findFirst()
                .map(party -> reader.text("visit.help", reader.formats().name(party.organisation()),
                        Objects.requireNonNull(party.phone())))
                .orElse(null);
    }

    @Override
    protected VisitPage open(Asked asked, HouseholdCodes.Holder holder, @Nullable Visit changed) {
        PageReader reader = asked.reader();
        Household household = holder.household();
        VisitPageParts parts = new VisitPageParts(reader, clock.getZone());
        return new VisitPage(shown(asked), asked.refused(), changed == null ? null : parts.done(changed),
                asked.address(), asked.code(), List.of(),
                reader.text("visit.household", household.buildings().in(reader.locale()), household.stairwell()),
                offers.to(holder).stream().map(parts::work).toList(), reader.text("visit.private", keptDays),
                vote(asked), help(reader, asked.project()), null);
    }

    /** Where the same code votes. */
    private static String vote(Asked asked) {
        return asked.reader().address("/vote/" + asked.project().code());
    }

    /** Books, moves or cancels. */
    @Override
    protected @Nullable Visit act(HttpServletRequest request, HouseholdCodes.Holder holder) {
        return switch (field(request, "do")) {
            case "book" -> visits.book(holder, number(request, "slot", "visit.time.missing"),
                    new Contact(field(request, "remark"), field(request, "phone")));
            case "move" -> visits.move(holder, number(request, "visit", "visit.gone"),
                    number(request, "slot", "visit.time.missing"));
            case "cancel" -> visits.cancel(holder, number(request, "visit", "visit.gone"), field(request, "reason"));
            default -> null;
        };
    }

    @Override
    protected int status(String key) {
        return switch (key) {
            case "visit.many" -> TOO_MANY_REQUESTS;
            case "visit.full", "visit.booked", "visit.done", "visit.gone", "visit.late", "visit.barred",
                 "visit.slot.unknown" -> HttpServletResponse.SC_CONFLICT;
            default -> super.status(key);
        };
    }
}
