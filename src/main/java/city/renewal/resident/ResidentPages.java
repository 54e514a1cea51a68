package city.renewal.resident;

import city.renewal.base.Words;
import city.renewal.notice.Notices;
import city.renewal.plan.PlanSnapshot;
import city.renewal.plan.Plans;
import city.renewal.plan.Standing;
import city.renewal.plan.Task;
import city.renewal.project.Kind;
import city.renewal.project.Kinds;
import city.renewal.project.Measure;
import city.renewal.project.Party;
import city.renewal.project.Project;
import city.renewal.project.handover.WarrantyRules;
import city.renewal.resident.ResidentDao.EvidenceRow;
import city.renewal.resident.ResidentDao.Fact;
import city.renewal.resident.ResidentDao.Found;
import city.renewal.site.PauseReason;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** The public page of a project, put together in at most six statements, however many tasks and reports there are. */
public final class ResidentPages {

    /** Reports shown on the project's own page. */
    public static final int EVIDENCE_SHOWN = 5;

    private final ResidentDao dao;
    private final Plans plans;
    private final Notices notices;
    private final Kinds kinds;
    private final WarrantyRules warranties;
    private final int silentDays;
    private final Clock clock;

    /**
     * @param silentDays working days without a confirmed report after which a project is not kept up to date
     * @param clock      in the configured zone; its date is today
     */
    public ResidentPages(Jdbi jdbi, Plans plans, Notices notices, Kinds kinds, WarrantyRules warranties,
                         int silentDays, Clock clock) {
        this.dao = jdbi.onDemand(ResidentDao.class);
        this.plans = plans;
        this.notices = notices;
        this.kinds = kinds;
        this.warranties = warranties;
        this.silentDays = silentDays;
        this.clock = clock;
    }

    /**
     * @param code  in whichever case it is written
     * @param staff whether the reader is signed in; others see public projects only
     * @return the page, or empty when there is no such project for this reader
     */
    public Optional<ResidentPage> page(String code, boolean staff) {
        return page(code, staff, EVIDENCE_SHOWN);
    }

    /**
     * @param reports how many of the newest confirmed reports the page lists; for none it takes a statement less
     * @return the page, or empty when there is no such project for this reader
     */
    public Optional<ResidentPage> page(String code, boolean staff, int reports) {
        return find(code, staff).map(found -> page(found,
                reports == 0 ? List.of() : dao.evidence(found.project().id(), today(), reports, 0)));
    }

    /**
     * @param confirmedFrom reports that were confirmed earlier are not listed
     * @param reports       how many at most the page lists
     * @return as {@link #page(String, boolean, int)}
     */
    public Optional<ResidentPage> page(String code, boolean staff, OffsetDateTime confirmedFrom, int reports) {
        return find(code, staff).map(found -> page(found,
                dao.evidenceFrom(found.project().id(), confirmedFrom, today(), reports, 0)));
    }

    /** @return the project, or empty when there is no such project for this reader */
    public Optional<Project> project(String code, boolean staff) {
        return find(code, staff).map(Found::project);
    }

    private Optional<Found> find(String code, boolean staff) {
        return dao.find(code.toUpperCase(Locale.ROOT)).filter(found -> staff || found.project().openToPublic());
    }

    private ResidentPage page(Found found, List<EvidenceRow> reports) {
        Project project = found.project();
        LocalDate today = LocalDate.now(clock);
        PlanSnapshot plan = found.planned() ? plans.readDates(project.id()) : null;
        Map<String, List<Fact>> facts = dao.facts(project.id(), midnight(today)).stream()
                .collect(Collectors.groupingBy(Fact::sort));
        Fact confirmed = facts.get("reports").getFirst();
        List<Party> parties = of(facts, "party")
                .map(fact -> new Party(fact.code(), name(fact), null, fact.detail())).toList();
        return new ResidentPage(project,
                stages(project, of(facts, "stage")),
                measures(project, of(facts, "measure")),
                parties,
                of(facts, "place").collect(Collectors.toMap(Fact::id, ResidentPages::place)),
                plan,
                plan == null ? Standing.UNPLANNED : Standing.of(plan, today, confirmed.plannedOn(), silentDays),
                of(facts, "baseline").map(ResidentPages::adjustment).toList(),
                reports.isEmpty() ? counted(confirmed) : evidence(reports),
                of(facts, "photo").findFirst().map(ResidentPages::photo).orElse(null),
                confirmed.happenedAt(),
                of(facts, "pause").findFirst().map(ResidentPages::pause).orElse(null),
                notices.ofProject(project.id()),
                facts.get("asked").getFirst().id() > 0,
                after(facts),
                facts.get("visits").getFirst().id() > 0,
                today);
    }

    private Aftercare after(Map<String, List<Fact>> facts) {
        return new Aftercare(
                of(facts, "accepted").map(fact -> new Aftercare.Accepted(part(fact),
                        Objects.requireNonNull(fact.plannedOn()),
                        Objects.requireNonNull(fact.amount()).intValue())).toList(),
                of(facts, "handed").map(fact -> new Aftercare.Handed(part(fact),
                        Objects.requireNonNull(fact.plannedOn()), name(fact), fact.detail())).toList(),
                of(facts, "warranty").sorted(Comparator.comparing(Fact::id)
                                .thenComparing(fact -> warranties.order(fact.code())))
                        .map(fact -> new Aftercare.Care(part(fact), warranties.name(fact.code()), fact.reachedOn(),
                                name(fact), fact.detail())).toList(),
                of(facts, "paper").map(fact -> new Aftercare.Paper(part(fact), Long.parseLong(fact.code()), name(fact),
                                Objects.requireNonNull(fact.plannedOn()),
                                Objects.requireNonNull(fact.amount()).longValue()))
                        .sorted(Comparator.comparing(Aftercare.Paper::id)).toList());
    }

