package city.renewal.desk.ui;

import city.renewal.account.Actor;
import city.renewal.account.Role;
import city.renewal.account.ui.SignedIn;
import city.renewal.base.ChangeFeed;
import city.renewal.base.Messages;
import city.renewal.base.Refusal;
import city.renewal.plan.PlanSnapshot;
import city.renewal.plan.Plans;
import city.renewal.plan.template.PlanTemplate;
import city.renewal.plan.template.PlanTemplates;
import city.renewal.plan.template.TemplateFromPlan;
import city.renewal.plan.template.WorkItem;
import city.renewal.project.Projects;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import jakarta.annotation.security.RolesAllowed;

/** Saves a plan as a template: says what it would hold, then keeps it under a name. */
@CssImport("./styles/new-plan.css")
@Route(value = "desk/plan/:code/template", layout = DeskLayout.class)
@RolesAllowed({Role.Names.PLANNER, Role.Names.ADMINISTRATOR})
public final class TemplateView extends PlanPageView {

    private final transient PlanTemplates templates;
    private final transient Messages messages;
    private final Actor actor = SignedIn.required();

    TemplateView(Projects projects, Plans plans, PlanTemplates templates, Messages messages, ChangeFeed feed) {
        super(projects, plans, messages, feed);
        this.templates = templates;
        this.messages = messages;
    }

    @Override
    String name() {
        return "template";
    }

    @Override
    String title() {
        return getTranslation("plan.page.template");
    }

    @Override
    void show(PlanSnapshot plan, Div into) {
        TemplateFromPlan.Made made = templates.generalise(project(), plan, project().name());
        PlanTemplate template = made.template();
        long zoned = template.items().stream().filter(item -> item.is(WorkItem.Spread.ZONE)).count();
        Div card = new Div(new Paragraph(getTranslation("template.text")),
                new Paragraph(getTranslation("template.facts", plan.tasks().size(), template.items().size(), zoned,
                        template.links().size())));
        if (made.fixed() > 0) {
            card.add(new Paragraph(getTranslation("template.fixed", made.fixed())));
        }
        TextField name = new TextField(getTranslation("template.name"));
        name.setValue(project().names().in(getLocale()));
        name.setMaxLength(PlanTemplates.LONGEST_NAME);
        name.setManualValidation(true);
        name.setHelperText(getTranslation("template.name.help"));
        Button save = new Button(getTranslation("template.save"), click -> save(name, card));
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        card.add(name, save);
        card.addClassNames("card", "template-card");
        into.add(new H2(getTranslation("plan.page.template")), card);
    }

    private void save(TextField name, Div card) {
        try {
            templates.saveFrom(actor, project().code(), name.getValue());
        } catch (Refusal refused) {
            name.setErrorMessage(refused.in(messages, getLocale()));
            name.setInvalid(true);
            return;
        }
        card.removeAll();
        card.add(new Paragraph(getTranslation("template.saved", name.getValue().strip())),
                new RouterLink(getTranslation("new-plan.title"), NewPlanView.class));
    }
}
