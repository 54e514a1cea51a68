package city.renewal.matter;

import city.renewal.account.Actor;
import city.renewal.account.AuditTrail;
import city.renewal.account.Role;
import city.renewal.base.ChangeFeed;
import city.renewal.base.ProjectChange;
import city.renewal.base.Refusal;
import city.renewal.base.Vault;
import city.renewal.site.photo.ReceivedPhoto;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Matters that were given to a firm under its warranty, for the engineers that a project names with that firm: they read
 * place, words and photos, and say to the handler when they come, that it is mended, or why it is not theirs. The handler
 * answers the resident. Whose telephone number it is they read only where the handler opened it to the firm. A matter that
 * is given to another firm is theirs no longer. Safe for any number of threads.
 */
public final class Repairs {

    /** Characters that a firm's words may have. */
    public static final int LONGEST_WORD = 1_000;
    /** Photos that may come with one word. */
    public static final int MOST_PHOTOS = 3;
    /** Calendar days from today within which a firm promises to come, and back to which it may have mended something. */
    public static final int FARTHEST_DAYS = 60;

    /** What concerns the firm; the rest is between resident and worker. */
    private static final Set<MatterAct> CONCERNING = Set.of(MatterAct.REPORTED, MatterAct.WARRANTY_NAMED,
            MatterAct.REOPENED, MatterAct.REPAIR_PLANNED, MatterAct.REPAIRED, MatterAct.REPAIR_REFUSED,
            MatterAct.PHONE_SHARED);

    private final Jdbi jdbi;
    private final RepairDao dao;
    private final MatterDao matters;
    private final MatterLines lines;
    private final MatterSeals seals;
    private final AuditTrail audit;
    private final ChangeFeed feed;
    private final Clock clock;

    /** @param clock in the zone in which days begin and end */
    public Repairs(Jdbi jdbi, Vault vault, AuditTrail audit, ChangeFeed feed, Clock clock) {
        this.jdbi = jdbi;
        this.dao = jdbi.onDemand(RepairDao.class);
        this.matters = jdbi.onDemand(MatterDao.class);
        this.lines = new MatterLines(jdbi);
        this.seals = new MatterSeals(vault);
        this.audit = audit;
        this.feed = feed;
        this.clock = clock;
    }

    /**
     * What was given to the actor's firms, in two statements: first what they still have to do, by the day promised and
     * then by when it came; then what they did, until it is closed.
     *
     * @throws Refusal when the actor is no engineer
     */
    public List<Repair> queue(Actor actor) {
        actor.require(Role.ENGINEER);
        List<RepairDao.Job> jobs = dao.jobs(actor.accountId());
        if (jobs.isEmpty()) {
            return List.of();
        }
        Map<Long, MatterLine> byId = lines.lines(jobs.stream().map(RepairDao.Job::id).toList()).stream()
                .collect(Collectors.toMap(MatterLine::id, Function.identity()));
        return jobs.stream().map(job -> repair(job, byId.get(job.id())))
                .sorted(Comparator.comparing(Repair::open).reversed().thenComparing(Repair::dayOn,
                        Comparator.nullsFirst(Comparator.naturalOrder())))
                .toList();
    }

    private static Repair repair(RepairDao.Job job, MatterLine line) {
        boolean own = job.said() != MatterAct.WARRANTY_NAMED && job.said() != MatterAct.REOPENED;
        return new Repair(line.masked(), job.work(), job.untilOn(),
                own ? job.said() : null, own ? job.dayOn() : null);
    }

    private static boolean phoneOpen(RepairDao.Job job) {
        return job.organisation().equals(job.phoneFor());
    }

    /**
     * @return empty when there is no such matter, or it was not given to a firm of the actor
     * @throws Refusal when the actor is no engineer
     */
    public Optional<RepairPage> page(Actor actor, String number) {
        actor.require(Role.ENGINEER);
        return dao.job(actor.accountId(), number).map(job -> {
            StoredMatter matter = matters.byId(job.id());
            return new RepairPage(matter.projectId(), repair(job, lines.line(job.id())), matter.phoneSealed() != null,
                    phoneOpen(job),
                    matters.steps(job.id()).stream().filter(step -> CONCERNING.contains(step.act()))
                            .map(MatterStep::masked).toList(),
                    matters.photos(job.id()), dao.photos(job.id()));
        });
    }

    /** @return whether a photo is of a matter that was given to a firm of the reader */
    boolean sees(Actor reader, long photoId) {
        return reader.is(Role.ENGINEER) && dao.jobOfPhoto(reader.accountId(), photoId).isPresent();
    }

