package city.renewal.desk.ui;

import city.renewal.base.ChangeFeed;
import city.renewal.base.Messages;
import city.renewal.plan.PlanSnapshot;
import city.renewal.plan.Plans;
import city.renewal.plan.Task;
import city.renewal.plan.ui.DriverWords;
import city.renewal.project.Projects;
import city.renewal.schedule.Drivers;
import city.renewal.schedule.FloatPath;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the project's finish hangs on: the steps that lead to it, each with the reason for its day, and the paths that
 * have little room. Its address can name a task to explain and the float that counts as little.
 */
@Route(value = "desk/plan/:code/critical", layout = DeskLayout.class)
@PermitAll
public final class CriticalView extends PlanPageView {

    /** Parameter with the id of the task to explain. */
    static final String TASK = "task";
    /** Parameter with the most days of float that are shown. */
    static final String DAYS = "days";
    private static final int USUAL_DAYS = 5;
    private static final int MOST_DAYS = 120;

    CriticalView(Projects projects, Plans plans, Messages messages, ChangeFeed feed) {
        super(projects, plans, messages, feed);
    }

    @Override
    String name() {
        return "critical";
    }

    @Override
    String title() {
        return getTranslation("plan.page.critical");
    }

    @Override
    void show(PlanSnapshot plan, Div into) {
        DriverWords words = new DriverWords(plan, formats);
        Map<Long, Task> tasks = plan.byId();
        Div paths = new Div(story(words), near(words, tasks));
        paths.addClassName("critical-paths");
        into.add(paths, explained(words, tasks));
    }

    private Section story(DriverWords words) {
        Section section = section(getTranslation("critical.story"));
        section.add(new Paragraph(getTranslation("critical.story.help")));
        OrderedList steps = new OrderedList();
        steps.addClassName("critical-story");
        for (Drivers.Step step : words.chain()) {
            ListItem item = new ListItem(WhyThisDay.link(project().code(), step.id(), words.sentence(step)));
            steps.add(item);
        }
        section.add(steps);
        return section;
    }

    private Section near(DriverWords words, Map<Long, Task> tasks) {
        Section section = section(getTranslation("critical.near"));
        int days = number(DAYS, 0, MOST_DAYS, USUAL_DAYS);
        IntegerField most = new IntegerField(getTranslation("critical.near.days"));
        most.setMin(0);
        most.setMax(MOST_DAYS);
        most.setStepButtonsVisible(true);
        most.setValue(days);
        most.addValueChangeListener(change -> {
            if (change.isFromClient() && change.getValue() != null && !most.isInvalid()) {
                goTo(address(change.getValue()));
            }
        });
        section.add(most);
        List<FloatPath> paths = words.nearCritical(days);
        if (paths.isEmpty()) {
            section.add(new Paragraph(getTranslation("critical.near.none")));
        }
        paths.forEach(path -> section.add(path(path, tasks)));
        return section;
    }

    private QueryParameters address(int days) {
        Map<String, String> parameters = new HashMap<>(Map.of(DAYS, String.valueOf(days)));
        if (!parameter(TASK).isEmpty()) {
            parameters.put(TASK, parameter(TASK));
        }
        return QueryParameters.simple(parameters);
    }

    private Div path(FloatPath path, Map<Long, Task> tasks) {
        Span badge = new Span(room(path.floatDays()));
        badge.addClassNames("badge", path.floatDays() > 0 ? "tone-warning" : "badge-late");
        H3 head = new H3(badge);
        OrderedList list = new OrderedList();
        for (long id : path.activities()) {
            Task task = tasks.get(id);
            Span dates = new Span(formats.date(task.dates().startOn()) + " – " + formats.date(task.dates().finishOn()));
            dates.addClassName("secondary");
            list.add(new ListItem(WhyThisDay.link(project().code(), id, task.names().in(formats.locale())), dates));
        }
        Div shown = new Div(head, list);
        shown.addClassName("critical-path");
        return shown;
    }

    private String room(int days) {
        if (days == 0) {
            return getTranslation("critical.path.critical");
        }
        return days < 0 ? getTranslation("critical.path.beyond", -days) : getTranslation("critical.path.float", days);
    }

    private Section explained(DriverWords words, Map<Long, Task> tasks) {
        Optional<Task> chosen = tasks.values().stream()
                .filter(task -> String.valueOf(task.id()).equals(parameter(TASK)))
                .findFirst();
        Section section = section(chosen.map(task -> task.names().in(formats.locale())).orElse(getTranslation("driver.why")));
        section.addClassName("critical-explained");
        chosen.ifPresentOrElse(task -> {
            section.add(new Paragraph(
                    formats.date(task.dates().startOn()) + " – " + formats.date(task.dates().finishOn())));
            section.add(new WhyThisDay(project().code(), task, words));
        }, () -> section.add(new Paragraph(getTranslation("critical.choose"))));
        return section;
    }

    private static Section section(String title) {
        Section section = new Section(new H2(title));
        section.addClassName("card");
        return section;
    }
}
