package city.renewal.desk.ui;

import city.renewal.base.Formats;
import city.renewal.base.ui.WindowWidth;
import city.renewal.plan.baseline.PlanComparison;
import city.renewal.plan.baseline.PlanDifference;
import city.renewal.plan.baseline.PlanDifference.Kind;
import city.renewal.plan.baseline.PlanLine;
import city.renewal.project.Kinds;
import city.renewal.schedule.WorkingTime;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** The differences between two versions of a plan, task by task; sent to the browser as it scrolls. */
final class ComparisonTable extends Div {

    private static final Comparator<PlanDifference> BY_SIZE =
            Comparator.comparingInt(PlanDifference::size).reversed();

    private final transient Kinds kinds;
    private final transient Formats formats;
    private final Grid<PlanDifference> grid = new Grid<>();
    private final Checkbox changedOnly = new Checkbox(getTranslation("comparison.changed-only"), true);
    private final Checkbox largestFirst = new Checkbox(getTranslation("comparison.largest-first"));
    private final transient Map<Long, String> names = new HashMap<>();
    private transient PlanComparison shown = new PlanComparison(List.of());

    ComparisonTable(Kinds kinds, Formats formats) {
        this.kinds = kinds;
        this.formats = formats;
        addClassName("comparison-table");
        Div tools = new Div(changedOnly, largestFirst);
        tools.addClassName("comparison-tools");
        changedOnly.addValueChangeListener(change -> fill());
        largestFirst.addValueChangeListener(change -> fill());
        setUpGrid();
        add(tools, grid);
    }

    private void setUpGrid() {
        grid.addThemeVariants(GridVariant.LUMO_ROW_STRIPES, GridVariant.LUMO_NO_BORDER, GridVariant.LUMO_COMPACT);
        Grid.Column<PlanDifference> card = grid.addComponentColumn(this::card)
                .setHeader(getTranslation("comparison.task"));
        List<Grid.Column<PlanDifference>> columns = List.of(
                grid.addComponentColumn(this::name).setHeader(getTranslation("comparison.task")).setFlexGrow(4)
                        .setResizable(true)
                        .setComparator(Comparator.comparing(this::said)),
                grid.addComponentColumn(this::kind).setHeader(getTranslation("comparison.kind"))
                        .setComparator(Comparator.comparing(PlanDifference::kind)),
                grid.addColumn(each -> both(each, line -> formats.date(line.startOn())))
                        .setHeader(getTranslation("comparison.start")).setAutoWidth(true).setFlexGrow(0)
                        .setComparator(Comparator.comparing((PlanDifference each) -> each.line().startOn())),
                days("comparison.start.days", PlanDifference::startDays),
                grid.addColumn(each -> both(each, line -> formats.date(line.finishOn())))
                        .setHeader(getTranslation("comparison.finish")).setAutoWidth(true).setFlexGrow(0)
                        .setComparator(Comparator.comparing((PlanDifference each) -> each.line().finishOn())),
                days("comparison.finish.days", PlanDifference::finishDays),
                grid.addColumn(each -> both(each, this::duration)).setHeader(getTranslation("comparison.duration"))
                        .setComparator(Comparator.comparing(PlanDifference::durationDays)),
                grid.addColumn(each -> both(each, this::quantity)).setHeader(getTranslation("comparison.quantity"))
                        .setFlexGrow(2)
                        .setComparator(Comparator.comparing(each -> Objects.requireNonNullElse(each.quantity(),
                                BigDecimal.ZERO))));
        grid.setEmptyStateText(getTranslation("comparison.empty"));
        grid.setWidthFull();
        WindowWidth.listen(this, phone -> {
            card.setVisible(phone);
            columns.forEach(column -> column.setVisible(!phone));
        });
    }

    private Grid.Column<PlanDifference> days(String key, ToIntFunction<PlanDifference> days) {
        return grid.addComponentColumn(each -> badge(each, days.applyAsInt(each))).setHeader(getTranslation(key))
                .setComparator(Comparator.comparingInt(days));
    }

    void show(PlanComparison comparison) {
        shown = comparison;
        names.clear();
        comparison.differences().forEach(each -> names.put(each.line().taskId(), said(each)));
        fill();
    }

    /** @return what the table holds, in its order */
    List<PlanDifference> lines() {
        List<PlanDifference> lines = changedOnly.getValue() ? shown.changed() : shown.differences();
        return largestFirst.getValue() ? lines.stream().sorted(BY_SIZE).toList() : lines;
    }

    private void fill() {
        grid.setItems(lines());
    }

    private String said(PlanDifference difference) {
        return difference.line().names().in(formats.locale());
    }

    /** The summary above says which of many tasks of the same name it is. */
    private Component name(PlanDifference difference) {
        Div cell = new Div(new Span(said(difference)));
        cell.addClassName("comparison-name");
        Long parent = difference.line().parentId();
        if (parent != null && names.containsKey(parent)) {
            Span above = new Span(names.get(parent));
            above.addClassName("secondary");
            cell.add(above);
        }
        return cell;
    }

    private Component card(PlanDifference difference) {
        Div card = new Div(name(difference), kind(difference));
        card.addClassName("task-card");
        Span finish = new Span(getTranslation("comparison.finish") + " "
                + both(difference, line -> formats.date(line.finishOn())));
        finish.addClassName("secondary");
        card.add(badge(difference, difference.finishDays()), finish);
        return card;
    }

    private Span kind(PlanDifference difference) {
        Span badge = new Span(getTranslation("comparison.kind."
                + difference.kind().name().toLowerCase(Locale.ROOT)));
        badge.addClassName("badge");
        if (difference.kind() == Kind.ADDED) {
            badge.addClassName("badge-good");
        } else if (difference.kind() == Kind.DROPPED) {
            badge.addClassName("badge-late");
        }
        return badge;
    }

    private Span badge(PlanDifference difference, int days) {
        Span badge = new Span();
        if (difference.left() != null && difference.right() != null && days != 0) {
            badge.setText(getTranslation(days > 0 ? "variance.late" : "variance.early", Math.abs(days)));
            badge.addClassNames("badge", days > 0 ? "badge-late" : "badge-good");
        }
        return badge;
    }

    /** One text where both versions say the same, else the two with an arrow between them. */
    private static String both(PlanDifference difference, Function<PlanLine, String> text) {
        String left = of(difference.left(), text);
        String right = of(difference.right(), text);
        if (left.equals(right)) {
            return right;
        }
        return left.isEmpty() || right.isEmpty() ? left + right : left + " → " + right;
    }

    private static String of(@Nullable PlanLine line, Function<PlanLine, String> text) {
        return line == null ? "" : text.apply(line);
    }

    private String duration(PlanLine line) {
        return line.summary() || line.milestone()
                ? ""
                : getTranslation("comparison.days", formats.number(BigDecimal.valueOf(line.durationMinutes())
                        .divide(BigDecimal.valueOf(WorkingTime.days(1)), 2, RoundingMode.HALF_UP)));
    }

    private String quantity(PlanLine line) {
        if (line.quantity() == null) {
            return "";
        }
        return line.unit() == null
                ? formats.number(line.quantity())
                : formats.quantity(line.quantity(), kinds.unit(line.unit()));
    }
}