    /**
     * Says on which day somebody comes; again for another day.
     *
     * @param day  today or later
     * @param says such as who comes and at what hour
     * @throws Refusal as {@link #mended}
     */
    public void plan(Actor actor, String number, LocalDate day, String says) {
        actor.require(Role.ENGINEER);
        LocalDate today = LocalDate.now(clock);
        if (day.isBefore(today) || day.isAfter(today.plusDays(FARTHEST_DAYS))) {
            throw new Refusal("repair.day.plan", FARTHEST_DAYS);
        }
        say(actor, number, MatterAct.REPAIR_PLANNED, day, says, List.of());
    }

    /**
     * Says that it was mended.
     *
     * @param day    today or earlier
     * @param photos of what was mended, from one to {@link #MOST_PHOTOS}, that can be looked at
     * @throws Refusal when the actor is no engineer, the matter was not given to a firm of theirs ({@code repair.foreign},
     *                 which is kept in the audit trail), it has nothing to do any more ({@code repair.done}), or day,
     *                 words or photos will not do
     */
    public void mended(Actor actor, String number, LocalDate day, String says, List<ReceivedPhoto> photos) {
        actor.require(Role.ENGINEER);
        LocalDate today = LocalDate.now(clock);
        if (day.isAfter(today) || day.isBefore(today.minusDays(FARTHEST_DAYS))) {
            throw new Refusal("repair.day.mended", FARTHEST_DAYS);
        }
        if (photos.isEmpty() || photos.size() > MOST_PHOTOS) {
            throw new Refusal("repair.photos", MOST_PHOTOS);
        }
        photos.forEach(ReceivedPhoto::requireViewable);
        say(actor, number, MatterAct.REPAIRED, day, says, photos);
    }

    /** Says why it does not come under the firm's warranty; the handler decides. @throws Refusal as {@link #mended} */
    public void refuse(Actor actor, String number, String why) {
        actor.require(Role.ENGINEER);
        say(actor, number, MatterAct.REPAIR_REFUSED, null, why, List.of());
    }

    private void say(Actor actor, String number, MatterAct act, @Nullable LocalDate day, String says,
                     List<ReceivedPhoto> photos) {
        String text = MatterTexts.required(says, "repair.word.missing", LONGEST_WORD);
        long project = jdbi.inTransaction(handle -> {
            RepairDao.Job job = locked(actor, number);
            if (job.said() == MatterAct.REPAIRED || job.said() == MatterAct.REPAIR_REFUSED) {
                throw new Refusal("repair.done");
            }
            long step = dao.say(job.id(), act, actor.name(), OffsetDateTime.now(clock), text, day);
            matters.written(job.id());
            photos.stream().distinct().forEach(photo -> {
                if (dao.hasPhoto(job.id(), photo.sha256())) {
                    throw new Refusal("repair.photo.there");
                }
                dao.addPhoto(job.id(), photo.sha256(), photo.type().contentType(), step);
            });
            audit.record(actor, "repair.say", "matter:" + number, job.said().name(), act + (day == null ? "" : " " + day));
            return matters.byId(job.id()).projectId();
        });
        feed.publish(ProjectChange.ofMatters(project, actor.name()));
    }

    private RepairDao.Job locked(Actor actor, String number) {
        Optional<StoredMatter> matter = matters.byNumber(number);
        matter.ifPresent(found -> dao.lock(found.id()));
        return matter.flatMap(found -> dao.job(actor.accountId(), number)).orElseThrow(() -> {
            audit.recordApart(actor, "repair.refuse", "matter:" + number, null, actor.role().name());
            return new Refusal("repair.foreign");
        });
    }

    /**
     * Opens the resident's telephone number that the handler opened to the firm; the audit trail and the history say who
     * did.
     *
     * @throws Refusal when the matter was not given to a firm of the actor, the number was not opened to it
     *                 ({@code repair.phone.closed}), or there is none any more ({@code matter.phone.none})
     */
    public String openPhone(Actor actor, String number) {
        actor.require(Role.ENGINEER);
        return jdbi.inTransaction(handle -> {
            RepairDao.Job job = locked(actor, number);
            if (!phoneOpen(job)) {
                throw new Refusal("repair.phone.closed");
            }
            StoredMatter matter = matters.byId(job.id());
            if (matter.phoneSealed() == null) {
                throw new Refusal("matter.phone.none");
            }
            matters.addStep(job.id(), MatterStep.of(MatterAct.PHONE_OPENED, actor.name(), OffsetDateTime.now(clock), null,
                    false));
            audit.record(actor, "matter.phone", "matter:" + number, null, job.organisation());
            return seals.openPhone(number, matter.phoneSealed());
        });
    }
}
