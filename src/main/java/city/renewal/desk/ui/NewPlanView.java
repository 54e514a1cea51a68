package city.renewal.desk.ui;

import city.renewal.account.Role;
import city.renewal.account.ui.SignedIn;
import city.renewal.base.Formats;
import city.renewal.base.Messages;
import city.renewal.plan.Plans;
import city.renewal.plan.template.NewPlans;
import city.renewal.plan.template.PlanTemplates;
import city.renewal.plan.template.ui.NewPlanWizard;
import city.renewal.project.Kinds;
import city.renewal.project.Project;
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
import jakarta.annotation.security.RolesAllowed;

/** Makes a plan from a template, step by step; the step is in the address. */
@CssImport("./styles/new-plan.css")
@Route(value = "desk/new-plan", layout = DeskLayout.class)
@RolesAllowed({Role.Names.PLANNER, Role.Names.ADMINISTRATOR})
public final class NewPlanView extends Main implements BeforeEnterObserver, HasDynamicTitle {

    private static final String STEP = "step";
    private static final int SHOWN_MILLIS = 8_000;

    private final NewPlanWizard wizard;

    NewPlanView(PlanTemplates templates, NewPlans newPlans, Plans plans, Kinds kinds, Messages messages) {
        addClassNames("desk-page", "new-plan-view");
        wizard = new NewPlanWizard(templates, newPlans, kinds, messages,
                new Formats(messages, getLocale(), plans.today()), SignedIn.required(), NewPlanView::goTo,
                this::made, () -> UI.getCurrent().navigate(ProjectsView.class));
        add(new H1(getTranslation("new-plan.title")), wizard);
    }

    private static void goTo(int step) {
        UI.getCurrent().navigate(NewPlanView.class, QueryParameters.of(STEP, String.valueOf(step)));
    }

    private void made(Project project) {
        UI.getCurrent().navigate(PlanView.class, PlanPages.of(project));
        Notification.show(getTranslation("new-plan.made", project.name()), SHOWN_MILLIS,
                Notification.Position.BOTTOM_CENTER);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        String asked = event.getLocation().getQueryParameters().getSingleParameter(STEP).orElse("1");
        int step = asked.matches("\\d") ? Integer.parseInt(asked) : 1;
        int shown = wizard.goTo(step);
        if (shown != step) {
            event.forwardTo(NewPlanView.class, QueryParameters.of(STEP, String.valueOf(shown)));
        }
    }

    @Override
    public String getPageTitle() {
        return getTranslation("new-plan.title");
    }
}
