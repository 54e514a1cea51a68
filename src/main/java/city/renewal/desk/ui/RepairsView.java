package city.renewal.desk.ui;

import city.renewal.account.Actor;
import city.renewal.account.Role;
import city.renewal.account.ui.SignedIn;
import city.renewal.base.ChangeFeed;
import city.renewal.base.Formats;
import city.renewal.base.Messages;
import city.renewal.base.ui.ChangeSubscription;
import city.renewal.matter.MatterRules;
import city.renewal.matter.Repair;
import city.renewal.matter.Repairs;
import city.renewal.matter.ui.MatterCard;
import city.renewal.matter.ui.MatterWords;
import city.renewal.matter.ui.RepairWords;
import city.renewal.project.handover.WarrantyRules;
import city.renewal.project.handover.WarrantyWords;
import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

/** What was given to the firms of an engineer to repair under warranty: to do, and done until it is closed. */
@Route(value = "desk/repairs", layout = DeskLayout.class)
@RolesAllowed(Role.Names.ENGINEER)
@CssImport("./styles/findings.css")
@CssImport("./styles/matters.css")
public final class RepairsView extends Main implements HasDynamicTitle {

    private final transient Repairs repairs;
    private final transient RepairWords words;
    private final Actor actor = SignedIn.required();
    private final Div body = new Div();

    RepairsView(Repairs repairs, MatterRules rules, WarrantyRules warranties, Messages messages, ChangeFeed feed,
                Clock clock) {
        this.repairs = repairs;
        Formats formats = new Formats(messages, getLocale(), LocalDate.now(clock));
        words = new RepairWords(new MatterWords(rules, formats, clock.getZone()), new WarrantyWords(warranties, formats));
        addClassNames("desk-page", "matter-page");
        body.addClassName("matter-body");
        add(new H1(getTranslation("repair.title")), new Paragraph(getTranslation("repair.about")), body);
        show();
        ChangeSubscription.keepWithMatters(this, feed, change -> show());
    }

    private void show() {
        List<Repair> all = repairs.queue(actor);
        body.removeAll();
        body.add(card("repair.todo", all.stream().filter(Repair::open).toList()));
        if (all.stream().anyMatch(each -> !each.open())) {
            body.add(card("repair.over", all.stream().filter(each -> !each.open()).toList()));
        }
    }

    private MatterCard card(String title, List<Repair> some) {
        return new MatterCard(getTranslation(title, some.size()),
                some.isEmpty() ? new Paragraph(getTranslation("repair.none")) : new RepairList(some, words));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("repair.title");
    }
}
