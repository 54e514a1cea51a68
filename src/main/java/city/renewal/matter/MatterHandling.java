package city.renewal.matter;

import city.renewal.account.Actor;
import city.renewal.account.AuditTrail;
import city.renewal.account.Role;
import city.renewal.base.ChangeFeed;
import city.renewal.base.Refusal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * What community workers do with matters. Whoever changes a matter says which version they saw; somebody who saw an older
 * one is refused. The handler is the worker whose the matter is.
 */
public final class MatterHandling {

    /** Characters of an answer, a note and a public wording. */
    public static final int LONGEST_ANSWER = 2_000;

    private final Jdbi jdbi;
    private final MatterDao dao;
    private final GridDao gridDao;
    private final MatterBook book;
    private final MatterRules rules;
    private final MatterWarranties warranties;
    private final AuditTrail audit;
    private final Clock clock;

    public MatterHandling(Jdbi jdbi, MatterRules rules, MatterWarranties warranties, AuditTrail audit, ChangeFeed feed,
                          Clock clock) {
        this.jdbi = jdbi;
        this.dao = jdbi.onDemand(MatterDao.class);
        this.gridDao = jdbi.onDemand(GridDao.class);
        this.book = new MatterBook(jdbi, audit, feed, clock);
        this.rules = rules;
        this.warranties = warranties;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Begins to work on a matter that is the actor's or nobody's.
     *
     * @throws Refusal when the actor is no community worker, it is another's, somebody works on it already, it was
     *                 merged, or it was changed since
     */
    public void take(Actor actor, String number, int version) {
        actor.require(Role.COMMUNITY);
        book.change(actor, number, matter -> {
            if (matter.workerId() != null && !MatterDesk.handles(actor, matter.workerId())) {
                throw new Refusal("matter.foreign");
            }
            if (matter.state() != MatterState.RECEIVED && matter.state() != MatterState.REOPENED) {
                throw new Refusal("matter.take.not");
            }
            book.step(matter, MatterAct.TAKEN, actor, null, true);
            return dao.take(matter.id(), version, actor.accountId());
        });
    }

    /** Keeps a remark that only workers read. @throws Refusal when the actor does not handle the matter */
    public void note(Actor actor, String number, String remark) {
        actor.require(Role.COMMUNITY);
        StoredMatter matter = book.handled(actor, number);
        String text = MatterTexts.required(remark, "matter.note.missing", LONGEST_ANSWER);
        jdbi.useTransaction(handle -> {
            book.step(matter, MatterAct.NOTED, actor, text, false);
            audit.record(actor, "matter.note", "matter:" + matter.number(), null, null);
        });
        book.tell(matter, actor);
    }

    /**
     * Answers; all who follow the matter, or one merged into it, read it.
     *
     * @throws Refusal when the actor does not handle it, it is answered, or it was changed since
     */
    public void answer(Actor actor, String number, int version, String answer) {
        actor.require(Role.COMMUNITY);
        String text = MatterTexts.required(answer, "matter.answer.missing", LONGEST_ANSWER);
        book.change(actor, number, matter -> {
            MatterBook.handled(actor, matter);
            if (!matter.state().open()) {
                throw new Refusal("matter.answered.already");
            }
            book.step(matter, MatterAct.ANSWERED, actor, text, true);
            return dao.answer(matter.id(), version, text, OffsetDateTime.now(clock));
        });
    }

    /**
     * Gives the matter to another worker; the time goes on.
     *
     * @param login  of an open account of a community worker
     * @param reason workers read it
     * @throws Refusal when the actor is neither its handler nor an administrator, there is no such worker, or it was
     *                 changed since
     */
    public void handOver(Actor actor, String number, int version, String login, String reason) {
        actor.require(Role.COMMUNITY, Role.ADMINISTRATOR);
        GridDao.Worker to = gridDao.workers().stream().filter(each -> each.login().equals(login)).findFirst()
                .orElseThrow(() -> new Refusal("matter.worker.unknown"));
        String why = MatterTexts.required(reason, "matter.reason.missing", Matters.LONGEST_REASON);
        book.record(actor, number, matter -> {
            if (!actor.is(Role.ADMINISTRATOR)) {
                MatterBook.handled(actor, matter);
            }
            if (handles(to, matter)) {
                throw new Refusal("matter.worker.same");
            }
            book.step(matter, MatterAct.HANDED_OVER, actor, to.name() + ": " + why, false);
            return new MatterBook.Change(dao.handOver(matter.id(), version, to.id()),
                    matter.workerId() == null ? null : gridDao.login(matter.workerId()), to.login());
        });
    }

    /**
     * Names the party that repairs under a warranty, or says that the matter comes under none; who follows it reads that.
     *
     * @param warrantyId one of {@link MatterPage#running}, or null for none
     * @throws Refusal when the actor does not handle it, it is a dispute, the warranty did not run at its place when it
     *                 came, or the matter was changed since
     */
    public void nameWarranty(Actor actor, String number, int version, @Nullable Long warrantyId) {
        book.record(actor, number, matter -> {
            MatterBook.handled(actor, matter);
            warranties.name(actor, matter, warrantyId);
            book.step(matter, warrantyId == null ? MatterAct.WARRANTY_DENIED : MatterAct.WARRANTY_NAMED, actor, null, true);
            return new MatterBook.Change(dao.touch(matter.id(), version), null,
                    warrantyId == null ? "no warranty" : "warranty:" + warrantyId);
        });
    }

    private static boolean handles(GridDao.Worker worker, StoredMatter matter) {
        return matter.workerId() != null && matter.workerId() == worker.id();
    }

    /**
     * Says that the matter repeats another of the same project; whoever reported it follows that one from now on. Into
     * what is answered nothing is merged: its answer was not written for this report, and may stand already.
     *
     * @throws Refusal when the actor does not handle it, there is no such other, either is a dispute, they are of
     *                 different projects, the other was itself merged or is answered, or it was changed since
     */
    public void merge(Actor actor, String number, int version, String into) {
        book.record(actor, number, matter -> {
            MatterBook.handled(actor, matter);
            StoredMatter other = dao.byNumber(into.strip()).orElseThrow(() -> new Refusal("matter.merge.unknown", into));
            if (other.id() == matter.id() || other.projectId() != matter.projectId()) {
                throw new Refusal("matter.merge.place");
            }
            if (rules.kind(matter.kind()).dispute() || rules.kind(other.kind()).dispute()) {
                throw new Refusal("matter.merge.dispute");
            }
            if (other.mergedInto() != null) {
                throw new Refusal("matter.merge.merged", dao.byId(other.mergedInto()).number());
            }
            if (!other.state().open()) {
                throw new Refusal("matter.merge.answered", other.number());
            }
            book.step(matter, MatterAct.MERGED, actor, null, true);
            book.step(other, MatterAct.MERGED, actor, matter.number(), false);
            dao.mergeThoseOf(matter.id(), other.id());
            return new MatterBook.Change(dao.merge(matter.id(), version, other.id()), null, "matter:" + other.number());
        });
    }

    /**
     * Takes back that the matter repeats another: it is worked on by itself again, in the state that it had and with its
     * own time. What had joined it before stays with the other.
     *
     * @throws Refusal when the actor does not handle it, it repeats none, or it was changed since
     */
    public void part(Actor actor, String number, int version) {
        actor.require(Role.COMMUNITY);
        StoredMatter parted = jdbi.inTransaction(handle -> {
            StoredMatter matter = book.handled(actor, number);
            if (matter.mergedInto() == null) {
                throw new Refusal("matter.part.not");
            }
            StoredMatter other = dao.byId(matter.mergedInto());
            book.step(matter, MatterAct.PARTED, actor, null, true);
            book.step(other, MatterAct.PARTED, actor, matter.number(), false);
            MatterBook.changed(dao.part(matter.id(), version));
            audit.record(actor, "matter.part", "matter:" + number, "matter:" + other.number(), null);
            return matter;
        });
        book.tell(parted, actor);
    }

    /**
     * Puts an answered matter on the public wall, in words of the worker's own; again to change them.
     *
     * @throws Refusal when the actor does not handle it, it is not answered, it is a dispute or was merged, a text is
     *                 missing or has a long number in it, or it was changed since
     */
    public void publish(Actor actor, String number, int version, String report, String answer) {
        actor.require(Role.COMMUNITY);
        String publicReport = MatterTexts.forEverybody(report, "matter.public.report.missing", LONGEST_ANSWER);
        String publicAnswer = MatterTexts.forEverybody(answer, "matter.public.answer.missing", LONGEST_ANSWER);
        book.record(actor, number, matter -> {
            MatterBook.handled(actor, matter);
            if (rules.kind(matter.kind()).dispute()) {
                throw new Refusal("matter.public.dispute");
            }
            if (matter.state().open()) {
                throw new Refusal("matter.public.early");
            }
            book.step(matter, MatterAct.PUBLISHED, actor, null, false);
            String before = published(matter);
            return new MatterBook.Change(dao.publish(matter.id(), version, publicReport, publicAnswer,
                    OffsetDateTime.now(clock)), before, publicReport + " / " + publicAnswer);
        });
    }

    /** Takes a matter off the public wall. @throws Refusal when the actor does not handle it */
    public void withdraw(Actor actor, String number, int version) {
        book.record(actor, number, matter -> {
            MatterBook.handled(actor, matter);
            book.step(matter, MatterAct.WITHDRAWN, actor, null, false);
            String before = published(matter);
            return new MatterBook.Change(dao.publish(matter.id(), version, null, null, null), before, null);
        });
    }

    /** @return what everybody reads of it now, null for nothing */
    private @Nullable String published(StoredMatter matter) {
        MatterDao.Texts texts = dao.texts(matter.id()).masked();
        return texts.publicReport() == null ? null : texts.publicReport() + " / " + texts.publicAnswer();
    }

    /**
     * Adds to the record of a dispute.
     *
     * @param heldOn today or earlier; a follow-up may be planned ahead
     * @throws Refusal when the actor does not handle it, it is no dispute, or the day has not come
     */
    public void mediate(Actor actor, String number, MediationKind kind, LocalDate heldOn, String remark) {
        actor.require(Role.COMMUNITY);
        StoredMatter matter = book.handled(actor, number);
        String text = MatterTexts.required(remark, "matter.note.missing", LONGEST_ANSWER);
        if (!rules.kind(matter.kind()).dispute()) {
            throw new Refusal("matter.mediation.not");
        }
        if (kind != MediationKind.FOLLOW_UP && heldOn.isAfter(LocalDate.now(clock))) {
            throw new Refusal("matter.mediation.ahead");
        }
        jdbi.useTransaction(handle -> {
            dao.addMediation(matter.id(),
                    new Mediation(kind, heldOn, text, actor.name(), OffsetDateTime.now(clock)));
            dao.written(matter.id());
            audit.record(actor, "matter.mediation", "matter:" + matter.number(), null, kind.name());
        });
        book.tell(matter, actor);
    }
}
