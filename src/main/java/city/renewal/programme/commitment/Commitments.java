package city.renewal.programme.commitment;

import city.renewal.account.Actor;
import city.renewal.account.AuditTrail;
import city.renewal.account.Role;
import city.renewal.base.Refusal;
import city.renewal.base.Words;
import city.renewal.programme.MeasuredProgress;
import city.renewal.programme.PublishedFigures;
import city.renewal.project.Kinds;
import city.renewal.project.Project;
import city.renewal.project.Projects;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Commitments of the years. District officers and administrators write; everybody reads. What was promised is
 * never overwritten: another target or day is a promise of its own with a reason that residents read. Where projects are
 * linked the present value follows from their confirmed reports and cannot be typed. Safe for use by many threads.
 */
public final class Commitments {

    static final Role[] WRITERS = {Role.OFFICER, Role.ADMINISTRATOR};

    private final Jdbi jdbi;
    private final CommitmentDao dao;
    private final MeasuredValueDao measured;
    private final CommitmentLines lines;
    private final CommitmentChecks checks;
    private final Projects projects;
    private final AuditTrail audit;
    private final Clock clock;

    /** @param clock in the configured zone; its date is today */
    public Commitments(Jdbi jdbi, Projects projects, MeasuredProgress progress, PublishedFigures figures, Kinds kinds,
                       AuditTrail audit, Clock clock) {
        this.jdbi = jdbi;
        this.dao = jdbi.onDemand(CommitmentDao.class);
        this.measured = jdbi.onDemand(MeasuredValueDao.class);
        this.projects = projects;
        this.lines = new CommitmentLines(progress, figures, clock);
        this.checks = new CommitmentChecks(projects, kinds, figures);
        this.audit = audit;
        this.clock = clock;
    }

    /** @return whether the person may make and change commitments */
    public static boolean mayWrite(Actor actor) {
        return actor.is(WRITERS);
    }

    /** @return the years that have commitments, newest first */
    public List<Integer> years() {
        return dao.years();
    }

    /** @return the commitments of a year by number: one statement; three more when plans changed since the last call, and
     *         three for those that have reached their target */
    public List<CommitmentLine> of(int year) {
        return lines.of(dao.rows(year, null));
    }

    /** @return all of one commitment, in at most thirteen statements; empty when there is none of the number */
    public Optional<CommitmentPage> page(int year, int number) {
        List<CommitmentDao.Row> rows = dao.rows(year, number);
        return lines.of(rows).stream().findFirst().map(line -> page(line, lines.course(rows)));
    }

    private CommitmentPage page(CommitmentLine line, List<DatedAmount> course) {
        Commitment commitment = line.commitment();
        List<Long> late = line.late().stream().map(LinkedProject::id).toList();
        List<Long> linked = line.projects().stream().map(LinkedProject::id).toList();
        return new CommitmentPage(line, dao.promises(commitment.id()),
                commitment.series() == null ? List.of() : dao.values(commitment.series()),
                commitment.basis() == Basis.INDICATOR ? measured.values(commitment.series()) : List.of(), course,
                commitment.basis().linked() ? dao.links(commitment.id()).stream().map(row -> new LinkChange(row.code(),
                        new Words(row.name(), row.nameEn()), row.linkedAt(), row.linkedWhy(), row.endedAt(),
                        row.endedWhy())).toList() : List.of(),
                late.isEmpty() ? List.of() : dao.delays(late).stream().map(row -> new ProjectDelay(row.projectId(),
                        new Words(row.words(), row.wordsEn()), row.catchUp(), row.catchUpOwner(), row.catchUpOn()))
                        .toList(),
                linked.isEmpty() ? List.of() : dao.photos(linked).stream().map(row -> new ProjectPhoto(row.id(),
                        row.projectId(), new Words(row.task(), row.taskEn()),
                        row.place() == null ? null : new Words(row.place(), row.placeEn()), row.reportOn())).toList());
    }

    /** @return how many matters are open at the linked projects, by the id of their kind */
    List<OpenMatters> openMatters(CommitmentLine line) {
        return line.projects().isEmpty() ? List.of() : dao.openMatters(
                line.projects().stream().map(LinkedProject::id).toList(), OffsetDateTime.now(clock));
    }

