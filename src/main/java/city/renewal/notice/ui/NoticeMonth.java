package city.renewal.notice.ui;

import city.renewal.notice.Notice;
import city.renewal.notice.NoticeWords;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeader;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.time.temporal.TemporalAdjusters;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** A month of notices, a week in a row. What was cancelled or moved away stands struck on its days. */
@CssImport("./styles/notices.css")
public final class NoticeMonth extends NativeTable {

    /** Notices of a day that are named; the list below has the others. */
    private static final int SHOWN = 4;

    private final transient NoticeWords words;
    private final boolean one;

    /**
     * @param notices that touch the month, in their order
     * @param one     whether all are of one project, which then need not be named
     * @param clashes days with two cuts in one building
     */
    public NoticeMonth(YearMonth month, List<Notice> notices, boolean one, Set<LocalDate> clashes, NoticeWords words) {
        this.words = words;
        this.one = one;
        addClassName("notice-month");
        NativeTableHeader head = new NativeTableHeader();
        NativeTableRow names = new NativeTableRow();
        for (DayOfWeek day : DayOfWeek.values()) {
            names.add(new NativeTableHeaderCell(day.getDisplayName(TextStyle.SHORT, words.formats().locale())));
        }
        head.add(names);
        NativeTableBody body = new NativeTableBody();
        LocalDate day = month.atDay(1).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        while (!day.isAfter(month.atEndOfMonth())) {
            NativeTableRow week = new NativeTableRow();
            for (int i = 0; i < DayOfWeek.values().length; i++) {
                week.add(cell(day, YearMonth.from(day).equals(month), notices, clashes.contains(day)));
                day = day.plusDays(1);
            }
            body.add(week);
        }
        add(head, body);
    }

    private NativeTableCell cell(LocalDate day, boolean inside, List<Notice> notices, boolean clash) {
        NativeTableCell cell = new NativeTableCell();
        if (!inside) {
            cell.addClassName("outside");
            return cell;
        }
        Span number = new Span(String.valueOf(day.getDayOfMonth()));
        number.addClassName("notice-day");
        Div top = new Div(number);
        top.addClassName("notice-day-head");
        if (day.equals(words.formats().today())) {
            cell.addClassName("today");
            cell.getElement().setAttribute("aria-current", "date");
        }
        if (clash) {
            Span mark = new Span(words.text("notice.clash.mark"));
            mark.addClassName("notice-clash");
            top.add(mark);
        }
        cell.add(top);
        List<Notice> own = notices.stream()
                .filter(each -> each.span().touches(day, words.zone()) || each.published().touches(day, words.zone()))
                // What goes on for weeks gives way to what begins.
                .sorted(Notice.CUTS_FIRST.thenComparing(each -> each.span().from(), Comparator.reverseOrder()))
                .toList();
        own.stream().limit(SHOWN).forEach(each -> cell.add(entry(each, day)));
        if (own.size() > SHOWN) {
            Span more = new Span(words.text("notice.more", own.size() - SHOWN));
            more.addClassName("secondary");
            cell.add(more);
        }
        return cell;
    }

    private Component entry(Notice notice, LocalDate day) {
        boolean away = notice.cancelled() || !notice.span().touches(day, words.zone());
        String what = words.kind(notice) + " · "
                + (one ? words.where(notice) : notice.projectName().in(words.formats().locale()));
        Anchor link = new Anchor("/desk/notices/" + notice.id());
        HtmlContainer text = away ? new Struck() : new Span();
        text.setText(what);
        link.add(text);
        if (away) {
            Span state = new Span(words.text(notice.cancelled() ? "notice.state.cancelled" : "notice.moved"));
            state.addClassName("visually-hidden");
            link.add(state);
        }
        link.addClassNames("notice-entry", "kind-" + notice.kind().id(), away ? "away" : "stands");
        link.setTitle(what + " · " + words.when(notice.span()) + " · " + words.where(notice));
        return link;
    }
}
