package city.renewal.programme.ui;

import city.renewal.base.ChangeFeed;
import city.renewal.base.Formats;
import city.renewal.base.Messages;
import city.renewal.base.ui.ChangeSubscription;
import city.renewal.base.ui.PublicLayout;
import city.renewal.plan.ui.StandingWords;
import city.renewal.programme.Overview;
import city.renewal.programme.Programme;
import city.renewal.programme.ProjectFilter;
import city.renewal.programme.PublishedFigures;
import city.renewal.programme.commitment.CommitmentWords;
import city.renewal.programme.commitment.Commitments;
import city.renewal.project.Kinds;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;

/** The public overview: one question, the search for one's own compound, the totals, and every project. */
@Route(value = "", layout = PublicLayout.class)
@AnonymousAllowed
@CssImport("./styles/overview.css")
public final class OverviewView extends Main implements BeforeEnterObserver, HasDynamicTitle {

    private final transient Programme programme;
    private final transient Commitments promises;
    private final transient Formats formats;
    private final ZoneId zone;
    private final TextField search = new TextField();
    private final KindCards totals;
    private final Paragraph published = new Paragraph();
    private final FilterBar filters;
    private final ProjectList projects;
    private final CommitmentsCard commitments;
    private final Paragraph asOf = new Paragraph();
    private transient ProjectFilter filter = ProjectFilter.NONE;

    OverviewView(Programme programme, Commitments promises, PublishedFigures figures, Kinds kinds, Messages messages,
                 ChangeFeed feed, Clock clock) {
        this.programme = programme;
        this.promises = promises;
        formats = new Formats(messages, getLocale(), LocalDate.now(clock));
        zone = clock.getZone();
        StandingWords standings = new StandingWords(messages, formats);
        totals = new KindCards(kinds, formats, standings);
        filters = new FilterBar(kinds, formats, OverviewView.class, this::go);
        projects = new ProjectList(kinds, formats, standings);
        commitments = new CommitmentsCard(new CommitmentWords(formats, kinds, figures));
        addClassName("overview");
        published.setText(getTranslation("overview.sources",
                String.join(getTranslation("overview.sources.and"), figures.sources().stream()
                        .map(source -> source.in(getLocale())).toList())));
        published.addClassName("sources");
        asOf.addClassNames("secondary", "as-of");
        Section list = new Section(filters, projects, asOf);
        list.addClassNames("card", "projects");
        list.getElement().setAttribute("aria-label", getTranslation("overview.projects"));
        Div body = new Div(list, commitments);
        body.addClassName("overview-body");
        add(question(), totals, published, body);
        ChangeSubscription.keep(this, feed, change -> show());
    }

    private Div question() {
        Paragraph text = new Paragraph(getTranslation("overview.text"));
        text.addClassName("secondary");
        Div words = new Div(new H1(getTranslation("overview.title")), text);
        search.setPlaceholder(getTranslation("overview.search"));
        search.setAriaLabel(getTranslation("overview.search"));
        search.setClearButtonVisible(true);
        search.setId("search");
        search.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                go(filter.withText(change.getValue()));
            }
        });
        Button find = new Button(getTranslation("overview.search.go"), click -> go(filter.withText(search.getValue())));
        find.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        Div form = new Div(search, find);
        form.addClassName("search");
        form.getElement().setAttribute("role", "search");
        Div question = new Div(words, form);
        question.addClassName("question");
        return question;
    }

    /** Makes the filter the page's address; {@link #beforeEnter} then shows it. */
    private void go(ProjectFilter wanted) {
        if (!wanted.equals(filter)) {
            UI.getCurrent().navigate(OverviewView.class, FilterAddress.write(wanted));
        }
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        filter = FilterAddress.read(event.getLocation().getQueryParameters());
        search.setValue(filter.text());
        setClassName("searching", !filter.text().isEmpty());
        show();
    }

    private void show() {
        Overview overview = programme.overview();
        totals.show(overview.kinds());
        published.setVisible(!overview.kinds().isEmpty());
        filters.show(filter, overview.lines());
        projects.show(overview.lines(), filter);
        commitments.show(overview.today().getYear(), promises.of(overview.today().getYear()));
        asOf.setVisible(overview.confirmedAt() != null);
        if (overview.confirmedAt() != null) {
            asOf.setText(getTranslation("overview.as-of", formats.moment(overview.confirmedAt(), zone)));
        }
    }

    @Override
    public String getPageTitle() {
        return getTranslation("overview.title");
    }
}
