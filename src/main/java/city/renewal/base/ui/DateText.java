package city.renewal.base.ui;

import city.renewal.base.Formats;
import com.vaadin.flow.component.HtmlComponent;
import com.vaadin.flow.component.Tag;
import java.time.LocalDate;

/** A day in the reader's words, with its plain form for machines. */
@Tag("time")
public final class DateText extends HtmlComponent {

    public DateText(LocalDate day, Formats formats) {
        getElement().setText(formats.date(day));
        getElement().setAttribute("datetime", day.toString());
    }
}
