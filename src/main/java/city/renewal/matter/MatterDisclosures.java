package city.renewal.matter;

import city.renewal.account.Actor;
import city.renewal.account.AuditTrail;
import city.renewal.account.Role;
import city.renewal.base.ChangeFeed;
import city.renewal.base.Refusal;
import city.renewal.base.Vault;
import java.time.Clock;
import java.time.OffsetDateTime;
import org.jdbi.v3.core.Jdbi;

/** Opens what residents gave in confidence to the handler of their matter, each time with an entry in the audit trail. */
public final class MatterDisclosures {

    private final Jdbi jdbi;
    private final MatterDao dao;
    private final RepairDao repairs;
    private final MatterBook book;
    private final MatterSeals seals;
    private final AuditTrail audit;
    private final Clock clock;

    public MatterDisclosures(Jdbi jdbi, Vault vault, AuditTrail audit, ChangeFeed feed, Clock clock) {
        this.jdbi = jdbi;
        this.dao = jdbi.onDemand(MatterDao.class);
        this.repairs = jdbi.onDemand(RepairDao.class);
        this.book = new MatterBook(jdbi, audit, feed, clock);
        this.seals = new MatterSeals(vault);
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Opens the telephone number; the audit trail and the history say who did.
     *
     * @throws Refusal when the actor does not handle the matter, or there is no number any more
     */
    public String openPhone(Actor actor, String number) {
        actor.require(Role.COMMUNITY);
        StoredMatter matter = book.handled(actor, number);
        if (matter.phoneSealed() == null) {
            throw new Refusal("matter.phone.none");
        }
        String phone = seals.openPhone(matter.number(), matter.phoneSealed());
        jdbi.useTransaction(handle -> {
            book.step(matter, MatterAct.PHONE_OPENED, actor, null, false);
            audit.record(actor, "matter.phone", "matter:" + matter.number(), null, null);
        });
        return phone;
    }

    /**
     * Opens what the resident wrote with its numbers; the audit trail and the history say who did.
     *
     * @throws Refusal when the actor does not handle the matter
     */
    public String openReport(Actor actor, String number) {
        actor.require(Role.COMMUNITY);
        StoredMatter matter = book.handled(actor, number);
        String report = seals.report(matter.number(), dao.texts(matter.id()));
        jdbi.useTransaction(handle -> {
            book.step(matter, MatterAct.REPORT_OPENED, actor, null, false);
            audit.record(actor, "matter.report", "matter:" + matter.number(), null, null);
        });
        return report;
    }

    /**
     * Opens the resident's telephone number to the firm that repairs, whose people then read it with an entry in the audit
     * trail each; the resident reads that it was. A firm that is named later does not have it by that.
     *
     * @throws Refusal when the actor does not handle it, there is no number, no warranty was named, it was opened to the
     *                 firm before, or the matter was changed since
     */
    public void sharePhone(Actor actor, String number, int version) {
        actor.require(Role.COMMUNITY);
        book.change(actor, number, matter -> {
            MatterBook.handled(actor, matter);
            if (matter.phoneSealed() == null) {
                throw new Refusal("matter.phone.none");
            }
            RepairDao.Routed firm = repairs.routed(matter.id()).orElseThrow(() -> new Refusal("repair.nobody"));
            if (firm.organisation().equals(firm.phoneFor())) {
                throw new Refusal("repair.phone.open");
            }
            repairs.openPhone(matter.id(), firm.warrantyId(), actor.name(), OffsetDateTime.now(clock),
                    firm.organisation());
            book.step(matter, MatterAct.PHONE_SHARED, actor, firm.organisation(), true);
            audit.record(actor, "matter.phone.share", "matter:" + number, null, firm.organisation());
            return dao.touch(matter.id(), version);
        });
    }
}
