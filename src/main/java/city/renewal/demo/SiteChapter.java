package city.renewal.demo;

import city.renewal.account.Actor;
import city.renewal.account.Role;
import city.renewal.plan.PlanDraft.TaskDraft;
import city.renewal.site.PastReports;
import city.renewal.site.PastSheet;
import city.renewal.site.SitePauses;
import city.renewal.site.signoff.PastSignoff;
import city.renewal.site.signoff.Signoffs;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The site desk of the demonstration: the sheets that reports were written on, signatures, and why a site rests. */
public final class SiteChapter implements DemoChapter {

    /** The supervisor signs on the afternoon after the last work; what ended since then still waits. */
    private static final int DAYS_UNTIL_SIGNED = 3;
    private static final LocalTime SIGNED = LocalTime.of(15, 20);

    private final PastReports reports;
    private final Signoffs signoffs;
    private final SitePauses pauses;
    private final ZoneId zone;

    /** @param zone in which signatures are given */
    public SiteChapter(PastReports reports, Signoffs signoffs, SitePauses pauses, ZoneId zone) {
        this.reports = reports;
        this.signoffs = signoffs;
        this.pauses = pauses;
        this.zone = zone;
    }

    @Override
    public void add(DemoScene scene) {
        Actor office = scene.people().get(Role.ADMINISTRATOR);
        Actor engineer = scene.people().get(Role.ENGINEER);
        Actor supervisor = scene.people().get(Role.SUPERVISOR);
        reports.addSheets(office, scene.places().stream().flatMap(place -> sheets(place, engineer)).toList());
        signoffs.takeOver(office, scene.places().stream()
                .flatMap(place -> signatures(place, supervisor, scene.today())).toList());
        scene.places().stream().filter(place -> place.made().pause() != null).forEach(place ->
                pauses.explain(engineer, place.project().id(), Objects.requireNonNull(place.made().pause())));
    }

    private static Stream<PastSheet> sheets(DemoScene.Place place, Actor engineer) {
        Map<Integer, TaskDraft> tasks = tasks(place);
        Map<LocalDate, List<DemoReport>> days = place.made().reports().stream()
                .filter(report -> report.workers() != null)
                .collect(Collectors.groupingBy(DemoReport::reportOn, TreeMap::new, Collectors.toList()));
        return days.entrySet().stream().map(day -> new PastSheet(place.project().id(), day.getKey(),
                engineer.accountId(), day.getValue().stream().mapToInt(DemoReport::workers).sum(),
                day.getValue().stream().map(report -> tasks.get(report.taskKey()).input().crew())
                        .filter(Objects::nonNull).distinct().sorted().toList(),
                day.getValue().getFirst().weather(),
                day.getValue().stream().map(DemoReport::reportedAt).max(Comparator.naturalOrder()).orElseThrow()));
    }

    private Stream<PastSignoff> signatures(DemoScene.Place place, Actor supervisor, LocalDate today) {
        return place.made().plan().tasks().stream()
                .filter(task -> task.actualFinishOn() != null
                        && !task.actualFinishOn().isAfter(today.minusDays(DAYS_UNTIL_SIGNED)))
                .flatMap(task -> signoffs.rule(task.input()).stream().map(rule -> new PastSignoff(
                        place.project().id(), place.taskIds().get(task.key()), rule, supervisor,
                        task.actualFinishOn().plusDays(1).atTime(SIGNED).atZone(zone).toOffsetDateTime()
                                .withOffsetSameInstant(ZoneOffset.UTC))));
    }

    private static Map<Integer, TaskDraft> tasks(DemoScene.Place place) {
        return place.made().plan().tasks().stream().collect(Collectors.toMap(TaskDraft::key, Function.identity()));
    }
}
