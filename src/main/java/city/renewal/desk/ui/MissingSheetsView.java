package city.renewal.desk.ui;

import city.renewal.base.Formats;
import city.renewal.base.Messages;
import city.renewal.desk.MissingSheets;
import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

/** Which projects nobody wrote of on days on which they could have been worked at, for those who answer for them. */
@Route(value = "desk/missing", layout = DeskLayout.class)
@PermitAll
@CssImport("./styles/site.css")
public final class MissingSheetsView extends Main implements HasDynamicTitle {

    private final transient Formats formats;

    MissingSheetsView(MissingSheets sheets, Messages messages, Clock clock) {
        formats = new Formats(messages, getLocale(), LocalDate.now(clock));
        addClassNames("desk-page", "missing-sheets");
        Paragraph rule = new Paragraph(getTranslation("missing.rule", MissingSheets.DAYS));
        rule.addClassName("secondary");
        add(new H1(getTranslation("missing.title")), rule);
        List<MissingSheets.Line> lines = sheets.lines();
        if (lines.isEmpty()) {
            add(new Paragraph(getTranslation("missing.none")));
            return;
        }
        UnorderedList list = new UnorderedList();
        list.addClassName("missing-list");
        lines.forEach(line -> list.add(item(line)));
        add(list);
    }

    private ListItem item(MissingSheets.Line line) {
        Span count = new Span(getTranslation("missing.days", line.missing().size()));
        count.addClassNames("badge", "tone-warning");
        Div head = new Div(new RouterLink(line.project().in(getLocale()), PlanView.class, PlanPages.of(line.code())),
                count);
        head.addClassName("report-line");
        Div days = new Div();
        days.addClassName("missing-days");
        line.missing().forEach(day -> days.add(new Span(formats.date(day))));
        ListItem item = new ListItem(head, days);
        item.addClassName("card");
        Span why = new Span(line.reason() == null || line.reasonAt() == null
                ? getTranslation("missing.unexplained")
                : getTranslation("missing.explained", getTranslation("pause." + line.reason().id()),
                        formats.date(line.reasonAt().toLocalDate())));
        why.addClassName("secondary");
        item.add(why);
        return item;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("missing.title");
    }
}
