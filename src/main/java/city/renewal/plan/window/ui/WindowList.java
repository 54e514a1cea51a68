package city.renewal.plan.window.ui;

import city.renewal.account.Actor;
import city.renewal.account.Role;
import city.renewal.plan.Season;
import city.renewal.plan.StopWindow;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** Every window by what it is today: in force, coming, past, withdrawn. */
public final class WindowList extends Div {

    private static final int LEAP_YEAR = 2000;

    private final transient WindowWords words;
    private final transient Actor actor;
    private final transient Consumer<StopWindow> withdraw;

    /**
     * @param season   the standing stop of work on heating pipes
     * @param withdraw told which window its author, or an administrator, means to take back
     */
    public WindowList(WindowWords words, Actor actor, List<StopWindow> windows, Season season, LocalDate today,
                      Consumer<StopWindow> withdraw) {
        this.words = words;
        this.actor = actor;
        this.withdraw = withdraw;
        addClassName("window-list");
        for (StopWindow.State state : StopWindow.State.values()) {
            List<StopWindow> those = windows.stream()
                    .filter(window -> window.state(today) == state)
                    .sorted(state == StopWindow.State.COMING
                            ? Comparator.comparing(StopWindow::firstOn)
                            : Comparator.comparing(StopWindow::firstOn).reversed())
                    .toList();
            if (state == StopWindow.State.PRESENT) {
                add(section(state, those, standing(season)));
            } else if (!those.isEmpty()) {
                add(section(state, those));
            }
        }
    }

    private Section section(StopWindow.State state, List<StopWindow> windows, ListItem... first) {
        UnorderedList list = new UnorderedList(first);
        list.addClassName("window-cards");
        windows.forEach(window -> list.add(card(window)));
        return new Section(new H2(getTranslation("window.state." + state.name().toLowerCase(Locale.ROOT))), list);
    }

    private ListItem standing(Season season) {
        Span kind = new Span(getTranslation("window.season"));
        kind.addClassNames("badge", "tone-quiet");
        ListItem item = new ListItem(new Div(kind, new Span(getTranslation("window.season.dates",
                day(season.from()), day(season.to())))),
                new Paragraph(getTranslation("window.season.text")));
        item.addClassName("card");
        return item;
    }

    /** A day of every year; a leap year knows the 29th of February too. */
    private String day(MonthDay day) {
        return DateTimeFormatter.ofPattern(getTranslation("format.day"), getLocale()).format(day.atYear(LEAP_YEAR));
    }

    private ListItem card(StopWindow window) {
        Span kind = new Span(words.kind(window.kind()));
        kind.addClassNames("badge", "tone-warning");
        Span dates = new Span(words.dates(window));
        dates.addClassName("window-dates");
        Div head = new Div(kind, dates);
        head.addClassName("window-effect");
        Paragraph scope = secondary(words.scope(window));
        Paragraph said = new Paragraph(window.words().in(words.formats().locale()));
        ListItem item = new ListItem(head, said, scope);
        if (window.legalSource() != null) {
            item.add(secondary(getTranslation("window.source.shown", window.legalSource())));
        }
        String declared = words.formats().date(window.declaredAt().toLocalDate());
        item.add(secondary(window.withdrawnBy() == null || window.withdrawnAt() == null
                ? getTranslation("window.declared", window.declarer(), declared)
                : getTranslation("window.declared.withdrawn", window.declarer(), declared, window.withdrawnBy(),
                        words.formats().date(window.withdrawnAt().toLocalDate()))));
        if (!window.withdrawn() && (window.declaredBy().equals(actor.login()) || actor.is(Role.ADMINISTRATOR))) {
            Button back = new Button(getTranslation("window.withdraw"), click -> withdraw.accept(window));
            back.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_TERTIARY);
            back.addClassName("window-withdraw");
            item.add(back);
        }
        item.addClassName("card");
        return item;
    }

    private static Paragraph secondary(String text) {
        Paragraph paragraph = new Paragraph(text);
        paragraph.addClassName("secondary");
        return paragraph;
    }
}
