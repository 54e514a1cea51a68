package city.renewal.resident.ui;

import city.renewal.account.ui.SignedIn;
import city.renewal.base.Messages;
import city.renewal.base.Words;
import city.renewal.base.ui.PublicLayout;
import city.renewal.project.Kinds;
import city.renewal.project.Project;
import city.renewal.resident.Evidence;
import city.renewal.resident.EvidencePage;
import city.renewal.resident.ResidentPages;
import city.renewal.site.photo.PhotoPair;
import city.renewal.site.photo.PhotoPairs;
import city.renewal.site.photo.Photos;
import city.renewal.site.photo.ui.PairList;
import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.router.RouterLink;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Every confirmed report behind a project's percent, a page at a time; the page's number is in its address. */
@Route(value = "project/:code/evidence", layout = PublicLayout.class)
@AnonymousAllowed
@CssImport("./styles/project.css")
public final class EvidenceView extends Main implements BeforeEnterObserver, HasDynamicTitle {

    /** Reports on one page. */
    static final int SHOWN = 50;

    private static final String PAGE = "page";
    /** A task, or a summary over several, whose reports alone are listed. */
    private static final String TASK = "task";
    private static final int MOST_PAGES = 1_000_000;

    private final transient ResidentPages pages;
    private final transient Photos photos;
    private final transient PhotoPairs pairs;
    private final transient Reader reader;
    private transient @Nullable Project project;
    private @Nullable Long task;

    EvidenceView(ResidentPages pages, Photos photos, PhotoPairs pairs, Kinds kinds, Messages messages,
                 Clock clock) {
        this.pages = pages;
        this.photos = photos;
        this.pairs = pairs;
        reader = new Reader(messages, kinds, clock, getLocale());
        addClassNames("project", "evidence-page");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        String code = event.getRouteParameters().get("code").orElse("");
        project = pages.project(code, SignedIn.now().isPresent())
                .orElseThrow(() -> new NotFoundException(reader.text("project.unknown", code)));
        QueryParameters asked = event.getLocation().getQueryParameters();
        int number = asked.getSingleParameter(PAGE).map(EvidenceView::number).orElse(1);
        task = asked.getSingleParameter(TASK).filter(text -> text.matches("[0-9]{1,18}")).map(Long::valueOf).orElse(null);
        int offset = (number - 1) * SHOWN;
        show(project, number, task == null ? pages.evidence(project.id(), SHOWN, offset)
                : pages.evidence(project.id(), task, SHOWN, offset));
    }

    private static int number(String text) {
        try {
            return Math.clamp(Integer.parseInt(text), 1, MOST_PAGES);
        } catch (NumberFormatException notANumber) {
            return 1;
        }
    }

    private void show(Project of, int number, EvidencePage evidence) {
        removeAll();
        Nav path = new Nav(new Anchor("/", reader.text("nav.overview")),
                new RouterLink(name(of), ProjectView.class, new RouteParameters("code", of.code())));
        path.addClassName("path");
        path.getElement().setAttribute("aria-label", reader.text("resident.path"));
        Paragraph rule = new Paragraph(reader.text("resident.evidence.rule"));
        rule.addClassName("secondary");
        add(path, new H1(reader.text("resident.evidence.heading", name(of))), rule);
        if (task != null) {
            add(new RouterLink(reader.text("resident.evidence.whole"), EvidenceView.class,
                    new RouteParameters("code", of.code())));
        }
        if (evidence.reports().isEmpty()) {
            add(new Paragraph(reader.text(task == null ? "resident.evidence.none" : "resident.evidence.none-of-task")));
            return;
        }
        if (number == 1 && task == null) {
            addPairs(pairs.forEverybody(of.id()));
        }
        Div card = new Div(new EvidenceList(evidence,
                photos.confirmedOf(evidence.reports().stream().map(Evidence::reportId).toList()), reader));
        card.addClassName("card");
        add(card, turn(of, number, (evidence.total() + SHOWN - 1) / SHOWN));
    }

    private void addPairs(List<PhotoPair> found) {
        if (!found.isEmpty()) {
            Div card = new Div(new H2(reader.text("photo.pair.title")), new PairList(found, reader.formats()));
            card.addClassName("card");
            add(card);
        }
    }

    private Nav turn(Project of, int number, int count) {
        Nav turn = new Nav();
        turn.addClassName("turn");
        turn.getElement().setAttribute("aria-label", reader.text("resident.evidence.pages"));
        if (number > 1) {
            turn.add(page(of, number - 1, "resident.evidence.newer"));
        }
        turn.add(new Span(reader.text("resident.evidence.page", number, count)));
        if (number < count) {
            turn.add(page(of, number + 1, "resident.evidence.older"));
        }
        return turn;
    }

    private RouterLink page(Project of, int number, String key) {
        RouterLink link = new RouterLink(reader.text(key), EvidenceView.class, new RouteParameters("code", of.code()));
        link.setQueryParameters(QueryParameters.simple(task == null ? Map.of(PAGE, String.valueOf(number))
                : Map.of(PAGE, String.valueOf(number), TASK, String.valueOf(task))));
        return link;
    }

    private String name(Project of) {
        return reader.words(new Words(of.name(), of.nameEn()));
    }

    @Override
    public String getPageTitle() {
        return project == null ? "" : reader.text("resident.evidence.heading", name(project));
    }
}