    /** @return the place that the fact speaks of, null for all of the project */
    private static @Nullable Long part(Fact fact) {
        return fact.id() < 0 ? null : fact.id();
    }

    private static ResidentPlace place(Fact fact) {
        return new ResidentPlace(fact.id(), fact.code(), new Words(name(fact), fact.nameEn()),
                "building".equals(fact.detail()), fact.amount() == null ? null : fact.amount().intValue());
    }

    private static SitePhoto photo(Fact fact) {
        return new SitePhoto(fact.id(), new Words(name(fact), fact.nameEn()), Objects.requireNonNull(fact.plannedOn()));
    }

    private static EvidencePage counted(Fact confirmed) {
        return new EvidencePage(List.of(), (int) confirmed.id(), Objects.requireNonNull(confirmed.amount()).intValue());
    }

    private static SitePause pause(Fact fact) {
        return new SitePause(PauseReason.valueOf(fact.code()), Objects.requireNonNull(fact.happenedAt()));
    }

    private static PlanAdjustment adjustment(Fact fact) {
        return new PlanAdjustment((int) fact.id(), Objects.requireNonNull(fact.happenedAt()), fact.plannedOn(),
                fact.name() == null ? null : new Words(fact.name(), fact.nameEn()));
    }

    private static Stream<Fact> of(Map<String, List<Fact>> facts, String sort) {
        return facts.getOrDefault(sort, List.of()).stream();
    }

    private static String name(Fact fact) {
        return Objects.requireNonNull(fact.name());
    }

    private List<StageStep> stages(Project project, Stream<Fact> facts) {
        Map<String, Fact> dates = facts.collect(Collectors.toMap(Fact::code, Function.identity()));
        List<StageStep> steps = new ArrayList<>();
        StageStep.Progress progress = StageStep.Progress.PASSED;
        for (Kind.Stage stage : kinds.get(project.kind()).stages()) {
            boolean current = stage.id().equals(project.stage());
            Fact date = dates.get(stage.id());
            steps.add(new StageStep(stage.id(), stage.name(), current ? StageStep.Progress.CURRENT : progress,
                    date == null ? null : date.plannedOn(), date == null ? null : date.reachedOn()));
            if (current) {
                progress = StageStep.Progress.AHEAD;
            }
        }
        return steps;
    }

    private List<Measure> measures(Project project, Stream<Fact> facts) {
        Map<String, Fact> amounts = facts.collect(Collectors.toMap(Fact::code, Function.identity()));
        return kinds.get(project.kind()).measures().stream()
                .map(measure -> amounts.get(measure.id()))
                .filter(Objects::nonNull)
                .map(fact -> new Measure(fact.code(), Objects.requireNonNull(fact.amount()), name(fact)))
                .toList();
    }

    /**
     * @param limit  how many reports at most
     * @param offset how many of the newest to leave out
     * @return confirmed reports, newest day first, in one statement; empty past the last
     */
    public EvidencePage evidence(long projectId, int limit, int offset) {
        return evidence(dao.evidence(projectId, today(), limit, offset));
    }

    /**
     * @param taskId a task or a summary over several
     * @return as {@link #evidence(long, int, int)}, of this work alone, in four statements; empty for a task that is not
     *         in the project's plan
     */
    public EvidencePage evidence(long projectId, long taskId, int limit, int offset) {
        Set<Long> ids = below(projectId, taskId);
        return ids.isEmpty() ? evidence(List.of())
                : evidence(dao.evidenceOf(projectId, ids, today(), limit, offset));
    }

    private Set<Long> below(long projectId, long taskId) {
        if (!plans.exists(projectId)) {
            return Set.of();
        }
        PlanSnapshot plan = plans.readDates(projectId);
        Map<Long, List<Task>> children = plan.children();
        Set<Long> found = new HashSet<>();
        Deque<Long> open = new ArrayDeque<>(plan.task(taskId).map(Task::id).stream().toList());
        while (!open.isEmpty()) {
            long next = open.pop();
            found.add(next);
            children.getOrDefault(next, List.of()).forEach(child -> open.push(child.id()));
        }
        return found;
    }

    private static EvidencePage evidence(List<EvidenceRow> rows) {
        EvidenceRow any = rows.isEmpty() ? null : rows.getFirst();
        return new EvidencePage(
                rows.stream()
                        .map(row -> new Evidence(row.id(), row.taskId(), new Words(row.taskName(), row.taskNameEn()),
                                row.unit(), row.reportOn(), row.quantity(), row.cumulative(), row.planned(),
                                row.decidedAt(), row.supervisor(), row.correctsOn() == null || row.correctsQuantity() == null ? null
                                        : new Evidence.Corrected(row.correctsOn(), row.correctsQuantity())))
                        .toList(),
                any == null ? 0 : any.total(), any == null ? 0 : any.today());
    }

    private OffsetDateTime today() {
        return midnight(LocalDate.now(clock));
    }

    private OffsetDateTime midnight(LocalDate day) {
        return day.atStartOfDay(clock.getZone()).toOffsetDateTime();
    }
}
