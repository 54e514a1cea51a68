package city.renewal.desk.ui;

import city.renewal.account.Actor;
import city.renewal.account.ui.SignedIn;
import city.renewal.base.ChangeFeed;
import city.renewal.base.Formats;
import city.renewal.base.Messages;
import city.renewal.base.ui.ChangeSubscription;
import city.renewal.matter.MatterWarranties;
import city.renewal.matter.PartyMatters;
import city.renewal.project.Projects;
import city.renewal.project.handover.Handovers;
import city.renewal.project.handover.Warranties;
import city.renewal.project.handover.Warranty;
import city.renewal.project.handover.WarrantyFilter;
import city.renewal.project.handover.WarrantyWords;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/** The warranties of the district: those that end soon with the last look at them, and matters by who repairs. */
@Route(value = "desk/warranties", layout = DeskLayout.class)
@PermitAll
@CssImport("./styles/findings.css")
@CssImport("./styles/handover.css")
public final class WarrantiesView extends Main implements BeforeEnterObserver, HasDynamicTitle {

    private static final String SHOW = "show";
    private static final int SHOWN = 100;

    private final transient Warranties warranties;
    private final transient MatterWarranties matters;
    private final transient WarrantyWords words;
    private final transient HandoverForms forms;
    private final Actor actor = SignedIn.required();
    private WarrantyFilter filter = WarrantyFilter.ENDING;

    WarrantiesView(Warranties warranties, Handovers handovers, MatterWarranties matters, Projects projects,
                   Messages messages, ChangeFeed feed, Clock clock) {
        this.warranties = warranties;
        this.matters = matters;
        words = new WarrantyWords(warranties.rules(), new Formats(messages, getLocale(), LocalDate.now(clock)));
        forms = new HandoverForms(handovers, warranties, projects, actor, messages, words, this::show);
        addClassNames("desk-page", "handover-page");
        ChangeSubscription.keepWithMatters(this, feed, change -> show());
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        String asked = event.getLocation().getQueryParameters().getSingleParameter(SHOW).orElse("");
        filter = List.of(WarrantyFilter.values()).stream()
                .filter(each -> id(each).equals(asked)).findFirst().orElse(WarrantyFilter.ENDING);
        show();
    }

    private static String id(WarrantyFilter filter) {
        return filter.name().toLowerCase(Locale.ROOT);
    }

    private void show() {
        removeAll();
        add(new H1(getTranslation("warranty.title")), filters(), list(), parties());
    }

    private Nav filters() {
        Nav nav = new Nav();
        nav.addClassName("plan-pages");
        nav.getElement().setAttribute("aria-label", getTranslation("warranty.filters"));
        for (WarrantyFilter each : WarrantyFilter.values()) {
            RouterLink link = new RouterLink(getTranslation("warranty.show." + id(each),
                    warranties.count(each, null)), WarrantiesView.class);
            link.setQueryParameters(each == WarrantyFilter.ENDING ? QueryParameters.empty()
                    : QueryParameters.of(SHOW, id(each)));
            link.setHighlightCondition((any, event) -> false);
            if (each == filter) {
                link.getElement().setAttribute("aria-current", "page");
            }
            nav.add(link);
        }
        return nav;
    }

    private Section list() {
        List<Warranty> found = warranties.list(filter, null, SHOWN, 0);
        Section section = new Section();
        if (found.isEmpty()) {
            section.add(new Paragraph(getTranslation("warranty.none." + id(filter))));
        }
        UnorderedList list = new UnorderedList();
        list.addClassName("warranty-list");
        for (Warranty each : found) {
            RouterLink project = new RouterLink(each.project().in(getLocale()) + " · " + words.work(each),
                    HandoverView.class, PlanPages.of(each.projectCode()));
            project.addClassName("warranty-what");
            list.add(new WarrantyItem(project, each, words, Warranties.mayCheck(actor) ? List.of(check(each)) : List.of()));
        }
        section.add(list);
        return section;
    }

    private Button check(Warranty warranty) {
        Button check = new Button(getTranslation("warranty.check"), click -> forms.check(warranty));
        check.setId("check-" + warranty.id());
        return check;
    }

    private Section parties() {
        List<PartyMatters> counts = matters.byParty();
        Section card = new Section(new H2(getTranslation("warranty.parties")));
        card.addClassName("card");
        card.setId("warranty-parties");
        if (counts.isEmpty()) {
            card.add(new Paragraph(getTranslation("warranty.parties.none")));
        }
        UnorderedList list = new UnorderedList();
        counts.forEach(each -> list.add(new ListItem(getTranslation("warranty.parties.line",
                words.formats().name(each.organisation()), each.matters(), each.open(), each.overdue()))));
        card.add(list);
        return card;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("warranty.title");
    }
}
