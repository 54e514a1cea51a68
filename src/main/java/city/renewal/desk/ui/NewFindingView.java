package city.renewal.desk.ui;

import city.renewal.account.Actor;
import city.renewal.account.Role;
import city.renewal.account.ui.SignedIn;
import city.renewal.base.Formats;
import city.renewal.base.Messages;
import city.renewal.project.Project;
import city.renewal.project.Projects;
import city.renewal.site.finding.FindingRules;
import city.renewal.site.finding.Findings;
import city.renewal.site.finding.NewFinding;
import city.renewal.site.finding.SiteFinding;
import city.renewal.site.finding.ui.FindingForm;
import city.renewal.site.photo.Photos;
import city.renewal.site.photo.ui.PhotoField;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;

/** Raises a finding. Its address may name the project and a task of it. */
@Route(value = "desk/findings/new", layout = DeskLayout.class)
@RolesAllowed({Role.Names.SUPERVISOR, Role.Names.PLANNER, Role.Names.ADMINISTRATOR})
@CssImport("./styles/site.css")
public final class NewFindingView extends Main implements BeforeEnterObserver, HasDynamicTitle {

    static final String PROJECT = "project";
    static final String TASK = "task";
    private static final int SHOWN_MILLIS = 3_000;

    private final transient Findings findings;
    private final transient List<Project> offered;
    private final Actor actor = SignedIn.required();
    private final FindingForm form;

    NewFindingView(Findings findings, FindingRules rules, Projects projects, Photos photos, Messages messages) {
        this.findings = findings;
        offered = projects.all();
        Formats formats = new Formats(messages, getLocale(), findings.today());
        form = new FindingForm(offered, rules, formats,
                new PhotoField(photos, messages, actor, Findings.MOST_PHOTOS),
                project -> new FindingForm.Parts(projects.places(project.id()), findings.tasks(project.id()),
                        findings.parties(project.id())),
                this::raise, refused -> refused.in(messages, getLocale()));
        addClassNames("desk-page", "finding-new");
        add(new RouterLink("‹ " + getTranslation("finding.title"), FindingsView.class),
                new H1(getTranslation("finding.raise")), form);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        QueryParameters query = event.getLocation().getQueryParameters();
        String code = query.getSingleParameter(PROJECT).orElse("");
        Long task = query.getSingleParameter(TASK).filter(text -> text.matches("[0-9]{1,18}")).map(Long::valueOf)
                .orElse(null);
        offered.stream().filter(project -> project.code().equals(code)).findFirst()
                .ifPresent(project -> form.begin(project, task));
    }

    private void raise(NewFinding raised) {
        SiteFinding stored = findings.raise(actor, raised);
        UI.getCurrent().navigate(FindingView.class, stored.id());
        Notification.show(getTranslation("finding.raised", String.valueOf(stored.id())), SHOWN_MILLIS,
                Notification.Position.BOTTOM_CENTER);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("finding.raise");
    }
}
