package city.renewal.plan.interchange;

import city.renewal.schedule.LinkType;
import city.renewal.schedule.WorkCalendar;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Small plans for tests: every day is worked, the first day is Sunday 1 March 2026, days of March name the dates. */
final class PlanSketch {

    private final List<PlanTask> tasks = new ArrayList<>();
    private final List<PlanLink> links = new ArrayList<>();

    static LocalDate march(int day) {
        return LocalDate.of(2026, 3, day);
    }

    /** @param start the stored first day, with {@code finish} null for a task without dates */
    PlanSketch task(long uid, String name, int days, @Nullable Integer start, @Nullable Integer finish) {
        return add(PlanTask.of(uid, null, name, days * 480)
                .withDates(start == null ? null : march(start), finish == null ? null : march(finish)));
    }

    PlanSketch add(PlanTask task) {
        tasks.add(task);
        return this;
    }

    PlanSketch link(long predecessor, long successor) {
        links.add(new PlanLink(predecessor, successor, LinkType.FINISH_TO_START, 0, false));
        return this;
    }

    PlanDocument document() {
        return new PlanDocument(ScheduleFormat.MSPDI, "sketch", march(1), null, 1,
                List.of(PlanCalendar.of(1, "every day", WorkCalendar.everyDay())), tasks, links, List.of());
    }
}
