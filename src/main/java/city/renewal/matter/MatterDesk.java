package city.renewal.matter;

import city.renewal.account.Actor;
import city.renewal.account.Role;
import city.renewal.base.Refusal;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Matters as community workers read them; what they do is in {@link MatterHandling}. */
public final class MatterDesk {

    private static final Set<MatterAct> FIRMS =
            Set.of(MatterAct.REPAIR_PLANNED, MatterAct.REPAIRED, MatterAct.REPAIR_REFUSED);

    private final MatterDao dao;
    private final RepairDao repairs;
    private final GridDao gridDao;
    private final MatterLines lines;
    private final MatterRules rules;
    private final MatterWarranties warranties;
    private final Clock clock;

    public MatterDesk(Jdbi jdbi, MatterRules rules, MatterWarranties warranties, Clock clock) {
        this.dao = jdbi.onDemand(MatterDao.class);
        this.repairs = jdbi.onDemand(RepairDao.class);
        this.gridDao = jdbi.onDemand(GridDao.class);
        this.lines = new MatterLines(jdbi);
        this.rules = rules;
        this.warranties = warranties;
        this.clock = clock;
    }

    /**
     * A part of the queue, due first, in one statement. What was merged into another is not in it.
     *
     * @throws Refusal when the actor is neither a community worker nor an administrator
     */
    public List<MatterLine> queue(Actor actor, MatterFilter filter, int limit, int offset) {
        mayRead(actor);
        return lines.queue(actor, filter, OffsetDateTime.now(clock), limit, offset).stream()
                .map(line -> closedTo(actor, line) ? line.withoutReport() : line.masked()).toList();
    }

    /** @return how many matters the filter leaves */
    public int count(Actor actor, MatterFilter filter) {
        mayRead(actor);
        return lines.count(actor, filter, OffsetDateTime.now(clock));
    }

    static void mayRead(Actor actor) {
        actor.require(Role.COMMUNITY, Role.ADMINISTRATOR);
    }

    private boolean closedTo(Actor actor, MatterLine line) {
        return rules.kind(line.kind()).dispute() && !handles(actor, line.workerId());
    }

    static boolean handles(Actor actor, @Nullable Long workerId) {
        return workerId != null && workerId == actor.accountId();
    }

    /**
     * All of one matter. What is in a dispute only its handler reads: others see that there is one. Numbers that somebody
     * wrote into its history others see masked.
     *
     * @return empty when there is no such number
     */
    public Optional<MatterPage> page(Actor actor, String number) {
        mayRead(actor);
        return dao.byNumber(number).map(matter -> page(actor, matter));
    }

    private MatterPage page(Actor actor, StoredMatter matter) {
        MatterLine line = lines.line(matter.id());
        boolean closed = closedTo(actor, line);
        MatterDao.Texts texts = dao.texts(matter.id());
        boolean handler = handles(actor, matter.workerId());
        List<MatterStep> steps = dao.steps(matter.id()).stream().map(step -> handler ? step : step.masked()).toList();
        return new MatterPage(matter.projectId(), closed ? line.withoutReport() : line.masked(), handler,
                matter.phoneSealed() != null,
                texts.reportSealed() != null || !MatterTexts.masked(texts.report()).equals(texts.report()),
                matter.answerBy(), closed ? null : texts.answer(), texts.publicReport(),
                texts.publicAnswer(), matter.publishedAt(), matter.rating(),
                matter.mergedInto() == null ? null : dao.byId(matter.mergedInto()).number(), matter.version(),
                closed ? steps.stream().map(MatterStep::withoutRemark).toList() : steps,
                closed ? List.of() : dao.photos(matter.id()),
                closed ? List.of() : dao.mediations(matter.id()), dao.duplicates(matter.id()),
                warranties.of(matter, matter.mergedInto() == null ? matter : dao.byId(matter.mergedInto()),
                        line.report() == null ? "" : line.report()),
                warranties.running(matter), repair(matter, steps));
    }

    /** In two statements, one where no warranty was named. */
    private @Nullable RepairNews repair(StoredMatter matter, List<MatterStep> steps) {
        return repairs.routed(matter.id()).map(routed -> new RepairNews(routed.organisation(), routed.people(),
                routed.organisation().equals(routed.phoneFor()),
                steps.stream().filter(step -> FIRMS.contains(step.act())).toList(), repairs.photos(matter.id())))
                .orElse(null);
    }

    /** A community worker to whom matters can be given. */
    public record Worker(String login, String name) {
    }

    public List<Worker> workers() {
        return gridDao.workers().stream().map(each -> new Worker(each.login(), each.name())).toList();
    }
}
