package city.renewal.plan.ui;

import city.renewal.base.Formats;
import city.renewal.plan.PlanSnapshot;
import city.renewal.plan.Task;
import city.renewal.plan.TaskCalendars;
import city.renewal.schedule.Driver;
import city.renewal.schedule.Drivers;
import city.renewal.schedule.FloatPath;
import city.renewal.schedule.Link;
import city.renewal.schedule.Network;
import city.renewal.schedule.WorkingTime;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Says in a sentence why a task of a plan starts on its day. Used by one thread. */
public final class DriverWords {

    private final Formats formats;
    private final TaskCalendars days;
    private final Map<Long, Task> tasks;
    private final Network network;
    private final Drivers drivers;

    /** @throws city.renewal.schedule.CycleException never for a stored plan */
    public DriverWords(PlanSnapshot plan, Formats formats) {
        this.formats = formats;
        days = plan.days();
        tasks = plan.byId();
        network = plan.network();
        drivers = Drivers.of(network);
    }

    /**
     * One thing that holds a task.
     *
     * @param words a clause that can stand after "because"
     * @param from  id of the task that drives, or 0 for none
     */
    public record Reason(String words, long from) {
    }

    /** @return what {@link Drivers#chain} says */
    public List<Drivers.Step> chain() {
        return drivers.chain();
    }

    /** @return unfinished work with at most so many whole days of float, by paths; see {@link FloatPath#of} */
    public List<FloatPath> nearCritical(int days) {
        return FloatPath.of(network, drivers.schedule(), days);
    }

    /** @return why the task starts on its day, at least one reason */
    public List<Reason> start(Task task) {
        return reasons(task, drivers.ofStart(task.id()));
    }

    /** @return why the rest of work under way goes on on its day; empty for other tasks */
    public List<Reason> rest(Task task) {
        return reasons(task, drivers.ofRest(task.id()));
    }

    /** @return the sentence for one step of the chain */
    public String sentence(Drivers.Step step) {
        Task task = tasks.get(step.id());
        String because = step.drivers().stream().map(driver -> words(task, driver))
                .collect(Collectors.joining(text("driver.and")));
        boolean rest = task.started() && step.drivers().stream()
                .noneMatch(driver -> driver.kind() == Driver.Kind.ACTUAL_START);
        return rest
                ? text("driver.story.rest", task.names().in(formats.locale()),
                        formats.date(step.drivers().getFirst().starts()), because)
                : text("driver.story", task.names().in(formats.locale()), formats.date(task.dates().startOn()), because);
    }

    private List<Reason> reasons(Task task, List<Driver> found) {
        return found.stream()
                .map(driver -> new Reason(words(task, driver), driver.from() == null ? 0 : driver.from()))
                .toList();
    }

    private String words(Task task, Driver driver) {
        String cause = switch (driver.kind()) {
            case ACTUAL_START -> text("driver.actual-start", formats.date(driver.starts()));
            case PROJECT_START -> text("driver.project-start", formats.date(driver.allows()));
            case STATUS_DATE -> text("driver.status-date", formats.date(driver.allows().minusDays(1)));
            case AS_LATE_AS_POSSIBLE -> text("driver.as-late");
            case FIRST_TASK -> text("driver.first-task", name(driver.from()));
            case CONSTRAINT -> ConstraintWords.of(task.input(), formats).orElse("");
            case LINK -> driver.link() == null ? "" : link(task, driver.link());
        };
        return cause + daysOff(driver.daysOff()) + windows(task, driver.daysOff());
    }

    private String link(Task task, Link link) {
        Task before = tasks.get(link.predecessor());
        String start = formats.date(before.dates().startOn());
        String finish = formats.date(before.dates().finishOn());
        String said = switch (link.type()) {
            case FINISH_TO_START -> text("driver.link.fs", before.names().in(formats.locale()), finish);
            case START_TO_START -> text("driver.link.ss", before.names().in(formats.locale()), start);
            case FINISH_TO_FINISH -> text("driver.link.ff", before.names().in(formats.locale()), finish);
            case START_TO_FINISH -> text("driver.link.sf", before.names().in(formats.locale()), start);
        };
        String through = link.successor() == task.id() ? "" : text("driver.summary", name(link.successor()));
        return said + lag(link) + through;
    }

    private String lag(Link link) {
        if (link.lagMinutes() == 0) {
            return "";
        }
        BigDecimal days = BigDecimal.valueOf(Math.abs(link.lagMinutes()))
                .divide(BigDecimal.valueOf(WorkingTime.MINUTES_PER_DAY), 2, RoundingMode.HALF_UP);
        if (link.lagMinutes() < 0) {
            return text("driver.lag.lead", days);
        }
        return text(link.elapsedLag() ? "driver.lag.elapsed" : "driver.lag.wait", days);
    }

    private String daysOff(List<LocalDate> days) {
        if (days.isEmpty()) {
            return "";
        }
        return days.size() == 1
                ? text("driver.off.one", formats.date(days.getFirst()))
                : text("driver.off.many", formats.date(days.getFirst()), formats.date(days.getLast()), days.size());
    }

    /** Which stop-work windows take these days from the task. */
    private String windows(Task task, List<LocalDate> off) {
        String kinds = days.windows().stream()
                .filter(window -> days.stops(window, task.input()) && off.stream().anyMatch(day ->
                        !day.isBefore(window.firstOn()) && !day.isAfter(window.lastOn())))
                .map(window -> text("window.kind." + window.kind().code()))
                .distinct()
                .collect(Collectors.joining(text("driver.and")));
        return kinds.isEmpty() ? "" : text("driver.off.window", kinds);
    }

    private String name(Long id) {
        Task task = tasks.get(id);
        return task == null ? "" : task.names().in(formats.locale());
    }

    private String text(String key, Object... parameters) {
        return formats.messages().text(formats.locale(), key, parameters);
    }
}
