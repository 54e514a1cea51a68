package city.renewal.matter.ui;

import city.renewal.matter.MatterPage;
import city.renewal.matter.RepairNews;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;

/** What the firm that repairs said to the handler, who may open the resident's telephone number to it. */
public final class MatterRepairCard extends MatterCard {

    /** @param share opens the number to the firm */
    public MatterRepairCard(MatterPage page, RepairNews news, MatterWords words, Runnable share) {
        super(words.text("repair.news.title"));
        setId("matter-repair");
        String firm = words.formats().name(news.organisation());
        add(new Paragraph(words.text(news.people() == 0 ? "repair.news.nobody" : "repair.news.people", firm,
                        news.people())));
        news.missed(words.formats().today()).ifPresent(day -> {
            Span missed = new Span(words.text("repair.missed", words.formats().date(day)));
            missed.addClassNames("badge", "badge-late");
            add(missed);
        });
        if (news.said().isEmpty() && news.people() > 0) {
            add(new Paragraph(words.text("repair.news.silent")));
        }
        add(new MatterHistory(news.said(), words), new MatterPhotoStrip(news.photos(), words.text("repair.photo")));
        if (page.phone() && news.people() > 0) {
            if (news.phoneOpen()) {
                add(new Paragraph(words.text("repair.phone.shared")));
            } else if (page.handler()) {
                Button open = new Button(words.text("repair.phone.share"), click -> share.run());
                open.setId("share-phone");
                open.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
                add(open);
            }
        }
    }
}
