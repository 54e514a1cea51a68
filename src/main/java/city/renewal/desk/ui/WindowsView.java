package city.renewal.desk.ui;

import city.renewal.account.Actor;
import city.renewal.account.Role;
import city.renewal.account.ui.SignedIn;
import city.renewal.base.Formats;
import city.renewal.base.Messages;
import city.renewal.plan.Plans;
import city.renewal.plan.StopWindow;
import city.renewal.plan.WorkRules;
import city.renewal.plan.window.NewWindow;
import city.renewal.plan.window.StopWindows;
import city.renewal.plan.window.WindowPreview;
import city.renewal.plan.window.ui.WindowForm;
import city.renewal.plan.window.ui.WindowList;
import city.renewal.plan.window.ui.WindowPreviewCard;
import city.renewal.plan.window.ui.WindowWords;
import city.renewal.project.Kinds;
import city.renewal.project.Projects;
import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;

/** Stop-work windows of the whole programme: what is in force and coming, and a form to declare one. */
@Route(value = "desk/windows", layout = DeskLayout.class)
@RolesAllowed({Role.Names.PLANNER, Role.Names.ADMINISTRATOR})
@CssImport("./styles/windows.css")
public final class WindowsView extends Main implements HasDynamicTitle {

    private static final int SHOWN_MILLIS = 4_000;

    private final transient StopWindows windows;
    private final transient Plans plans;
    private final transient WorkRules rules;
    private final transient WindowWords words;
    private final Actor actor = SignedIn.required();
    private final WindowForm form;
    private final Div preview = new Div();
    private final Div list = new Div();

    WindowsView(StopWindows windows, Plans plans, Projects projects, Kinds kinds, WorkRules rules,
                Messages messages) {
        this.windows = windows;
        this.plans = plans;
        this.rules = rules;
        words = new WindowWords(new Formats(messages, getLocale(), plans.today()), kinds, rules.types());
        form = new WindowForm(words, projects.all(), this::look);
        addClassNames("desk-page", "windows-view");
        preview.getElement().setAttribute("aria-live", "polite");
        preview.setId("window-preview-area");
        add(new H1(getTranslation("window.title")), new Paragraph(getTranslation("window.intro")), form, preview,
                list);
        showList();
    }

    private void look(NewWindow wanted) {
        preview.removeAll();
        WindowPreview seen = windows.preview(actor, wanted);
        show(seen, false, () -> {
            form.clear();
            say("window.applied", seen.effects().size());
        });
    }

    private void takeBack(StopWindow window) {
        preview.removeAll();
        show(windows.previewWithdrawal(actor, window.id()), true, () -> say("window.taken-back"));
    }

    private void show(WindowPreview seen, boolean withdrawing, Runnable done) {
        WindowPreviewCard card = new WindowPreviewCard(words, seen, withdrawing, tell -> {
            if (withdrawing) {
                windows.withdraw(actor, seen);
            } else {
                windows.declare(actor, seen, tell);
            }
            preview.removeAll();
            showList();
            done.run();
        }, preview::removeAll);
        preview.add(card);
        card.scrollIntoView();
    }

    private void say(String key, Object... parameters) {
        Notification.show(getTranslation(key, parameters), SHOWN_MILLIS, Notification.Position.BOTTOM_CENTER);
    }

    private void showList() {
        list.removeAll();
        list.add(new WindowList(words, actor, windows.all(), rules.heatingSeason(), plans.today(), this::takeBack));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("window.title");
    }
}
