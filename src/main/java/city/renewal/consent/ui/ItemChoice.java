package city.renewal.consent.ui;

import city.renewal.consent.ConsentItem;
import com.vaadin.flow.component.select.Select;
import java.util.List;

/** Chooses one of the items of a project, which open and close while a page is read. */
final class ItemChoice extends Select<ConsentItem> {

    private transient List<ConsentItem> offered = List.of();

    ItemChoice() {
        setLabel(getTranslation("vote.paper.item"));
        setItemLabelGenerator(each -> each == null ? "" : each.titles().in(getLocale()));
    }

    /** What somebody chose stays chosen while it is offered. */
    void offer(List<ConsentItem> items) {
        if (!items.equals(offered)) {
            ConsentItem chosen = getValue();
            offered = List.copyOf(items);
            setItems(offered);
            setValue(offered.stream().filter(each -> chosen != null && each.id() == chosen.id()).findFirst()
                    .orElse(null));
        }
    }
}
