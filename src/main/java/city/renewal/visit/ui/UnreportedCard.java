package city.renewal.visit.ui;

import city.renewal.base.ui.DeskCard;
import city.renewal.visit.UnreportedDay;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Days that are over with homes done that nobody has reported, each leading to its list. */
public final class UnreportedCard extends DeskCard {

    /** The rest follows as these are reported. */
    private static final int MOST = 10;

    private final transient VisitContext context;
    private final transient @Nullable LocalDate besides;
    private final UnorderedList list = new UnorderedList();
    private final Paragraph more = new Paragraph();
    private transient @Nullable List<UnreportedDay> shown;

    /** @param besides the day that the page is about already, null for none */
    public UnreportedCard(VisitContext context, @Nullable LocalDate besides) {
        super(context.text("visit.unreported.title"), context.messages());
        this.context = context;
        this.besides = besides;
        setId("visit-unreported");
        list.addClassName("visit-list");
        more.addClassName("secondary");
        Paragraph about = new Paragraph(getTranslation("visit.unreported.about"));
        about.addClassName("secondary");
        add(about, list, more);
        refresh();
    }

    /** Shows what was marked or reported meanwhile; a page calls it when the project changed. */
    public void refresh() {
        List<UnreportedDay> now = context.services().reports().unreported(context.actor(), context.project().id())
                .stream().filter(each -> !each.day().equals(besides)).toList();
        if (now.equals(shown)) {
            return;
        }
        shown = now;
        list.removeAll();
        now.stream().limit(MOST).forEach(each -> list.add(new ListItem(
                new Anchor("desk/visits/" + context.project().code() + "/day?on=" + each.day(),
                        getTranslation("visit.unreported.homes", context.words().day(each.day()), each.homes())))));
        more.setVisible(now.size() > MOST);
        more.setText(getTranslation("visit.unreported.more", now.size() - MOST));
        setVisible(!now.isEmpty());
    }
}
