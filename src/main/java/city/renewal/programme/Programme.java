package city.renewal.programme;

import city.renewal.base.Words;
import city.renewal.plan.Standing;
import city.renewal.programme.MeasuredProgress.Measured;
import city.renewal.programme.ProgrammeDao.Head;
import city.renewal.project.Kind;
import city.renewal.project.Kinds;
import city.renewal.project.ProjectMeasure;
import city.renewal.project.Projects;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Every project at a glance. Safe for use by many threads. */
public final class Programme {

    private static final Comparator<ProjectLine> MOST_URGENT_FIRST = Comparator
            .comparingInt((ProjectLine line) -> rank(line.standing()))
            .thenComparing(Programme::daysLate, Comparator.reverseOrder());

    private final ProgrammeDao dao;
    private final MeasuredProgress progress;
    private final Projects projects;
    private final Kinds kinds;
    private final PublishedFigures figures;
    private final Clock clock;

    /** @param clock in the configured zone; its date is today */
    public Programme(Jdbi jdbi, Projects projects, MeasuredProgress progress, Kinds kinds, PublishedFigures figures,
                     Clock clock) {
        this.dao = jdbi.onDemand(ProgrammeDao.class);
        this.progress = progress;
        this.projects = projects;
        this.kinds = kinds;
        this.figures = figures;
        this.clock = clock;
    }

    /** @return the programme as it stands, in two statements, and three more when plans changed since the last call */
    public Overview overview() {
        LocalDate today = LocalDate.now(clock);
        List<ProjectLine> lines = lines(false, today);
        return new Overview(lines, kindTotals(lines), today, newest(lines));
    }

    /**
     * @return every project, also those that residents do not see, the most urgent first; in as many statements as
     *         {@link #overview}
     */
    public List<ProjectLine> projects() {
        return lines(true, LocalDate.now(clock));
    }

    private List<ProjectLine> lines(boolean closedToo, LocalDate today) {
        List<Head> heads = dao.heads(closedToo, today);
        Map<Long, Long> revisions = new HashMap<>();
        heads.stream().filter(head -> head.revision() != null).forEach(head -> revisions.put(head.id(), head.revision()));
        Map<Long, Measured> measured = progress.of(revisions, today);
        Map<Long, Map<String, BigDecimal>> measures = projects.measures().stream()
                .collect(Collectors.groupingBy(ProjectMeasure::projectId,
                        Collectors.toMap(ProjectMeasure::measure, ProjectMeasure::amount)));
        return heads.stream()
                .map(head -> line(head, measured.get(head.id()), measures.getOrDefault(head.id(), Map.of())))
                .sorted(MOST_URGENT_FIRST)
                .toList();
    }

    private static ProjectLine line(Head head, @Nullable Measured measured, Map<String, BigDecimal> measures) {
        return new ProjectLine(head.id(), head.code(), head.kind(), new Words(head.name(), head.nameEn()),
                head.street(), head.community(), head.stage(), measures,
                measured == null ? Standing.UNPLANNED : measured.standing(),
                head.reason() == null ? null : new Words(head.reason(), head.reasonEn()),
                measured == null ? null : measured.confirmedAt(),
                measured != null && speaks(head, measured) ? head.pause() : null,
                head.overdueFindings());
    }

    /** A pause is explained for as long as the project is silent and nothing was confirmed since. */
    private static boolean speaks(Head head, Measured measured) {
        return measured.standing().silent() && head.pausedAt() != null
                && (measured.confirmedAt() == null || head.pausedAt().isAfter(measured.confirmedAt()));
    }

    private static int rank(Standing standing) {
        if (standing.late()) {
            return 0;
        }
        return switch (standing.state()) {
            case LATE -> 0;
            case STALE -> 1;
            case ON_TIME, EARLY -> 2;
            case NOT_BEGUN -> 3;
            case FINISHED -> 4;
        };
    }

    private static Integer daysLate(ProjectLine line) {
        Integer days = line.standing().daysLate();
        return line.standing().late() && days != null ? days : 0;
    }

    private static @Nullable OffsetDateTime newest(List<ProjectLine> lines) {
        return lines.stream().map(ProjectLine::confirmedAt).filter(Objects::nonNull)
                .max(Comparator.naturalOrder()).orElse(null);
    }

    private List<KindTotal> kindTotals(List<ProjectLine> lines) {
        List<KindTotal> totals = new ArrayList<>();
        for (String id : figures.headlines()) {
            List<Indicator> published = figures.of(id);
            List<ProjectLine> own = ofKind(lines, id);
            if (!published.isEmpty() && !own.isEmpty()) {
                Kind kind = kinds.get(id);
                totals.add(new KindTotal(kind, published, own.size(), finished(own),
                        WeightedTotal.of(own, kind.measures().getFirst().id())));
            }
        }
        return totals;
    }

    private static List<ProjectLine> ofKind(List<ProjectLine> lines, String kind) {
        return lines.stream().filter(line -> line.kind().equals(kind)).toList();
    }

    private static int finished(List<ProjectLine> lines) {
        return (int) lines.stream().filter(line -> line.standing().finished()).count();
    }
}
