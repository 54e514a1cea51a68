package city.renewal.desk.ui;

import city.renewal.account.Actor;
import city.renewal.account.ui.SignedIn;
import city.renewal.base.Formats;
import city.renewal.base.Messages;
import city.renewal.base.Refusal;
import city.renewal.base.ui.StateBadge;
import city.renewal.programme.Indicator;
import city.renewal.programme.PublishedFigures;
import city.renewal.programme.commitment.CommitmentLine;
import city.renewal.programme.commitment.CommitmentWords;
import city.renewal.programme.commitment.Commitments;
import city.renewal.programme.commitment.Indicators;
import city.renewal.programme.commitment.ui.CommitmentForm;
import city.renewal.programme.commitment.ui.StateTone;
import city.renewal.programme.commitment.ui.ValueCard;
import city.renewal.project.Kinds;
import city.renewal.project.Project;
import city.renewal.project.Projects;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.router.RouterLink;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** The commitments of a year at the desk. District officers make new ones and add published figures; others read. */
@Route(value = "desk/commitments", layout = DeskLayout.class)
@PermitAll
@CssImport("./styles/commitments.css")
public final class CommitmentsView extends Main implements BeforeEnterObserver, HasDynamicTitle {

    private static final String YEAR = "year";

    private final transient Commitments commitments;
    private final transient Indicators indicators;
    private final transient Projects projects;
    private final transient CommitmentWords words;
    private final transient Messages messages;
    private final Actor actor = SignedIn.required();
    private final Section list = new Section();
    private int year;

    CommitmentsView(Commitments commitments, Indicators indicators, PublishedFigures figures, Projects projects,
                    Kinds kinds, Messages messages, Clock clock) {
        this.commitments = commitments;
        this.indicators = indicators;
        this.projects = projects;
        this.messages = messages;
        words = new CommitmentWords(new Formats(messages, getLocale(), LocalDate.now(clock)), kinds, figures);
        addClassNames("desk-page", "commitments-view");
        list.addClassName("card");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        int now = words.formats().today().getYear();
        year = event.getLocation().getQueryParameters().getSingleParameter(YEAR)
                .filter(asked -> asked.matches("[0-9]{4}")).map(Integer::valueOf).orElse(now);
        removeAll();
        add(head(now), list);
        show();
        if (Commitments.mayWrite(actor)) {
            add(new CommitmentForm(commitments, words, open(projects), actor, year, messages, this::show), figure());
        }
    }

    /** @return the projects that residents can follow */
    static List<Project> open(Projects projects) {
        return projects.all().stream().filter(Project::openToPublic).toList();
    }

    private Div head(int now) {
        Select<Integer> years = new Select<>();
        years.setLabel(getTranslation("commitment.year.label"));
        TreeSet<Integer> choice = new TreeSet<>(commitments.years());
        choice.addAll(List.of(year, now, now + 1));
        years.setItems(choice.descendingSet());
        years.setItemLabelGenerator(String::valueOf);
        years.setValue(year);
        years.addValueChangeListener(change -> getUI().ifPresent(ui -> ui.navigate(CommitmentsView.class,
                QueryParameters.simple(Map.of(YEAR, String.valueOf(change.getValue()))))));
        Anchor open = new Anchor("/commitments/" + year, getTranslation("commitment.public"));
        Anchor published = new Anchor("/indicators", getTranslation("indicator.title"));
        open.setRouterIgnore(true);
        published.setRouterIgnore(true);
        Div head = new Div(new H1(getTranslation("commitment.desk.title")), years, open, published);
        head.addClassName("commitments-head");
        return head;
    }

    private void show() {
        list.removeAll();
        List<CommitmentLine> lines = commitments.of(year);
        if (lines.isEmpty()) {
            list.add(new Paragraph(getTranslation("commitment.none")));
            return;
        }
        UnorderedList items = new UnorderedList();
        items.addClassNames("commitment-lines", "commitments-year");
        lines.forEach(line -> items.add(item(line)));
        list.add(new Paragraph(words.summary(lines)), items);
    }

    private ListItem item(CommitmentLine line) {
        RouterLink name = new RouterLink(line.commitment().number() + ". " + words.name(line.commitment()),
                CommitmentView.class, new RouteParameters(Map.of("year", String.valueOf(year),
                        "number", String.valueOf(line.commitment().number()))));
        Span promise = new Span(words.promise(line.commitment().newest(), line.commitment().unit()));
        promise.addClassName("secondary");
        Span present = new Span(words.present(line) + " · " + words.mark(line.commitment().basis()));
        present.addClassName("secondary");
        return new ListItem(name, promise, present, new StateBadge(StateTone.of(line.state()), words.state(line)));
    }

    private ValueCard figure() {
        ComboBox<Indicator> indicator = new ComboBox<>(getTranslation("commitment.indicator"));
        indicator.setItems(words.figures().all());
        indicator.setItemLabelGenerator(each -> words.words(each.name()));
        return new ValueCard("indicator.add", words, messages, (value, asOf, source, why) -> {
            if (indicator.getValue() == null) {
                throw new Refusal("indicator.missing");
            }
            indicators.add(actor, indicator.getValue().id(), value, asOf, source, why);
            show();
            return getTranslation("indicator.added", words.words(indicator.getValue().name()));
        }, indicator);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("commitment.desk.title");
    }
}
