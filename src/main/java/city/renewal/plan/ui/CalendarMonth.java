package city.renewal.plan.ui;

import city.renewal.base.Formats;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.dom.Element;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.List;
import java.util.function.Function;

/** One month as a table, Monday first; each day says what it is in colour, in a word and to screen readers. */
@Tag("table")
final class CalendarMonth extends Component {

    /**
     * What a day is.
     *
     * @param style class of the cell, such as {@code off}
     * @param word  short, shown in the cell; empty where its colour and the line below the month say it
     * @param said  all of it, for a tip and for screen readers
     */
    record Day(String style, String word, String said) {
    }

    /** @param named what is written below the days, such as the holidays of the month */
    CalendarMonth(YearMonth month, Formats formats, Function<LocalDate, Day> days, List<String> named) {
        getElement().getClassList().add("calendar-month");
        Element caption = new Element("caption");
        caption.setText(DateTimeFormatter.ofPattern(formats.messages().text(formats.locale(), "calendar.month"),
                formats.locale()).format(month));
        Element head = new Element("tr");
        for (DayOfWeek day : DayOfWeek.values()) {
            Element name = new Element("th");
            name.setAttribute("scope", "col");
            name.setText(day.getDisplayName(TextStyle.NARROW_STANDALONE, formats.locale()));
            head.appendChild(name);
        }
        getElement().appendChild(caption, head);
        LocalDate first = month.atDay(1);
        LocalDate monday = first.minusDays(first.getDayOfWeek().ordinal());
        for (LocalDate week = monday; !week.isAfter(month.atEndOfMonth()); week = week.plusWeeks(1)) {
            Element row = new Element("tr");
            for (int i = 0; i < DayOfWeek.values().length; i++) {
                LocalDate day = week.plusDays(i);
                row.appendChild(YearMonth.from(day).equals(month) ? cell(day, days.apply(day)) : new Element("td"));
            }
            getElement().appendChild(row);
        }
        if (!named.isEmpty()) {
            Element names = new Element("td");
            names.getClassList().add("calendar-names");
            names.setAttribute("colspan", String.valueOf(DayOfWeek.values().length));
            names.setText(String.join(" · ", named));
            Element row = new Element("tr");
            row.appendChild(names);
            getElement().appendChild(row);
        }
    }

    private static Element cell(LocalDate date, Day day) {
        Element cell = new Element("td");
        cell.setText(String.valueOf(date.getDayOfMonth()));
        if (!day.style().isEmpty()) {
            cell.getClassList().add(day.style());
        }
        if (!day.said().isEmpty()) {
            cell.setAttribute("title", day.said());
            cell.setAttribute("aria-label", date + " " + day.said());
        }
        if (!day.word().isEmpty()) {
            Element word = new Element("small");
            word.setText(day.word());
            cell.appendChild(word);
        }
        return cell;
    }
}
