package city.renewal.plan.interchange;

import city.renewal.plan.PlanSnapshot;
import city.renewal.plan.Task;
import city.renewal.project.Project;
import java.io.IOException;
import java.io.OutputStream;
import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.ParameterList;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.parameter.Value;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.Name;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Transp;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.immutable.ImmutableTransp;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;

/**
 * Writes the milestones of a plan for calendars (RFC 5545): whole days, which take up nobody's time. An event keeps its
 * id, so that a calendar which reads the file again moves what it has.
 */
final class MilestoneCalendar {

    private static final String PRODUCT = "-//Huanxin//renewal-console//ZH";

    /** @param out left open */
    void write(Project project, PlanSnapshot plan, OutputStream out) throws IOException {
        Calendar calendar = new Calendar();
        calendar.add(new ProdId(PRODUCT));
        calendar.add(ImmutableVersion.VERSION_2_0);
        calendar.add(new Name(project.name()));
        for (Task task : plan.tasks()) {
            if (task.input().milestone()) {
                calendar.add(event(project, task));
            }
        }
        new CalendarOutputter(false).output(calendar, out);
    }

    private static VEvent event(Project project, Task task) {
        VEvent event = new VEvent(false);
        event.add(new Uid(project.code() + "-" + task.id() + "@huanxin"));
        event.add(new DtStamp(task.changedAt().toInstant()));
        event.add(new DtStart<>(wholeDay(), task.dates().startOn()));
        event.add(new DtEnd<>(wholeDay(), task.dates().finishOn().plusDays(1)));
        event.add(new Summary(project.name() + ": " + task.name()));
        event.add(new Transp(ImmutableTransp.TRANSPARENT.getValue()));
        return event;
    }

    private static ParameterList wholeDay() {
        return new ParameterList(java.util.List.of(Value.DATE));
    }
}
