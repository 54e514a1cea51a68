package city.renewal.matter.ui;

import city.renewal.base.Telephone;
import city.renewal.matter.MatterPage;
import city.renewal.matter.MatterWarranty;
import city.renewal.project.handover.Warranty;
import city.renewal.project.handover.WarrantyWords;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Which warranty a matter comes under, as far as is known; its handler names it in one click. */
@CssImport("./styles/handover.css")
public final class MatterWarrantyCard extends MatterCard {

    private final transient WarrantyWords words;
    private final transient MatterPage page;
    private final transient Consumer<@Nullable Long> name;

    /** @param name given the warranty that the handler names, or null for none */
    public MatterWarrantyCard(MatterPage page, WarrantyWords words, Consumer<@Nullable Long> name) {
        super(words.text("matter.warranty.title"));
        this.page = page;
        this.words = words;
        this.name = name;
        MatterWarranty.Standing standing = page.warranty().standing();
        addClassName("matter-warranty");
        setId("matter-warranty");
        Paragraph claim = new Paragraph(words.text("matter.desk.warranty." + standing.name().toLowerCase(Locale.ROOT)));
        add(claim);
        List<Warranty> meant = page.warranty().warranties();
        if (!meant.isEmpty()) {
            add(list(meant, standing != MatterWarranty.Standing.NAMED));
        }
        List<Warranty> others = page.running().stream().filter(each -> meant.stream().noneMatch(one ->
                one.acceptanceId() == each.acceptanceId() && one.work().equals(each.work()))).toList();
        if (page.handler() && !others.isEmpty()) {
            add(new Details(words.text("matter.desk.warranty.others", others.size()),
                    list(others, true)));
        }
        if (page.handler() && standing != MatterWarranty.Standing.DENIED) {
            Button none = new Button(words.text("matter.desk.warranty.deny"), click -> name.accept(null));
            none.setId("warranty-none");
            none.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
            add(none);
        }
    }

    private UnorderedList list(List<Warranty> warranties, boolean choosable) {
        UnorderedList list = new UnorderedList();
        list.addClassName("warranty-list");
        warranties.forEach(each -> list.add(item(each, choosable)));
        return list;
    }

    private ListItem item(Warranty warranty, boolean choosable) {
        Span what = new Span(words.work(warranty) + " · " + words.until(warranty.untilOn()));
        what.addClassName("warranty-what");
        Div who = new Div(new Span(words.text("warranty.repairs") + " " + words.who(warranty) + " "));
        if (warranty.phone() != null) {
            who.add(new Anchor("tel:" + Telephone.dial(warranty.phone()), warranty.phone()));
        }
        ListItem item = new ListItem(what, who);
        if (choosable && page.handler()) {
            Button choose = new Button(words.text("matter.desk.warranty.name"), click -> name.accept(warranty.id()));
            choose.setId("warranty-" + warranty.work());
            choose.setAriaLabel(words.text("matter.desk.warranty.name") + ": " + words.work(warranty));
            item.add(choose);
        }
        return item;
    }
}
