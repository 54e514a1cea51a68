package city.renewal.desk.ui;

import city.renewal.account.ui.SignedIn;
import city.renewal.base.ChangeFeed;
import city.renewal.base.Formats;
import city.renewal.base.Messages;
import city.renewal.base.Refusal;
import city.renewal.base.ui.ChangeSubscription;
import city.renewal.plan.PlanSnapshot;
import city.renewal.plan.Plans;
import city.renewal.plan.ui.DriverWords;
import city.renewal.project.Kinds;
import city.renewal.project.Project;
import city.renewal.project.Projects;
import city.renewal.site.SiteReports;
import city.renewal.site.photo.Photos;
import city.renewal.site.signoff.Signoffs;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;

/** One task on a page of its own, for the phone on site: report what was done, see what is behind the percent. */
@Route(value = "desk/task", layout = DeskLayout.class)
@PermitAll
public final class TaskView extends Main implements HasUrlParameter<Long>, HasDynamicTitle {

    private final transient Plans plans;
    private final transient Projects projects;
    private final transient Messages messages;
    private final transient Formats formats;
    private final TaskPanel panel;
    private final H1 title = new H1();
    private final RouterLink plan = new RouterLink();
    private long taskId;

    TaskView(Plans plans, Projects projects, SiteReports reports, Photos photos, Signoffs signoffs,
             Kinds kinds, Messages messages, ChangeFeed feed, Clock clock) {
        this.plans = plans;
        this.projects = projects;
        this.messages = messages;
        formats = new Formats(messages, getLocale(), plans.today());
        panel = new TaskPanel(reports, photos, signoffs, kinds, messages, formats, clock.getZone(),
                SignedIn.required());
        addClassNames("desk-page", "task-view");
        title.addClassName("visually-hidden");
        add(plan, title, panel);
        ChangeSubscription.keep(this, feed, change -> {
            if (change.tasks().isEmpty() || change.tasks().contains(taskId)) {
                show();
            }
        });
    }

    @Override
    public void setParameter(BeforeEvent event, Long parameter) {
        taskId = parameter;
        try {
            show();
        } catch (Refusal unknown) {
            throw new NotFoundException(unknown.in(messages, getLocale()));
        }
    }

    private void show() {
        Plans.PlannedTask found = plans.task(taskId);
        Project project = projects.get(found.projectId());
        title.setText(found.task().names().in(getLocale()));
        plan.setText("‹ " + project.names().in(getLocale()));
        plan.setRoute(PlanView.class, PlanPages.of(project));
        panel.show(found.task(), found.summary());
        PlanSnapshot whole = plans.read(found.projectId());
        if (whole.task(taskId).isPresent()) {
            panel.explain(new WhyThisDay(project.code(), found.task(), new DriverWords(whole, formats)));
        }
    }

    @Override
    public String getPageTitle() {
        return title.getText();
    }
}
