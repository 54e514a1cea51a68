package city.renewal.desk.ui;

import city.renewal.account.Actor;
import city.renewal.account.Role;
import city.renewal.account.ui.SignedIn;
import city.renewal.base.ChangeFeed;
import city.renewal.base.Formats;
import city.renewal.base.Messages;
import city.renewal.base.ui.ChangeSubscription;
import city.renewal.consent.ConsentItem;
import city.renewal.consent.ConsentServices;
import city.renewal.consent.HouseholdRegister;
import city.renewal.consent.LetterKind;
import city.renewal.consent.RegisterSummary;
import city.renewal.consent.ui.ItemForm;
import city.renewal.consent.ui.ItemsCard;
import city.renewal.consent.ui.LettersCard;
import city.renewal.consent.ui.PaperVoteCard;
import city.renewal.consent.ui.RegisterCard;
import city.renewal.consent.ui.ScanCard;
import city.renewal.project.Project;
import city.renewal.project.Projects;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Votes of a project: register, items with their live count, letters, votes on paper. */
@Route(value = "desk/consent/:code?", layout = DeskLayout.class)
@RolesAllowed({Role.Names.COMMUNITY, Role.Names.PLANNER, Role.Names.ADMINISTRATOR, Role.Names.OFFICER,
    Role.Names.VIEWER})
public final class ConsentView extends Main implements BeforeEnterObserver, HasDynamicTitle {

    private final transient Projects projects;
    private final transient ConsentServices services;
    private final transient Messages messages;
    private final transient Formats formats;
    private final Actor actor = SignedIn.required();
    private final ComboBox<Project> chosen = new ComboBox<>(getTranslation("consent.project"));
    private final Div parts = new Div();
    private @Nullable ItemsCard items;
    private @Nullable PaperVoteCard paper;
    private @Nullable ScanCard scans;
    private @Nullable Project project;

    ConsentView(Projects projects, ConsentServices services, Messages messages, ChangeFeed feed, Clock clock) {
        this.projects = projects;
        this.services = services;
        this.messages = messages;
        formats = new Formats(messages, getLocale(), LocalDate.now(clock));
        addClassNames("desk-page", "consent-view");
        chosen.setItems(projects.all().stream().filter(each -> each.kind().equals("compound")).toList());
        chosen.setItemLabelGenerator(each -> each.names().in(getLocale()));
        chosen.setWidthFull();
        chosen.addValueChangeListener(change -> {
            if (change.isFromClient() && change.getValue() != null) {
                UI.getCurrent().navigate(ConsentView.class, new RouteParameters("code", change.getValue().code()));
            }
        });
        add(new H1(getTranslation("consent.desk.title")), chosen, parts);
        ChangeSubscription.keep(this, feed, change -> {
            if (items != null && project != null && change.projectId() == project.id()) {
                items.show();
                offer();
            }
        });
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        project = event.getRouteParameters().get("code").flatMap(projects::find).orElse(null);
        chosen.setValue(project);
        show();
    }

    private void show() {
        parts.removeAll();
        items = null;
        paper = null;
        scans = null;
        if (project == null) {
            parts.add(new Paragraph(getTranslation("consent.choose")));
            return;
        }
        items = new ItemsCard(services.items(), actor, project.id(), messages, formats);
        parts.add(items);
        if (HouseholdRegister.mayHandle(actor)) {
            long id = project.id();
            Div tools = new Div();
            parts.addComponentAsFirst(new RegisterCard(services.register(), actor, id, messages, formats,
                    () -> tools(tools)));
            parts.add(tools);
            tools(tools);
        }
    }

    /** What needs a register. */
    private void tools(Div into) {
        into.removeAll();
        if (project == null || items == null) {
            return;
        }
        ItemsCard shown = items;
        List<RegisterSummary> summary = services.register().summary(project.id());
        if (summary.isEmpty()) {
            return;
        }
        paper = new PaperVoteCard(services.register(), services.ballots(), summary, actor, project.id(), messages,
                formats, shown::show);
        scans = new ScanCard(services.register(), services.ballots(), summary, actor, project.id(), messages, formats);
        offer();
        into.add(new ItemForm(services.items(), services.ballots(), summary, actor, project.id(), messages,
                        shown::show),
                new LettersCard(services.register(), services.letters(), LetterKind.VOTE, summary, actor, project, messages,
                        formats, shown::show),
                paper, scans);
    }

    /** Lets votes on paper be entered and looked at for the items as they are now. */
    private void offer() {
        if (project != null && paper != null && scans != null) {
            List<ConsentItem> published = services.items().published(project.id());
            paper.offer(published.stream().filter(item -> item.takesVotesOn(formats.today())).toList());
            scans.offer(published);
        }
    }

    @Override
    public String getPageTitle() {
        return getTranslation("consent.desk.title");
    }
}
