package city.renewal.plan.ui;

import city.renewal.base.Formats;
import city.renewal.base.Messages;
import city.renewal.plan.Baseline;
import city.renewal.plan.baseline.PlanComparison;
import city.renewal.plan.baseline.PlanVersion;
import java.util.ArrayList;
import java.util.List;

/** Names versions of a plan and says in plain words what lies between two of them. */
public final class VersionWords {

    private final Messages messages;
    private final Formats formats;

    public VersionWords(Messages messages, Formats formats) {
        this.messages = messages;
        this.formats = formats;
    }

    /** @return the number and the name of a baseline, or that it is the plan as it stands */
    public String name(PlanVersion version, List<Baseline> baselines) {
        return baselines.stream()
                .filter(each -> each.baselineNo() == version.baselineNo())
                .findFirst()
                .map(each -> text("baseline.version", each.baselineNo(), formats.name(each.name())))
                .orElseGet(() -> text("baseline.now"));
    }

    /** @return what became of the finish from one version to the other, in a sentence */
    public String sentence(String left, String right, PlanComparison.Totals totals) {
        Integer days = totals.finishMovedBy();
        if (totals.same()) {
            return text("comparison.sentence.same", left, right);
        }
        if (days == null || totals.leftFinish() == null || totals.rightFinish() == null) {
            return text("comparison.sentence.open", left, right);
        }
        String from = formats.date(totals.leftFinish());
        String to = formats.date(totals.rightFinish());
        if (days == 0) {
            return text("comparison.sentence.kept", left, right, to);
        }
        return days > 0
                ? text("comparison.sentence.later", left, right, from, days, to)
                : text("comparison.sentence.earlier", left, right, from, -days, to);
    }

    /** @return how many tasks became what, those that are none left out */
    public List<String> counts(PlanComparison.Totals totals) {
        List<String> counts = new ArrayList<>();
        add(counts, "comparison.later", totals.later());
        add(counts, "comparison.earlier", totals.earlier());
        add(counts, "comparison.otherwise", totals.otherwise());
        add(counts, "comparison.added", totals.added());
        add(counts, "comparison.dropped", totals.dropped());
        add(counts, "comparison.unchanged", totals.unchanged());
        return counts;
    }

    private void add(List<String> counts, String key, int count) {
        if (count > 0) {
            counts.add(text(key, count));
        }
    }

    private String text(String key, Object... parameters) {
        return messages.text(formats.locale(), key, parameters);
    }
}
