package city.renewal.plan.template.ui;

import city.renewal.account.Actor;
import city.renewal.base.Formats;
import city.renewal.base.Messages;
import city.renewal.base.Refusal;
import city.renewal.plan.template.NewPlans;
import city.renewal.plan.template.PlanTemplates;
import city.renewal.project.Kinds;
import city.renewal.project.Project;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.function.SerializableConsumer;
import com.vaadin.flow.function.SerializableRunnable;
import java.util.List;

/**
 * The steps of the assistant, one at a time. What was entered stays while one goes back and forth and when the page is
 * loaded again, until the plan is made or given up; nothing is written before the last button.
 */
public final class NewPlanWizard extends Div {

    private static final List<String> TITLES = List.of("new-plan.step.kind", "new-plan.step.project",
            "new-plan.step.items", "new-plan.step.extent", "new-plan.step.quantities", "new-plan.step.start",
            "new-plan.step.preview");

    private final transient NewPlans newPlans;
    private final transient Kinds kinds;
    private final transient Messages messages;
    private final Actor actor;
    private final transient NewPlanDraft draft;
    private final transient NewPlanForm form;
    private final transient List<WizardStep> steps;
    private final SerializableConsumer<Integer> went;
    private final SerializableConsumer<Project> made;
    private final SerializableRunnable left;
    private final OrderedList progress = new OrderedList();
    private final H2 title = new H2();
    private final Div body = new Div();
    private final Button back;
    private final Button next;
    private int current;

    /**
     * @param went told the step, from 1, whenever one goes to it with a button
     * @param made told the project once it has its plan
     * @param left told when nothing is to come of it
     */
    public NewPlanWizard(PlanTemplates templates, NewPlans newPlans, Kinds kinds, Messages messages, Formats formats,
                         Actor actor, SerializableConsumer<Integer> went, SerializableConsumer<Project> made,
                         SerializableRunnable left) {
        this.newPlans = newPlans;
        this.kinds = kinds;
        this.messages = messages;
        this.actor = actor;
        this.went = went;
        this.made = made;
        this.left = left;
        draft = NewPlanDraft.resume(formats.today().plusDays(1));
        form = draft.form;
        steps = List.of(new KindStep(templates, messages, formats, actor), new ProjectStep(newPlans, messages),
                new ItemsStep(kinds, formats), new ExtentStep(kinds, messages),
                new QuantitiesStep(kinds, messages, formats), new StartStep(formats.today()),
                new PreviewStep(newPlans, kinds, messages, formats));
        addClassName("wizard");
        progress.addClassName("wizard-progress");
        title.getElement().setAttribute("tabindex", "-1");
        back = new Button(getTranslation("new-plan.back"), click -> back());
        next = new Button(getTranslation("new-plan.next"), click -> forward());
        next.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        Button leave = new Button(getTranslation("new-plan.leave"), click -> leave());
        leave.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        leave.addClassName("wizard-leave");
        Div buttons = new Div(back, next, leave);
        buttons.addClassName("wizard-buttons");
        add(progress, title, body, buttons);
        show(0);
        draft.unread = () -> steps.get(current).keep(form);
        addDetachListener(gone -> {
            steps.get(current).keep(form);
            draft.unread = null;
        });
    }

    /**
     * Shows a step as its address asks for it; one that was not reached yet gives way to the last that was.
     *
     * @param number from 1
     * @return the step that is shown, from 1
     */
    public int goTo(int number) {
        int wanted = Math.clamp(number - 1L, 0, draft.reached);
        if (wanted != current) {
            if (wanted < current) {
                steps.get(current).keep(form);
            }
            while (current < wanted && steps.get(current).take(form)) {
                show(current + 1);
            }
            if (wanted < current) {
                show(wanted);
            }
        }
        return current + 1;
    }

    private void show(int step) {
        current = step;
        draft.reached = Math.max(draft.reached, step);
        steps.get(step).show(form);
        body.removeAll();
        body.add(steps.get(step));
        title.setText(getTranslation(TITLES.get(step)));
        progress.removeAll();
        for (int i = 0; i < TITLES.size(); i++) {
            ListItem item = new ListItem(getTranslation(TITLES.get(i)));
            if (i == step) {
                item.getElement().setAttribute("aria-current", "step");
            } else if (i < step) {
                item.addClassName("wizard-done");
            }
            progress.add(item);
        }
        back.setEnabled(step > 0);
        next.setText(getTranslation(step == TITLES.size() - 1 ? "new-plan.create" : "new-plan.next"));
    }

    private void back() {
        steps.get(current).keep(form);
        show(current - 1);
        told();
    }

    private void forward() {
        if (!steps.get(current).take(form)) {
            return;
        }
        if (current < TITLES.size() - 1) {
            show(current + 1);
            told();
        } else {
            create();
        }
    }

    private void told() {
        title.getElement().callJsFunction("focus");
        went.accept(current + 1);
    }

    private void leave() {
        draft.forget();
        left.run();
    }

    private void create() {
        try {
            Project project = newPlans.create(actor, form.wish(kinds.get(form.template().kind())));
            draft.forget();
            made.accept(project);
        } catch (Refusal refused) {
            steps.get(current).refuse(refused.in(messages, getLocale()));
        }
    }
}
