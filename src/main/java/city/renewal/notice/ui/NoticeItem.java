package city.renewal.notice.ui;

import city.renewal.base.Telephone;
import city.renewal.base.ui.StateBadge;
import city.renewal.base.ui.Tone;
import city.renewal.notice.Notice;
import city.renewal.notice.NoticeWords;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import java.time.OffsetDateTime;

/** A notice as anybody reads it: what, when, where, why, whom to call, and what became of it. */
@CssImport("./styles/notices.css")
public final class NoticeItem extends ListItem {

    private final transient NoticeWords words;

    /** @param title what stands first, such as the kind or a link */
    public NoticeItem(Component title, Notice notice, NoticeWords words, OffsetDateTime now) {
        this.words = words;
        addClassName("notice");
        setId("notice-" + notice.id());
        title.addClassName("notice-kind");
        Div head = new Div(title);
        head.addClassName("notice-head");
        head.add(new StateBadge(tone(notice.state(now)), words.state(notice, now)));
        if (notice.moved()) {
            head.add(new StateBadge(Tone.WARNING, words.text("notice.moved")));
        }
        if (notice.late()) {
            head.add(new StateBadge(Tone.LATE, words.text("notice.late")));
        }
        add(head, when(notice), line("notice-where", words.where(notice)),
                line("notice-reason", notice.reason().in(words.formats().locale())));
        if (notice.why() != null) {
            add(line("notice-why", words.text(notice.cancelled() ? "notice.why.cancelled" : "notice.why.moved",
                    words.formats().name(notice.why()))));
        }
        if (notice.late() && notice.lateReason() != null) {
            add(line("notice-why", words.text("notice.why.late", words.formats().name(notice.lateReason()))));
        }
        if (notice.permit() != null) {
            add(line("secondary", words.text("notice.permit.said",
                    words.formats().name(notice.permit()))));
        }
        add(contact(notice));
    }

    private static Tone tone(Notice.State state) {
        return switch (state) {
            case VALID -> Tone.WARNING;
            case COMING -> Tone.GOOD;
            case OVER, CANCELLED -> Tone.QUIET;
        };
    }

    private Div when(Notice notice) {
        Component now = notice.cancelled() ? new Struck(words.when(notice.span())) : new Span(words.when(notice.span()));
        Div when = new Div(now);
        when.addClassName("notice-when");
        if (notice.moved()) {
            Span before = new Span(words.text("notice.first") + " ");
            before.addClassName("secondary");
            before.add(new Struck(words.when(notice.published())));
            when.add(before);
        }
        return when;
    }

    private Div contact(Notice notice) {
        Span who = new Span(words.formats().name(notice.contact()));
        Anchor phone = new Anchor("tel:" + Telephone.dial(notice.phone()), notice.phone());
        Div line = new Div(who, phone);
        line.addClassNames("notice-contact", "secondary");
        return line;
    }

    private static Div line(String style, String text) {
        Div line = new Div(text);
        line.addClassName(style);
        return line;
    }
}
