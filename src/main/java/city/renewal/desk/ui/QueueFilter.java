package city.renewal.desk.ui;

import city.renewal.base.Formats;
import city.renewal.site.ConfirmationQueue.Filter;
import city.renewal.site.OpenDay;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.QueryParameters;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Which project and which day of the queue are looked at. What is chosen stands in the page's address. */
final class QueueFilter extends Div {

    private static final String PROJECT = "project";
    private static final String DAY = "day";

    private final ComboBox<OpenDay> project = new ComboBox<>();
    private final Select<LocalDate> day = new Select<>();
    private final transient Formats formats;
    private final transient Runnable changed;
    private transient List<OpenDay> days = List.of();
    /** By project: how many of its reports wait. */
    private final transient Map<Long, Integer> sums = new LinkedHashMap<>();
    private transient @Nullable String wantedProject;
    private transient @Nullable LocalDate wantedDay;

    QueueFilter(Formats formats, Runnable changed) {
        this.formats = formats;
        this.changed = changed;
        addClassName("queue-filter");
        project.setLabel(getTranslation("column.project"));
        project.setPlaceholder(getTranslation("confirmation.all-projects"));
        project.setClearButtonVisible(true);
        project.setItemLabelGenerator(each -> getTranslation("confirmation.project-count",
                each.project().in(getLocale()), sums.getOrDefault(each.projectId(), 0)));
        day.setLabel(getTranslation("report.day"));
        day.setEmptySelectionAllowed(true);
        day.setEmptySelectionCaption(getTranslation("confirmation.all-days"));
        day.setItemLabelGenerator(each -> each == null ? getTranslation("confirmation.all-days") : formats.date(each));
        add(project, day);
        project.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                wantedProject = change.getValue() == null ? null : change.getValue().projectCode();
                wantedDay = null;
                choose();
            }
        });
        day.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                wantedDay = change.getValue();
                choose();
            }
        });
    }

    private void choose() {
        Map<String, String> parameters = new TreeMap<>();
        if (wantedProject != null) {
            parameters.put(PROJECT, wantedProject);
        }
        if (wantedDay != null) {
            parameters.put(DAY, wantedDay.toString());
        }
        UI.getCurrent().getPage().getHistory().replaceState(null, "desk/confirm"
                + (parameters.isEmpty() ? "" : "?" + QueryParameters.simple(parameters).getQueryString()));
        changed.run();
    }

    /** Shows what an address asks for. What is not there is left out. */
    void show(QueryParameters parameters, List<OpenDay> open) {
        wantedProject = parameters.getSingleParameter(PROJECT).orElse(null);
        wantedDay = parameters.getSingleParameter(DAY).map(QueueFilter::date).orElse(null);
        fill(open);
    }

    private static @Nullable LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException malformed) {
            return null;
        }
    }

    /** Offers the projects and days that have open reports, and keeps what is chosen as long as there is any. */
    void fill(List<OpenDay> open) {
        days = open;
        sums.clear();
        Map<String, OpenDay> projects = new LinkedHashMap<>();
        open.forEach(each -> {
            projects.putIfAbsent(each.projectCode(), each);
            sums.merge(each.projectId(), each.reports(), Integer::sum);
        });
        project.setItems(projects.values());
        OpenDay chosen = wantedProject == null ? null : projects.get(wantedProject);
        project.setValue(chosen);
        List<LocalDate> offered = open.stream()
                .filter(each -> chosen == null || each.projectId() == chosen.projectId())
                .map(OpenDay::reportOn)
                .distinct()
                .sorted()
                .toList();
        day.setItems(offered);
        day.setValue(wantedDay != null && offered.contains(wantedDay) ? wantedDay : null);
    }

    Filter value() {
        return new Filter(project.getValue() == null ? null : project.getValue().projectId(), day.getValue());
    }

    /** @return how many reports the chosen project and day have */
    int size() {
        Filter chosen = value();
        return days.stream()
                .filter(each -> chosen.projectId() == null || each.projectId() == chosen.projectId())
                .filter(each -> chosen.day() == null || each.reportOn().equals(chosen.day()))
                .mapToInt(OpenDay::reports)
                .sum();
    }

    /** @return how many reports of the project and day wait */
    int count(long projectId, LocalDate on) {
        return days.stream()
                .filter(each -> each.projectId() == projectId && each.reportOn().equals(on))
                .mapToInt(OpenDay::reports)
                .sum();
    }
}
