package city.renewal.site.ui;

import city.renewal.base.Formats;
import city.renewal.site.Blocker;
import city.renewal.site.DaySheet;
import city.renewal.site.NewDaySheet;
import city.renewal.site.NewReport;
import city.renewal.site.SiteReports;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** What a day sheet says beside quantities: who was there, the weather, what blocks, a remark. */
public final class SheetFacts extends Div {

    private final Stepper workers;
    private final Chips<String> crews;
    private final Chips<String> weather;
    private final Chips<Blocker> blockers;
    private final TextArea remark = new TextArea();
    private final transient Formats formats;

    /**
     * @param crews  those whose names are offered
     * @param last   the author's newest sheet of the project: shown when it is of this day, offered again otherwise
     */
    public SheetFacts(Collection<String> crews, @Nullable DaySheet last, LocalDate day, Formats formats) {
        this.formats = formats;
        addClassName("sheet-facts");
        workers = new Stepper(getTranslation("report.workers"), "", BigDecimal.ONE, formats.locale(), () -> { });
        this.crews = new Chips<>(getTranslation("sheet.crew"), crews, formats::name, true);
        weather = new Chips<>(getTranslation("report.weather"), NewReport.WEATHERS,
                id -> getTranslation("weather." + id), false);
        blockers = new Chips<>(getTranslation("sheet.blocked"), EnumSet.allOf(Blocker.class),
                each -> getTranslation("blocker." + each.id()), true);
        blockers.setId("blockers");
        remark.setLabel(getTranslation("report.remark"));
        remark.setMaxLength(SiteReports.LONGEST_REMARK);
        remark.setWidthFull();
        Span people = new Span(getTranslation("report.workers"));
        people.addClassName("label");
        if (last != null && last.sheetOn().isBefore(day)) {
            Button again = new Button(again(last), click -> show(last));
            again.addClassNames("chip", "sheet-again");
            add(again);
        }
        add(new Div(people, workers));
        if (!crews.isEmpty()) {
            add(this.crews);
        }
        add(weather, blockers, remark);
        if (last != null && last.sheetOn().equals(day)) {
            show(last);
            blockers.choose(last.blocked());
            remark.setValue(last.remark() == null ? "" : last.remark());
        }
    }

    private String again(DaySheet last) {
        StringJoiner facts = new StringJoiner(" · ");
        last.crews().stream().map(formats::name).forEach(facts::add);
        if (last.workers() != null) {
            facts.add(getTranslation("confirmation.workers", last.workers()));
        }
        if (last.weather() != null) {
            facts.add(getTranslation("weather." + last.weather()));
        }
        return getTranslation("sheet.again", formats.date(last.sheetOn()), facts.toString());
    }

    /** What blocked another day is not offered again: it is asked anew. */
    private void show(DaySheet sheet) {
        workers.set(BigDecimal.valueOf(sheet.workers() == null ? 0 : sheet.workers()));
        crews.choose(sheet.crews());
        weather.choose(sheet.weather() == null ? Set.of() : Set.of(sheet.weather()));
    }

    public NewDaySheet sheet(long projectId, LocalDate day, List<NewDaySheet.Line> lines) {
        int people = workers.quantity().min(BigDecimal.valueOf(Integer.MAX_VALUE)).intValue();
        List<String> sky = weather.chosen();
        return new NewDaySheet(projectId, day, people == 0 ? null : people, crews.chosen(),
                sky.isEmpty() ? null : sky.getFirst(), Set.copyOf(blockers.chosen()),
                remark.getValue().isBlank() ? null : remark.getValue().strip(), lines);
    }
}
