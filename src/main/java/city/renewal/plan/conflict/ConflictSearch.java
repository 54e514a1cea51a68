package city.renewal.plan.conflict;

import city.renewal.plan.WorkType;
import city.renewal.plan.WorkType.Ground;
import city.renewal.plan.WorkTypes;
import city.renewal.plan.conflict.RoadConflict.Kind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Finds conflicts among works; pure. Works are compared within a site only: one road, or a project without a road. */
final class ConflictSearch {

    /** Years for which a new road must not be dug up (城市道路管理条例 33). */
    static final int NEW_ROAD_YEARS = 5;
    /** Years for an overhauled one. */
    static final int OVERHAUL_YEARS = 3;

    private static final Comparator<RoadConflict> FIRST_HARMED =
            Comparator.comparing((RoadConflict conflict) -> conflict.earlier().finishOn())
                    .thenComparing(conflict -> conflict.earlier().taskId());

    private final WorkTypes types;

    ConflictSearch(WorkTypes types) {
        this.types = types;
    }

    private record Pair(Kind kind, long laterTask, long otherProject) {
    }

    /** @return for each work that digs or closes at most one conflict with each other project, by date */
    List<RoadConflict> among(List<RoadWork> works) {
        List<RoadConflict> found = new ArrayList<>();
        works.stream().collect(Collectors.groupingBy(RoadWork::site)).values().forEach(site -> {
            List<RoadWork> surfaces = only(site, type -> type.ground() == Ground.SURFACES);
            for (RoadWork dig : only(site, type -> type.ground() == Ground.DIGS)) {
                surfaces.forEach(surface -> dig(dig, surface).ifPresent(found::add));
            }
            List<RoadWork> closures = only(site, WorkType::closes);
            for (int i = 0; i < closures.size(); i++) {
                for (RoadWork other : closures.subList(i + 1, closures.size())) {
                    closure(closures.get(i), other).ifPresent(found::add);
                }
            }
        });
        return one(found).stream()
                .sorted(Comparator.comparing((RoadConflict conflict) -> conflict.later().startOn())
                        .thenComparing(conflict -> conflict.later().taskId())
                        .thenComparing(conflict -> conflict.earlier().taskId()))
                .toList();
    }

    /** A road surfaced in ten sections and dug up once is one conflict, with the section that is harmed first. */
    private static List<RoadConflict> one(List<RoadConflict> all) {
        Map<Pair, RoadConflict> kept = new HashMap<>();
        all.forEach(conflict -> kept.merge(
                new Pair(conflict.kind(), conflict.later().taskId(), conflict.earlier().projectId()), conflict,
                (one, other) -> FIRST_HARMED.compare(one, other) <= 0 ? one : other));
        return List.copyOf(kept.values());
    }

    private List<RoadWork> only(List<RoadWork> works, Predicate<WorkType> wanted) {
        return works.stream().filter(work -> types.find(work.workType()).filter(wanted).isPresent()).toList();
    }

    /**
     * Work that was done cannot be moved, so it is no warning any more. Within one project a trench may still be open
     * while the next section is surfaced; only digging that begins after the surface is done is out of order.
     */
    private static Optional<RoadConflict> dig(RoadWork dig, RoadWork surface) {
        LocalDate until = protectedUntil(surface);
        LocalDate opened = dig.projectId() == surface.projectId() ? dig.startOn() : dig.finishOn();
        return !dig.finished() && dig.taskId() != surface.taskId() && dig.overlaps(surface)
                && opened.isAfter(surface.finishOn()) && !dig.startOn().isAfter(until)
                ? Optional.of(new RoadConflict(Kind.DIG, dig, surface, until))
                : Optional.empty();
    }

    private static Optional<RoadConflict> closure(RoadWork one, RoadWork other) {
        boolean together = !one.startOn().isAfter(other.finishOn()) && !other.startOn().isAfter(one.finishOn());
        if (one.finished() || other.finished() || one.projectId() == other.projectId() || !together) {
            return Optional.empty();
        }
        boolean first = one.startOn().isBefore(other.startOn())
                || one.startOn().equals(other.startOn()) && one.taskId() < other.taskId();
        return Optional.of(new RoadConflict(Kind.CLOSURE, first ? other : one, first ? one : other, null));
    }

    static LocalDate protectedUntil(RoadWork surface) {
        return surface.finishOn().plusYears(surface.newRoad() ? NEW_ROAD_YEARS : OVERHAUL_YEARS);
    }
}
