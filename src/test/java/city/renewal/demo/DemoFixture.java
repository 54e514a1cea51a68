package city.renewal.demo;

import city.renewal.project.Kinds;
import city.renewal.schedule.CriticalPathScheduler;
import city.renewal.schedule.Scheduler;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The demonstration as tests see it, with holidays of their own so that published calendars may change freely. */
final class DemoFixture {

    static final LocalDate ORDINARY_DAY = LocalDate.of(2026, 11, 24);
    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    /** First days of the Spring Festival holiday. */
    private static final List<LocalDate> FESTIVALS = List.of(
            LocalDate.of(2024, 2, 10), LocalDate.of(2025, 1, 28), LocalDate.of(2026, 2, 15),
            LocalDate.of(2027, 2, 5), LocalDate.of(2028, 1, 25));

    private DemoFixture() {
    }

    static Scheduler scheduler() {
        return new CriticalPathScheduler();
    }

    static DemoProgramme programme() {
        return new DemoProgramme(Kinds.packed(), scheduler(), holidays(), ZONE);
    }

    static Map<LocalDate, Boolean> holidays() {
        Map<LocalDate, Boolean> days = new HashMap<>();
        for (LocalDate festival : FESTIVALS) {
            festival.datesUntil(festival.plusDays(8)).forEach(day -> days.put(day, false));
            LocalDate nationalDay = LocalDate.of(festival.getYear(), 10, 1);
            nationalDay.datesUntil(nationalDay.plusDays(7)).forEach(day -> days.put(day, false));
        }
        return days;
    }

    static Stream<DemoProject> ofKind(List<DemoProject> projects, String kind) {
        return projects.stream().filter(project -> project.project().kind().equals(kind));
    }

    static Set<Integer> summaries(DemoProject project) {
        return project.plan().tasks().stream()
                .map(task -> task.parentKey())
                .filter(key -> key != null)
                .collect(Collectors.toSet());
    }

    static @Nullable LocalDate lastReport(DemoProject project) {
        return project.reports().stream().map(DemoReport::reportOn).max(LocalDate::compareTo).orElse(null);
    }
}
