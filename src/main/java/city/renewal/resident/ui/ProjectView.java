package city.renewal.resident.ui;

import city.renewal.account.ui.SignedIn;
import city.renewal.base.ChangeFeed;
import city.renewal.base.Messages;
import city.renewal.base.ProjectChange;
import city.renewal.base.ui.ChangeSubscription;
import city.renewal.base.ui.PublicLayout;
import city.renewal.consent.Consents;
import city.renewal.consent.ui.ConsentCard;
import city.renewal.notice.Notice;
import city.renewal.project.Kinds;
import city.renewal.project.Project;
import city.renewal.resident.EvidencePage;
import city.renewal.resident.ResidentPage;
import city.renewal.resident.ResidentPages;
import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.router.RouterLink;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A project as residents read it. Moves by itself when a report is confirmed or the plan changes. */
@Route(value = "project/:code", layout = PublicLayout.class)
@AnonymousAllowed
@CssImport("./styles/project.css")
public final class ProjectView extends Main implements BeforeEnterObserver, HasDynamicTitle {

    private final transient ResidentPages pages;
    private final transient Consents consents;
    private final transient Reader reader;
    private final Div head = new Div();
    private final Div today = new Div();
    private final Div facts = new Div();
    private final TimelineCard timeline;
    private final Div side = new Div();
    private transient @Nullable ResidentPage page;

    ProjectView(ResidentPages pages, Consents consents, Kinds kinds, Messages messages, ChangeFeed feed, Clock clock) {
        this.pages = pages;
        this.consents = consents;
        reader = new Reader(messages, kinds, clock, getLocale());
        timeline = new TimelineCard(reader);
        addClassName("project");
        side.addClassName("project-side");
        Div body = new Div(timeline, side);
        body.addClassName("project-body");
        today.setId("notices-today");
        add(head, today, facts, body);
        ChangeSubscription.keep(this, feed, this::changed);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        String code = event.getRouteParameters().get("code").orElse("");
        page = pages.page(code, SignedIn.now().isPresent())
                .orElseThrow(() -> new NotFoundException(reader.text("project.unknown", code)));
        show(page);
    }

    private void changed(ProjectChange change) {
        if (page != null && change.projectId() == page.project().id()) {
            pages.page(page.project().code(), SignedIn.now().isPresent()).ifPresent(this::show);
        }
    }

    private void show(ResidentPage now) {
        page = now;
        head.removeAll();
        head.add(path(now), title(now), new StageTrack(now.stages(), reader));
        showToday(now);
        facts.removeAll();
        facts.add(new FourFacts(now, reader));
        timeline.show(now);
        side.removeAll();
        if (!now.after().none()) {
            side.add(new AfterCard(now, reader));
        }
        List<Notice> later = now.notices().notices().stream()
                .filter(notice -> !notice.on(now.today(), reader.zone())).toList();
        if (!later.isEmpty()) {
            side.add(new NoticesCard(reader.text("resident.notices"), later, now, reader.notices()));
        }
        side.add(new ComingWorkCard(now, reader));
        if (!now.adjustments().isEmpty()) {
            side.add(new AdjustmentsCard(now, reader));
        }
        side.add(evidence(now));
        if (now.asks()) {
            side.add(new ConsentCard(consents.published(now.project().id()), consents.results(now.project().id()),
                    consents.dropped(now.project().id()), now.project().code(), reader.formats().today(),
                    reader.zone(), reader.formats()));
        }
        if (now.project().openToPublic()) {
            side.add(take(now.project(), now.visits()));
        }
    }

    /** What is cut, closed or noisy today comes before all else. */
    private void showToday(ResidentPage now) {
        today.removeAll();
        List<Notice> valid = now.notices().on(now.today(), reader.zone());
        if (!valid.isEmpty()) {
            today.add(new NoticesCard(reader.text("resident.notices.today"), valid, now, reader.notices()));
        }
    }

    private Nav path(ResidentPage now) {
        Nav path = new Nav(new Anchor("/", reader.text("nav.overview")));
        path.addClassName("path");
        path.getElement().setAttribute("aria-label", reader.text("resident.path"));
        String street = now.project().street();
        if (street != null) {
            path.add(new Anchor("/?street=" + URLEncoder.encode(street, StandardCharsets.UTF_8),
                    reader.formats().name(street)));
        }
        return path;
    }

    private Div title(ResidentPage now) {
        H1 name = new H1(reader.words(now.name()));
        Div states = new Div();
        states.addClassName("project-state");
        reader.standings().badges(now.standing()).forEach(states::add);
        if (now.standing().silent()) {
            Span pause = new Span(now.pause()
                    .map(said -> reader.text("pause.said.on", reader.text("pause." + said.reason().id()),
                            reader.day(said.givenAt())))
                    .orElseGet(() -> reader.text("pause.unsaid")));
            pause.addClassName("secondary");
            pause.setId("pause");
            states.add(pause);
        }
        Span size = new Span(now.measures().stream()
                .map(measure -> reader.measure(now.project().kind(), measure))
                .collect(Collectors.joining(" · ")));
        size.addClassNames("secondary", "project-size");
        Div title = new Div(name, states, asOf(now), size);
        title.addClassName("project-title");
        return title;
    }

    private Span asOf(ResidentPage now) {
        Span asOf = new Span(now.asOf() == null
                ? reader.text("resident.as-of.none")
                : reader.text(now.evidence().today() == 0 ? "resident.as-of" : "resident.as-of.today",
                        reader.moment(now.asOf()), now.evidence().today()));
        asOf.addClassNames("secondary", "project-as-of");
        asOf.getElement().setAttribute("role", "status");
        return asOf;
    }

    /** What is served without a view: the notice page and what residents take from it. */
    private Section take(Project of, boolean visits) {
        String notice = "/n/" + of.code();
        String language = "?lang=" + getLocale().getLanguage();
        UnorderedList ways = new UnorderedList(taken("/report" + language + "&project=" + of.code(), "matter.form.title"),
                taken("/subscribe/" + of.code() + language, "notice-page.subscribe"),
                taken("/wall" + language + "&project=" + of.code(), "matter.wall.link"),
                taken(notice + language, "resident.take.notice"),
                taken(notice + "/poster" + language, "notice-page.poster.a4"),
                taken(notice + ".ics" + language, "notice-page.calendar"),
                taken(notice + ".atom" + language, "notice-page.feed"));
        if (visits) {
            ways.addComponentAsFirst(taken("/visit/" + of.code() + language, "visit.title"));
        }
        Section card = new Section(new H2(reader.text("resident.take")), ways);
        card.addClassNames("card", "take");
        return card;
    }

    private ListItem taken(String address, String key) {
        Anchor link = new Anchor(address, reader.text(key));
        link.setRouterIgnore(true);
        return new ListItem(link);
    }

    private Section evidence(ResidentPage now) {
        EvidencePage evidence = now.evidence();
        Section card = new Section(new H2(reader.text("resident.evidence.title",
                reader.formats().percent(now.standing().done()))));
        card.addClassName("card");
        if (evidence.total() == 0) {
            card.add(new Paragraph(reader.text("resident.evidence.none")));
        } else {
            card.add(new EvidenceList(evidence, reader),
                    new RouterLink(reader.text("resident.evidence.all", evidence.total()), EvidenceView.class,
                            new RouteParameters("code", now.project().code())));
        }
        return card;
    }

    @Override
    public String getPageTitle() {
        return page == null ? "" : reader.words(page.name());
    }
}
