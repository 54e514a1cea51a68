package city.renewal.desk.ui;

import city.renewal.base.Formats;
import city.renewal.plan.Task;
import city.renewal.plan.forecast.PlanForecast;
import city.renewal.plan.forecast.TaskForecast;
import city.renewal.plan.ui.ForecastWords;
import city.renewal.project.Kinds;
import city.renewal.schedule.OutOfSequence;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.RouterLink;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** The unfinished tasks of a plan with their rates and forecasts. */
final class ForecastTable extends Grid<TaskForecast> {

    private final transient ForecastWords words;
    private final transient Formats formats;
    private final transient Kinds kinds;
    private final transient Map<Long, Task> tasks;

    ForecastTable(PlanForecast forecast, ForecastWords words, Formats formats, Kinds kinds) {
        this.words = words;
        this.formats = formats;
        this.kinds = kinds;
        tasks = forecast.plan().byId();
        addClassName("forecast-table");
        addThemeVariants(GridVariant.LUMO_ROW_STRIPES, GridVariant.LUMO_WRAP_CELL_CONTENT, GridVariant.LUMO_COMPACT);
        addComponentColumn(this::name).setHeader(getTranslation("column.task")).setWidth("13rem").setFlexGrow(1);
        addComponentColumn(each -> variance(each, each.originalFinish()))
                .setHeader(head("status.original")).setWidth("8.5rem");
        if (forecast.currentNumber() > 1) {
            addComponentColumn(each -> variance(each, each.currentFinish()))
                    .setHeader(head("status.current", forecast.currentNumber())).setWidth("8.5rem");
        }
        text("column.quantity", "9rem", this::done);
        text("status.rate.plan", "7.5rem", each -> rate(each, each.rate().plannedPerDay()));
        text("status.rate.observed", "9rem", this::observed);
        text("status.left", "7rem", each -> quantity(each, each.task().remainingQuantity()));
        text("status.finish.plan", "8.5rem", each -> formats.date(each.finishByPlan()));
        text("status.finish.observed", "8.5rem", each -> formats.date(each.finishByObserved()));
        setItems(forecast.unfinished());
    }

    private interface Text {
        String of(TaskForecast each);
    }

    private void text(String header, String width, Text text) {
        addColumn(text::of).setHeader(head(header)).setWidth(width);
    }

    /** Heads wrap, so that long words of one language do not push columns out of view. */
    private Span head(String key, Object... parameters) {
        Span head = new Span(getTranslation(key, parameters));
        head.addClassName("wrapped");
        return head;
    }

    private Component name(TaskForecast each) {
        Div cell = new Div(new RouterLink(each.task().names().in(getLocale()), TaskView.class, each.task().id()));
        if (each.task().dates().critical()) {
            Span critical = new Span(getTranslation("status.critical"));
            critical.addClassNames("badge", "badge-late");
            cell.add(critical);
        }
        for (OutOfSequence passed : each.passed()) {
            Div line = new Div(words.passed(passed, tasks));
            line.addClassName("secondary");
            cell.add(line);
        }
        return cell;
    }

    private String done(TaskForecast each) {
        return each.task().input().milestone() ? "" : formats.number(each.task().progress().done()) + " / "
                + quantity(each, each.task().input().plannedQuantity());
    }

    private String quantity(TaskForecast each, BigDecimal quantity) {
        return each.task().input().milestone() ? "" : formats.quantity(quantity, kinds.unit(each.task().input().unit()));
    }

    private String observed(TaskForecast each) {
        String rate = rate(each, each.rate().observedPerDay());
        return rate.isEmpty() || each.rate().observed() ? rate : getTranslation("status.rate.early", rate);
    }

    private String rate(TaskForecast each, OptionalDouble perDay) {
        return perDay.isEmpty() ? "" : getTranslation("status.rate",
                quantity(each, BigDecimal.valueOf(perDay.getAsDouble()).setScale(1, RoundingMode.HALF_UP)));
    }

    private Span variance(TaskForecast each, @Nullable LocalDate promised) {
        return DeskParts.variance(PlanForecast.daysLate(each.task().dates().finishOn(), promised), this::getTranslation);
    }
}