    /**
     * Makes a commitment; residents read it at once.
     *
     * @return its number
     * @throws Refusal when the actor is no district officer, a field is missing, too long or outside its limits, the
     *                 number is taken, or a project is closed to the public or lacks the measure
     */
    public int add(Actor actor, NewCommitment made) {
        actor.require(WRITERS);
        LocalDate today = LocalDate.now(clock);
        CommitmentChecks.year(made.year(), today);
        String name = CommitmentChecks.text(made.name(), "commitment.name.missing", NewCommitment.LONGEST_NAME);
        if (made.basis() == null) {
            throw new Refusal("commitment.basis.missing");
        }
        Basis basis = made.basis();
        String unit = checks.unit(made.unit());
        String measure = checks.measure(basis, made.measure(), unit);
        Promise first = new Promise(1, CommitmentChecks.target(made.target()),
                CommitmentChecks.due(made.dueOn(), made.year()), null, actor.name(), OffsetDateTime.now(clock));
        List<Project> linked = checks.linked(basis, measure, made.projects());
        return jdbi.inTransaction(handle -> {
            int number = number(made);
            String series = switch (basis) {
                case INDICATOR -> checks.indicator(made.indicator(), unit).id();
                case REPORTED -> "commitment-" + made.year() + "-" + number;
                default -> null;
            };
            long id = dao.add(new CommitmentDao.Added(made.year(), number, name,
                    CommitmentChecks.maybe(made.nameEn(), NewCommitment.LONGEST_NAME), basis, measure, series, unit,
                    CommitmentChecks.text(made.owner(), "commitment.owner.missing", NewCommitment.LONGEST_OWNER),
                    CommitmentChecks.text(made.ownerRole(), "commitment.role.missing", NewCommitment.LONGEST_OWNER),
                    CommitmentChecks.phone(made.phone())));
            dao.addPromise(id, first);
            dao.link(id, linked.stream().map(Project::id).toList(), first.writtenAt(), null);
            audit.record(actor, "commitment.add", subject(id), null, made.year() + "/" + number + " " + name + ": "
                    + text(first) + " " + unit + " " + codes(linked));
            return number;
        });
    }

    private int number(NewCommitment made) {
        int number = made.number() == null ? dao.lastNumber(made.year()) + 1 : made.number();
        if (number < 1 || number > NewCommitment.LARGEST_NUMBER) {
            throw new Refusal("commitment.number.outside", NewCommitment.LARGEST_NUMBER);
        }
        if (dao.taken(made.year(), number)) {
            throw new Refusal("commitment.number.taken", String.valueOf(made.year()), number);
        }
        return number;
    }

    /**
     * Promises anew; the promises before stay, and residents read why.
     *
     * @throws Refusal as {@link #add}; without a reason, when nothing changes, when it was withdrawn, or when somebody
     *                 else changed it since
     */
    public void promise(Actor actor, Commitment commitment, @Nullable BigDecimal target, @Nullable LocalDate dueOn,
                        @Nullable String why) {
        actor.require(WRITERS);
        Promise newest = commitment.newest();
        Promise next = new Promise(newest.promiseNo() + 1, CommitmentChecks.target(target),
                CommitmentChecks.due(dueOn, commitment.year()),
                CommitmentChecks.text(why, "commitment.why.missing", NewCommitment.LONGEST_WHY), actor.name(),
                OffsetDateTime.now(clock));
        if (next.same(newest)) {
            throw new Refusal("commitment.promise.same");
        }
        jdbi.useTransaction(handle -> {
            lock(commitment);
            dao.addPromise(commitment.id(), next);
            audit.record(actor, "commitment.promise", subject(commitment.id()), text(newest),
                    text(next) + " " + next.why());
        });
    }

    /**
     * Says which projects count from now on. Those that counted before stay readable, with the reason.
     *
     * @param codes all that count, of public projects
     * @throws Refusal as {@link #promise}
     */
    public void link(Actor actor, Commitment commitment, Set<String> codes, @Nullable String why) {
        actor.require(WRITERS);
        String reason = CommitmentChecks.text(why, "commitment.why.missing", NewCommitment.LONGEST_WHY);
        if (!commitment.basis().linked()) {
            throw new Refusal("commitment.link.not");
        }
        Set<Long> wanted = checks.linked(commitment.basis(), commitment.measure(), codes).stream().map(Project::id)
                .collect(Collectors.toCollection(TreeSet::new));
        OffsetDateTime now = OffsetDateTime.now(clock);
        jdbi.useTransaction(handle -> {
            Set<Long> before = new TreeSet<>(dao.linked(commitment.id()));
            if (before.equals(wanted)) {
                throw new Refusal("commitment.link.same");
            }
            lock(commitment);
            List<Long> ended = before.stream().filter(id -> !wanted.contains(id)).toList();
            if (!ended.isEmpty()) {
                dao.endLinks(commitment.id(), ended, now, reason);
            }
            dao.link(commitment.id(), wanted.stream().filter(id -> !before.contains(id)).toList(), now, reason);
            audit.record(actor, "commitment.link", subject(commitment.id()), codes(before.stream().map(projects::get).toList()),
                    codes(wanted.stream().map(projects::get).toList()) + " " + reason);
        });
    }

