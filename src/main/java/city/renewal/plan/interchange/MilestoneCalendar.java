package city.renewal.plan.interchange;

import city.renewal.base.CalendarFile;
import city.renewal.plan.PlanSnapshot;
import city.renewal.plan.Task;
import city.renewal.project.Project;
import java.io.IOException;
import java.io.OutputStream;

/** Writes the milestones of a plan for calendars, in the planner's words. */
final class MilestoneCalendar {

    /** @param out left open */
    void write(Project project, PlanSnapshot plan, OutputStream out) throws IOException {
        CalendarFile calendar = new CalendarFile(project.name());
        for (Task task : plan.tasks()) {
            if (task.input().milestone()) {
                calendar.add(new CalendarFile.Event(project.code() + "-" + task.id(), task.changedAt().toInstant(),
                                project.name() + ": " + task.name(), null, null),
                        task.dates().startOn(), task.dates().finishOn());
            }
        }
        out.write(calendar.bytes());
    }
}
