package city.renewal.desk.ui;

import city.renewal.base.Formats;
import city.renewal.base.Messages;
import city.renewal.plan.Task;
import city.renewal.plan.baseline.PlanComparison;
import city.renewal.plan.baseline.PlanDifference;
import city.renewal.plan.sandbox.SandboxPlan;
import city.renewal.plan.ui.VersionWords;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.Comparator;
import java.util.List;

/** What would come of a sandbox: the finish, the critical path, the tasks that move most. */
final class SandboxOutcome extends Div {

    private static final int NAMED = 8;

    private final transient Formats formats;
    private final transient VersionWords words;

    SandboxOutcome(Messages messages, Formats formats) {
        this.formats = formats;
        words = new VersionWords(messages, formats);
        addClassName("sandbox-outcome");
        setId("sandbox-outcome");
        getElement().setAttribute("role", "status");
    }

    void show(SandboxPlan plan) {
        removeAll();
        PlanComparison comparison = plan.comparison();
        PlanComparison.Totals totals = comparison.totals();
        Paragraph sentence = new Paragraph(words.sentence(getTranslation("baseline.now"), plan.sandbox().name(), totals));
        sentence.addClassName("comparison-sentence");
        Div counts = new Div();
        counts.addClassName("comparison-counts");
        words.counts(totals).forEach(count -> counts.add(new Span(count)));
        add(new H2(getTranslation("sandbox.outcome")), sentence, counts);
        critical("sandbox.critical.joins", plan.joinsCriticalPath());
        critical("sandbox.critical.leaves", plan.leavesCriticalPath());
        List<PlanDifference> moved = comparison.changed().stream()
                .filter(each -> !each.summary())
                .sorted(Comparator.comparingInt(PlanDifference::size).reversed())
                .toList();
        if (!moved.isEmpty()) {
            UnorderedList list = new UnorderedList();
            moved.stream().limit(NAMED).forEach(each -> list.add(new ListItem(say(each))));
            add(new H2(getTranslation("sandbox.moved")), list);
            if (moved.size() > NAMED) {
                add(new Span(getTranslation("sandbox.more", moved.size() - NAMED)));
            }
        }
    }

    private void critical(String key, List<Task> tasks) {
        if (!tasks.isEmpty()) {
            List<String> named = tasks.stream().limit(NAMED).map(task -> task.names().in(formats.locale())).toList();
            add(new Paragraph(getTranslation(key, tasks.size(), String.join(getTranslation("sandbox.and"), named))));
        }
    }

    private String say(PlanDifference difference) {
        String name = difference.line().names().in(formats.locale());
        return switch (difference.kind()) {
            case ADDED -> getTranslation("sandbox.moved.added", name);
            case DROPPED -> getTranslation("sandbox.moved.dropped", name);
            default -> getTranslation("sandbox.moved.dates", name, formats.date(difference.line().startOn()),
                    formats.date(difference.line().finishOn()), signed(difference.finishDays()));
        };
    }

    private String signed(int days) {
        return days > 0
                ? getTranslation("variance.late", days)
                : days < 0 ? getTranslation("variance.early", -days) : getTranslation("sandbox.same-finish");
    }
}
