package city.renewal.desk.ui;

import city.renewal.account.Actor;
import city.renewal.account.Role;
import city.renewal.account.ui.SignedIn;
import city.renewal.base.ChangeFeed;
import city.renewal.base.Messages;
import city.renewal.plan.PlanEditing;
import city.renewal.plan.PlanSnapshot;
import city.renewal.plan.Plans;
import city.renewal.plan.RateBasis;
import city.renewal.plan.forecast.DelayNeed;
import city.renewal.plan.forecast.Delays;
import city.renewal.plan.forecast.Forecasts;
import city.renewal.plan.forecast.PlanForecast;
import city.renewal.plan.forecast.ProjectForecast;
import city.renewal.plan.ui.ExplainDelay;
import city.renewal.plan.ui.ForecastWords;
import city.renewal.project.Kinds;
import city.renewal.project.Projects;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.Locale;

/**
 * Where a plan stands: the forecast in one sentence, what still has to be explained, and the unfinished tasks, what
 * hurts most first. The status date cannot be moved here; it follows the days by itself.
 */
@Route(value = "desk/plan/:code/status", layout = DeskLayout.class)
@PermitAll
@CssImport("./styles/status.css")
public final class StatusView extends PlanPageView {

    private final transient PlanEditing editing;
    private final transient Forecasts forecasts;
    private final transient Delays delays;
    private final transient Kinds kinds;
    private final transient ForecastWords words;
    private final Actor actor = SignedIn.required();
    private final boolean mayEdit = actor.is(Role.PLANNER, Role.ADMINISTRATOR);

    StatusView(Projects projects, Plans plans, PlanEditing editing, Forecasts forecasts, Delays delays, Kinds kinds,
               Messages messages, ChangeFeed feed) {
        super(projects, plans, messages, feed);
        this.editing = editing;
        this.forecasts = forecasts;
        this.delays = delays;
        this.kinds = kinds;
        words = new ForecastWords(messages, formats);
    }

    @Override
    String name() {
        return "status";
    }

    @Override
    String title() {
        return getTranslation("plan.page.status");
    }

    @Override
    void show(PlanSnapshot plan, Div into) {
        PlanForecast forecast = forecasts.of(plan);
        into.add(summary(plan, forecast));
        delays.need(project().id()).ifPresent(need -> into.add(need(need)));
        Section tasks = new Section(new H2(getTranslation("status.unfinished", forecast.unfinished().size())));
        tasks.addClassName("status-tasks");
        if (forecast.unfinished().isEmpty()) {
            tasks.add(new Paragraph(getTranslation("status.all-done")));
        } else {
            tasks.add(new ForecastTable(forecast, words, formats, kinds));
        }
        into.add(tasks);
    }

    private Section summary(PlanSnapshot plan, PlanForecast forecast) {
        Paragraph headline = new Paragraph(words.headline(forecast));
        headline.addClassName("status-headline");
        headline.setId("forecast-headline");
        Section section = new Section(headline);
        section.addClassName("card");
        section.add(new Paragraph(plan.head().statusOn() == null
                ? getTranslation("status.no-date")
                : getTranslation(plan.head().followsToday() ? "status.date" : "status.date.fixed",
                        formats.date(plan.head().statusOn()))));
        section.add(basis(plan, forecast));
        Paragraph observed = new Paragraph(getTranslation("status.observed", forecast.observed(),
                forecast.unfinished().size()));
        observed.addClassName("secondary");
        section.add(observed);
        long passed = forecast.unfinished().stream().filter(task -> !task.passed().isEmpty()).count();
        if (passed > 0) {
            section.add(new Paragraph(getTranslation("forecast.passed.count", passed)));
        }
        return section;
    }

    /** Planners choose which rate counts; everybody reads what both come to. */
    private Div basis(PlanSnapshot plan, PlanForecast forecast) {
        ProjectForecast both = new ProjectForecast(project().id(), forecast.finishByPlan(),
                forecast.finishByObserved(), forecast.originalFinish());
        if (!mayEdit || plan.head().statusOn() == null) {
            return new Div(words.rates(plan.head().rateBasis(), both));
        }
        RadioButtonGroup<RateBasis> choice = new RadioButtonGroup<>(getTranslation("status.basis"));
        choice.setItems(RateBasis.values());
        choice.setItemLabelGenerator(basis -> getTranslation("status.basis." + basis.name().toLowerCase(Locale.ROOT),
                formats.date(basis == RateBasis.PLAN ? forecast.finishByPlan() : forecast.finishByObserved())));
        choice.setValue(plan.head().rateBasis());
        choice.addValueChangeListener(change -> {
            editing.planBy(actor, project().id(), change.getValue());
            reload();
        });
        return new Div(choice);
    }

    private Section need(DelayNeed need) {
        Section section = new Section(new H2(getTranslation("delay.explain")));
        section.addClassNames("card", "status-need");
        section.setId("delay-need");
        need.why(plans.today()).ifPresent(why -> section.add(new Paragraph(words.need(need, why))));
        if (mayEdit) {
            Button explain = new Button(getTranslation("delay.explain.needed"), click ->
                    new ExplainDelay(delays, actor, project().id(), this::reload).open());
            explain.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
            section.add(explain);
        }
        return section;
    }
}
