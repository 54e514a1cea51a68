package city.renewal.plan.interchange;

import city.renewal.plan.interchange.UnreadableFileException.Reason;
import city.renewal.schedule.WorkingTime;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Refuses documents whose values no real plan has, before anybody counts days through millions of years. */
final class DocumentCheck {

    private static final LocalDate EARLIEST = LocalDate.of(1950, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2200, 1, 1);
    private static final int LONGEST = WorkingTime.days(40_000);

    private DocumentCheck() {
    }

    /** @throws UnreadableFileException with {@link Reason#OUT_OF_RANGE} and what is beyond the range */
    static void check(PlanDocument document) throws UnreadableFileException {
        check(document.title(), document.start());
        check(document.title(), document.statusDate());
        for (PlanTask task : document.tasks()) {
            for (LocalDate date : datesOf(task)) {
                check(task.name(), date);
            }
            check(task.name(), task.durationMinutes());
            check(task.name(), Objects.requireNonNullElse(task.progress().remainingMinutes(), 0));
        }
        for (PlanLink link : document.links()) {
            check(link.predecessor() + " → " + link.successor(), link.lagMinutes());
        }
    }

    private static List<LocalDate> datesOf(PlanTask task) {
        List<@Nullable LocalDate> dates = new ArrayList<>();
        dates.add(task.start());
        dates.add(task.finish());
        dates.add(task.progress().actualStart());
        dates.add(task.progress().actualFinish());
        dates.add(task.constraint().date());
        for (PlanBaseline baseline : task.baselines()) {
            dates.add(baseline.start());
            dates.add(baseline.finish());
        }
        return dates.stream().filter(Objects::nonNull).toList();
    }

    private static void check(String subject, @Nullable LocalDate date) throws UnreadableFileException {
        if (date != null && (date.isBefore(EARLIEST) || date.isAfter(LATEST))) {
            throw new UnreadableFileException(Reason.OUT_OF_RANGE, subject, date.toString());
        }
    }

    private static void check(String subject, int minutes) throws UnreadableFileException {
        if (minutes > LONGEST || minutes < -LONGEST) {
            throw new UnreadableFileException(Reason.OUT_OF_RANGE, subject,
                    minutes / WorkingTime.MINUTES_PER_DAY + "d");
        }
    }
}
