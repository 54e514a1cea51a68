package city.renewal.desk.ui;

import city.renewal.account.Actor;
import city.renewal.plan.Plans;
import city.renewal.plan.forecast.Delays;
import city.renewal.plan.ui.ExplainDelay;
import city.renewal.project.Project;
import city.renewal.project.ProjectPeople;
import city.renewal.project.Projects;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.notification.Notification;
import java.util.List;

/** What a planner does often with a plan as a whole. */
final class PlanToolbar extends Div {

    private static final int SHOWN_MILLIS = 3_000;

    private final transient Plans plans;
    private final transient Delays delays;
    private final transient Actor actor;
    private final transient Project project;
    private final transient Runnable changed;

    PlanToolbar(Projects projects, ProjectPeople people, Plans plans, Delays delays, Actor actor, Project project,
                Runnable changed) {
        this.delays = delays;
        this.plans = plans;
        this.actor = actor;
        this.project = project;
        this.changed = changed;
        addClassName("plan-toolbar");
        Button baseline = new Button(getTranslation("baseline.take"), click ->
                new BaselineDialog(plans, actor, project, number -> say("baseline.taken", number)).open());
        Button delay = new Button(getTranslation("delay.explain"), click -> askDelay());
        delay.setId("plan-explain");
        if (delays.need(project.id()).isPresent()) {
            delay.setIcon(VaadinIcon.EXCLAMATION_CIRCLE.create());
            delay.setText(getTranslation("delay.explain.needed"));
            delay.addThemeVariants(ButtonVariant.LUMO_ERROR);
        }
        Button open = new Button(getTranslation(project.openToPublic() ? "plan.close" : "plan.open"), click -> {
            projects.setOpenToPublic(actor, project.code(), !project.openToPublic());
            say(project.openToPublic() ? "plan.closed" : "plan.opened");
        });
        Button named = new Button(getTranslation("project.people"), click ->
                new ProjectPeopleDialog(people, actor, project, () -> say("project.people.saved")).open());
        for (Button button : List.of(baseline, delay, named, open)) {
            button.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_TERTIARY);
            add(button);
        }
    }

    private void askDelay() {
        new ExplainDelay(delays, actor, project.id(), () -> say("delay.saved")).open();
    }

    private void say(String key, Object... parameters) {
        changed.run();
        Notification.show(getTranslation(key, parameters), SHOWN_MILLIS, Notification.Position.BOTTOM_CENTER);
    }
}
