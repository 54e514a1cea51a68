package city.renewal.plan.interchange;

import city.renewal.plan.Baseline;
import city.renewal.plan.BaselineTask;
import city.renewal.plan.PlanHead;
import city.renewal.plan.PlanSnapshot;
import city.renewal.plan.StoredCalendar;
import city.renewal.plan.Task;
import city.renewal.plan.TaskLink;
import city.renewal.project.Place;
import city.renewal.project.Project;
import java.io.OutputStream;
import java.time.DayOfWeek;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.commons.io.output.CloseShieldOutputStream;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes everything that a plan holds as JSON: days as {@code 2026-11-23}, working time in minutes with 480 a day,
 * quantities in their unit. Names of fields are those of the records they come from.
 */
final class PlanJsonWriter {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    /**
     * What is written.
     *
     * @param places buildings and sections that tasks name
     */
    record PlanFile(String code, String name, PlanHead plan, List<CalendarFile> calendars, List<Place> places,
                    List<Task> tasks, List<TaskLink> links, List<BaselineFile> baselines) {
    }

    /** @param exceptions days that differ from the week, and whether they are worked */
    record CalendarFile(long id, String name, SortedSet<DayOfWeek> workingWeek, Map<String, Boolean> exceptions) {
    }

    record BaselineFile(Baseline baseline, List<BaselineTask> tasks) {
    }

    /** @param out left open */
    void write(Project project, PlanSnapshot plan, List<Place> places, List<BaselineFile> baselines,
               OutputStream out) {
        MAPPER.writerWithDefaultPrettyPrinter().writeValue(CloseShieldOutputStream.wrap(out),
                new PlanFile(project.code(), project.name(), plan.head(),
                        plan.calendars().stream().map(PlanJsonWriter::calendar).toList(), places, plan.tasks(),
                        plan.links(), baselines));
    }

    private static CalendarFile calendar(StoredCalendar stored) {
        Map<String, Boolean> exceptions = new TreeMap<>();
        stored.calendar().exceptions().forEach((day, working) -> exceptions.put(day.toString(), working));
        return new CalendarFile(stored.id(), stored.name(), new TreeSet<>(stored.calendar().workingWeek()), exceptions);
    }
}
