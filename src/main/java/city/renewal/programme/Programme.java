package city.renewal.programme;

import city.renewal.base.Words;
import city.renewal.plan.Plans;
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
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

    /**
     * @param silentDays working days without a confirmed report after which a project is not kept up to date
     * @param clock      in the configured zone; its date is today
     */
    public Programme(Jdbi jdbi, Projects projects, Plans plans, Kinds kinds, PublishedFigures figures, int silentDays,
                     Clock clock) {
        this.dao = jdbi.onDemand(ProgrammeDao.class);
        this.progress = new MeasuredProgress(dao, plans, silentDays);
        this.projects = projects;
        this.kinds = kinds;
        this.figures = figures;
        this.clock = clock;
    }

    /** @return the programme as it stands, in two statements, and four more when plans changed since the last call */
    public Overview overview() {
        LocalDate today = LocalDate.now(clock);
        List<ProjectLine> lines = lines(false, today);
        return new Overview(lines, kindTotals(lines), commitments(lines), today, newest(lines));
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
        Map<Long, Measured> measured = progress.of(heads, today);
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
        Set<@Nullable String> committed = promised().map(Indicator::kind).collect(Collectors.toSet());
        List<KindTotal> totals = new ArrayList<>();
        for (Kind kind : kinds.all()) {
            List<Indicator> published = figures.of(kind.id());
            List<ProjectLine> own = ofKind(lines, kind.id());
            if (!published.isEmpty() && !own.isEmpty() && !committed.contains(kind.id())) {
                totals.add(new KindTotal(kind, published, own.size(), finished(own),
                        WeightedTotal.of(own, kind.measures().getFirst().id())));
            }
        }
        return totals;
    }

    private List<MeasuredCommitment> commitments(List<ProjectLine> lines) {
        return promised()
                .map(indicator -> {
                    List<ProjectLine> own = ofKind(lines, Objects.requireNonNull(indicator.kind()));
                    return new MeasuredCommitment(indicator, finished(own),
                            WeightedTotal.of(own, Objects.requireNonNull(indicator.measure())));
                })
                .toList();
    }

    private Stream<Indicator> promised() {
        return figures.commitments().stream()
                .flatMap(commitment -> commitment.indicators().stream())
                .filter(indicator -> indicator.kind() != null && indicator.measure() != null);
    }

    private static List<ProjectLine> ofKind(List<ProjectLine> lines, String kind) {
        return lines.stream().filter(line -> line.kind().equals(kind)).toList();
    }

    private static int finished(List<ProjectLine> lines) {
        return (int) lines.stream().filter(line -> line.standing().finished()).count();
    }
}
