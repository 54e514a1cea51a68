package city.renewal.desk.ui;

import city.renewal.base.Formats;
import city.renewal.plan.PlanSnapshot;
import city.renewal.plan.forecast.Forecasts;
import city.renewal.plan.ui.ForecastWords;
import city.renewal.project.Project;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.RouterLink;

/** The foot of a plan: how many tasks, as of when, when it ends and was promised to end, how much is done. */
final class PlanStatusLine extends Div {

    private final transient Forecasts forecasts;
    private final transient ForecastWords words;
    private final transient Formats formats;

    PlanStatusLine(Forecasts forecasts, ForecastWords words, Formats formats) {
        this.forecasts = forecasts;
        this.words = words;
        this.formats = formats;
        addClassName("plan-status");
    }

    /** @param outOfSequence tasks that began before what they wait for */
    void show(PlanSnapshot plan, int outOfSequence, Project project) {
        removeAll();
        more(fact("plan.tasks", plan.tasks().size()));
        more(fact("plan.status-date", plan.head().statusOn() == null
                ? getTranslation("plan.no-status")
                : formats.date(plan.head().statusOn())));
        if (plan.head().finishOn() != null) {
            add(fact("plan.finish", formats.date(plan.head().finishOn())));
            if (plan.head().statusOn() != null) {
                more(new Div(words.rates(plan.head().rateBasis(), forecasts.brief(plan))));
            }
        }
        if (outOfSequence > 0) {
            add(new RouterLink(getTranslation("forecast.passed.count", outOfSequence), StatusView.class,
                    PlanPages.of(project)));
        }
        if (plan.promise() != null && plan.promise().finishOn() != null) {
            add(fact("plan.promised", formats.date(plan.promise().finishOn())));
        }
        add(fact("plan.done", formats.percent(plan.doneShare())));
    }

    private Div fact(String key, Object value) {
        return new Div(getTranslation(key, value));
    }

    /** Adds what a phone leaves to the chart and to the page of the status. */
    private void more(Div fact) {
        fact.addClassName("plan-status-more");
        add(fact);
    }
}