    /**
     * Adds a dated value; those before stay.
     *
     * @param why why it takes the place of one of the same day, blank where there is none
     * @throws Refusal when the actor is no district officer, the present value is derived or that of an indicator, the
     *                 value or its day are outside their limits, there is no source, a value of the day is there and no
     *                 reason is given, or the other way round, or it was withdrawn
     */
    public void report(Actor actor, Commitment commitment, @Nullable BigDecimal value, @Nullable LocalDate asOf,
                       @Nullable String source, @Nullable String why) {
        actor.require(WRITERS);
        requireStanding(commitment);
        if (commitment.basis() != Basis.REPORTED) {
            throw new Refusal("commitment.value.derived");
        }
        FigureValue checked = CommitmentChecks.figure(Objects.requireNonNull(commitment.series()), value, asOf, source, why,
                actor, clock);
        jdbi.useTransaction(handle -> {
            FigureValue replaced = dao.replaced(checked);
            dao.addValue(checked);
            audit.record(actor, "commitment.value", subject(commitment.id()),
                    replaced == null ? null : replaced.said(), checked.said());
        });
    }

    /**
     * Corrects how it is called and who answers for it; what was promised stays.
     *
     * @throws Refusal as {@link #add}; when it was withdrawn, or somebody else changed it since
     */
    public void correct(Actor actor, Commitment commitment, @Nullable String name, @Nullable String nameEn,
                        @Nullable String owner, @Nullable String ownerRole, @Nullable String phone) {
        actor.require(WRITERS);
        String named = CommitmentChecks.text(name, "commitment.name.missing", NewCommitment.LONGEST_NAME);
        String english = CommitmentChecks.maybe(nameEn, NewCommitment.LONGEST_NAME);
        String who = CommitmentChecks.text(owner, "commitment.owner.missing", NewCommitment.LONGEST_OWNER);
        String office = CommitmentChecks.text(ownerRole, "commitment.role.missing", NewCommitment.LONGEST_OWNER);
        String number = CommitmentChecks.phone(phone);
        jdbi.useTransaction(handle -> {
            lock(commitment);
            dao.correct(commitment.id(), named, english, who, office, number);
            audit.record(actor, "commitment.correct", subject(commitment.id()),
                    String.join(" / ", commitment.name().zh(), commitment.owner(), commitment.ownerRole(),
                            commitment.phone()),
                    String.join(" / ", named, who, office, number));
        });
    }

    /**
     * Takes a commitment back for good. All that was said of it stays, and residents read when and why.
     *
     * @throws Refusal when the actor is no district officer, without a reason, when it was withdrawn already, or when
     *                 somebody else changed it since
     */
    public void withdraw(Actor actor, Commitment commitment, @Nullable String why) {
        actor.require(WRITERS);
        Withdrawal withdrawal = new Withdrawal(
                CommitmentChecks.text(why, "commitment.why.missing", NewCommitment.LONGEST_WHY), actor.name(),
                OffsetDateTime.now(clock));
        jdbi.useTransaction(handle -> {
            lock(commitment);
            dao.withdraw(commitment.id(), withdrawal);
            audit.record(actor, "commitment.withdraw", subject(commitment.id()), text(commitment.newest()),
                    withdrawal.why());
        });
    }

    private void lock(Commitment commitment) {
        requireStanding(commitment);
        if (dao.nextRevision(commitment.id(), commitment.revision()) == 0) {
            throw new Refusal("commitment.changed");
        }
    }

    private static void requireStanding(Commitment commitment) {
        if (commitment.withdrawn() != null) {
            throw new Refusal("commitment.withdrawn");
        }
    }

    private static String subject(long id) {
        return "commitment:" + id;
    }

    private static String text(Promise promise) {
        return promise.target().toPlainString() + " " + promise.dueOn();
    }

    private static String codes(Collection<Project> of) {
        return of.stream().map(Project::code).sorted().collect(Collectors.joining(" "));
    }
}
