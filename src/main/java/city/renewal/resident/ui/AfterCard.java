package city.renewal.resident.ui;

import city.renewal.base.Telephone;
import city.renewal.project.handover.PaperSize;
import city.renewal.project.http.HandoverPaperServlet;
import city.renewal.resident.Aftercare;
import city.renewal.resident.ResidentPage;
import com.vaadin.flow.component.HasComponents;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import org.jspecify.annotations.Nullable;

/** After the works: when they were accepted, who looks after the place now, who repairs what until when. */
final class AfterCard extends Section {

    private final transient ResidentPage page;
    private final transient Reader reader;

    /** @param page of a project of which something was accepted */
    AfterCard(ResidentPage page, Reader reader) {
        this.page = page;
        this.reader = reader;
        addClassNames("card", "after");
        setId("after");
        add(new H2(reader.text("resident.after")));
        Aftercare after = page.after();
        after.accepted().forEach(each -> add(new Paragraph(part(each.placeId())
                + reader.text("resident.after.accepted", reader.date(each.heldOn()), each.residents()))));
        after.handed().forEach(each -> {
            Paragraph handed = new Paragraph(part(each.placeId()) + reader.text("resident.after.handed",
                    reader.date(each.handedOn()), reader.formats().name(each.organisation())) + " ");
            phone(each.phone(), handed);
            add(handed);
        });
        after.papers().forEach(each -> add(paper(each)));
        UnorderedList list = new UnorderedList();
        after.warranties().forEach(each -> list.add(item(each)));
        Paragraph hint = new Paragraph(reader.text("resident.after.hint"));
        hint.addClassName("secondary");
        add(list, hint);
    }

    private String part(@Nullable Long placeId) {
        return placeId == null ? "" : reader.words(page.places().get(placeId).name()) + " · ";
    }

    private Paragraph paper(Aftercare.Paper paper) {
        Anchor link = new Anchor(HandoverPaperServlet.PATH + "/" + paper.id(), reader.formats().name(paper.title()));
        link.setRouterIgnore(true);
        Span about = new Span(" " + part(paper.placeId()) + reader.date(paper.on()) + " · "
                + PaperSize.of(paper.bytes(), reader.formats()));
        about.addClassName("secondary");
        return new Paragraph(link, about);
    }

    private ListItem item(Aftercare.Care care) {
        boolean over = care.over(page.today());
        Span work = new Span(part(care.placeId()) + reader.words(care.work()));
        Span until = new Span(care.untilOn() == null ? reader.text("warranty.life")
                : reader.text(over ? "resident.after.over" : "warranty.until", reader.date(care.untilOn())));
        until.addClassName("secondary");
        ListItem item = new ListItem(work, until);
        if (over) {
            item.addClassName("over");
        } else {
            Div who = new Div(reader.text("warranty.repairs") + " " + reader.formats().name(care.organisation()) + " ");
            who.addClassName("secondary");
            phone(care.phone(), who);
            item.add(who);
        }
        return item;
    }

    private static void phone(@Nullable String phone, HasComponents in) {
        if (phone != null) {
            in.add(new Anchor("tel:" + Telephone.dial(phone), phone));
        }
    }
}
