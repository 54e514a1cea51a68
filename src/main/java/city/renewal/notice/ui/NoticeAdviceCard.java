package city.renewal.notice.ui;

import city.renewal.notice.NightHours;
import city.renewal.notice.Notice;
import city.renewal.notice.NoticeAdvice;
import city.renewal.notice.NoticeWords;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.Objects;

/** Says while a notice is written whether it is in time, what it needs, and what else is cut then. */
final class NoticeAdviceCard extends Div {

    private final transient NoticeWords words;
    private final transient NightHours night;

    NoticeAdviceCard(NoticeWords words, NightHours night) {
        this.words = words;
        this.night = night;
        addClassName("notice-advice");
        setId("notice-advice");
        getElement().setAttribute("aria-live", "polite");
    }

    void show(NoticeAdvice advice) {
        removeAll();
        if (advice.lead() != null) {
            add(line(advice.late() ? "advice-late" : "advice-good",
                    words.text(advice.late() ? "notice.advice.late" : "notice.advice.in-time",
                            words.lead(advice.lead()), words.moment(Objects.requireNonNull(advice.dueAt())))));
        }
        if (advice.night()) {
            add(line("advice-warning", words.text("notice.advice.night",
                    night.source().in(words.formats().locale()), night.from().toString(), night.to().toString())));
        }
        for (Notice other : advice.clashes()) {
            Div line = line("advice-warning", words.text("notice.advice.clash", words.kind(other),
                    words.when(other.span()), words.where(other)));
            Anchor open = new Anchor("/desk/notices/" + other.id(), words.text("notice.open"));
            open.setTarget("_blank");
            line.add(open);
            add(line);
        }
    }

    private static Div line(String style, String text) {
        Div line = new Div(new Span(text));
        line.addClassNames("advice", style);
        return line;
    }
}
