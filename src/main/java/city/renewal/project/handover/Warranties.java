package city.renewal.project.handover;

import city.renewal.account.Actor;
import city.renewal.account.AuditTrail;
import city.renewal.account.Role;
import city.renewal.base.ChangeFeed;
import city.renewal.base.ProjectChange;
import city.renewal.base.Refusal;
import city.renewal.project.ProjectPeople;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Warranties of accepted works: who repairs what until when. They begin with an acceptance, see {@link Handovers}. Nothing
 * is overwritten: another party or a later day is a new version, and the newest counts. Days are calendar days of the
 * configured zone. Safe for any number of threads.
 */
public final class Warranties {

    /** Characters that an organisation may have. */
    public static final int LONGEST_NAME = 200;
    /** Characters that a reason may have. */
    public static final int LONGEST_WHY = 500;
    /** Calendar years after the acceptance that an agreed warranty may end. */
    public static final int LONGEST_YEARS = 100;

    /** SQL: {@code w} is the newest version of its work and was not withdrawn. Served by warranty_by_acceptance. */
    public static final String NEWEST = """
            w.withdrawn = FALSE
              AND NOT EXISTS (SELECT 1
                                FROM warranty n
                               WHERE n.acceptance_id = w.acceptance_id AND n.work = w.work AND n.id > w.id)
            """;
    /** SQL: {@code w} counts, and so does its acceptance. */
    public static final String STANDING = NEWEST + """
              AND NOT EXISTS (SELECT 1 FROM acceptance x WHERE x.corrects_id = w.acceptance_id)
            """;

    private final Jdbi jdbi;
    private final WarrantyDao dao;
    private final ProjectPeople people;
    private final WarrantyRules rules;
    private final AuditTrail audit;
    private final ChangeFeed feed;
    private final Clock clock;

    /** @param clock in the zone in which days begin and end */
    public Warranties(Jdbi jdbi, ProjectPeople people, WarrantyRules rules, AuditTrail audit, ChangeFeed feed,
                      Clock clock) {
        this.jdbi = jdbi;
        this.dao = jdbi.onDemand(WarrantyDao.class);
        this.people = people;
        this.rules = rules;
        this.audit = audit;
        this.feed = feed;
        this.clock = clock;
    }

    /** @return whether the person may say that work was looked at */
    public static boolean mayCheck(Actor actor) {
        return actor.is(Role.SUPERVISOR, Role.PLANNER, Role.ADMINISTRATOR);
    }

    public WarrantyRules rules() {
        return rules;
    }

    /** @return in one statement what counts in a project, those of all of it first, in the order of the rules */
    public List<Warranty> ofProject(long projectId) {
        return dao.ofProject(projectId).stream()
                .sorted(Comparator.comparing(Warranty::placeId, Comparator.nullsFirst(Comparator.<Long>naturalOrder()))
                        .thenComparing(each -> rules.order(each.work())))
                .toList();
    }

    /**
     * What ran on a day at a place, in one statement.
     *
     * @param placeId the place, null for somewhere in the project
     * @return those of the place itself instead of those of all of the project, work by work, also once they are over;
     *         those of other parts only where they may have the place in them
     */
    public List<Warranty> running(long projectId, @Nullable Long placeId, LocalDate on) {
        List<Warranty> begun = ofProject(projectId).stream()
                .filter(each -> !on.isBefore(each.startsOn()))
                .filter(each -> placeId == null || each.placeId() == null || each.placeId().equals(placeId)
                        || !"building".equals(each.placeKind()))
                .toList();
        return begun.stream()
                .filter(each -> each.placeId() != null || placeId == null || begun.stream().noneMatch(other ->
                        placeId.equals(other.placeId()) && other.work().equals(each.work())))
                .filter(each -> each.state(on) != WarrantyState.OVER)
                .toList();
    }

    /**
     * @param id of any version, whether it counts or not
     * @return what counts now of the same work and place, in one statement; nothing once it was withdrawn or its acceptance
     *         corrected to a refusal
     */
    public Optional<Warranty> standing(long id) {
        return dao.standing(id);
    }

    /** @return in one statement a page of what counts over all projects, what ends first before the others */
    public List<Warranty> list(WarrantyFilter filter, @Nullable String projectCode, int limit, int offset) {
        LocalDate today = LocalDate.now(clock);
        return dao.list(filter.from(today), filter.to(today), filter == WarrantyFilter.RUNNING, projectCode, limit,
                offset);
    }

    public int count(WarrantyFilter filter, @Nullable String projectCode) {
        LocalDate today = LocalDate.now(clock);
        return dao.count(filter.from(today), filter.to(today), filter == WarrantyFilter.RUNNING, projectCode);
    }

    /** The warranties of a new acceptance, inside its transaction. */
    void begin(Actor actor, long acceptanceId, List<WarrantyDao.Version> versions) {
        dao.add(acceptanceId, versions, actor.accountId(), actor.name(), OffsetDateTime.now(clock));
    }

    /** @return what counted of an acceptance before it was corrected */
    List<Warranty> ofAcceptance(long acceptanceId) {
        return dao.ofAcceptance(acceptanceId);
    }

    /**
     * Names another party, number or last day, or gives a work its warranty that the plan did not tell of.
     *
     * @throws Refusal when the actor is no planner or administrator, or not the project's; the acceptance does not count
     *                 ({@code warranty.acceptance.gone}); somebody was first ({@code warranty.changed}); the work is
     *                 unknown; the last day is before that of the law ({@code warranty.until.short}), too far, given
     *                 where the design gives the term ({@code warranty.until.life}), or missing where the parties agree
     *                 on it; or a text will not do
     */
    public void change(Actor actor, WarrantyChange change) {
        actor.require(Role.PLANNER, Role.ADMINISTRATOR);
        WarrantyWork work = rules.get(change.work());
        String organisation = HandoverTexts.required(change.organisation(), "warranty.organisation.missing", LONGEST_NAME);
        String phone = HandoverTexts.phone(change.phone());
        String why = change.seen() == null ? HandoverTexts.optional(change.why(), LONGEST_WHY)
                : HandoverTexts.required(change.why(), "warranty.why.missing", LONGEST_WHY);
        add(actor, change.acceptanceId(), change.work(), change.seen(), base -> new WarrantyDao.Version(change.work(),
                base.heldOn(), until(work, base.heldOn(), change.untilOn()), organisation, phone, false, why));
    }

    private @Nullable LocalDate until(WarrantyWork work, LocalDate from, @Nullable LocalDate wanted) {
        LocalDate least = rules.until(work, from);
        if (wanted == null) {
            if (work.term().unit() == WarrantyTerm.Unit.AGREED) {
                throw new Refusal("warranty.until.missing");
            }
            return least;
        }
        if (work.term().unit() == WarrantyTerm.Unit.LIFE) {
            throw new Refusal("warranty.until.life");
        }
        if (least != null && wanted.isBefore(least) || wanted.isBefore(from)) {
            throw new Refusal("warranty.until.short", (least == null ? from : least).toString());
        }
        if (wanted.isAfter(from.plusYears(LONGEST_YEARS))) {
            throw new Refusal("warranty.until.far", LONGEST_YEARS);
        }
        return wanted;
    }

    /**
     * Takes a warranty back that was recorded for work which the project did not have.
     *
     * @param seen {@link Warranty#id} as the person saw it
     * @throws Refusal as {@link #change}, and without a reason
     */
    public void withdraw(Actor actor, long acceptanceId, String work, long seen, String why) {
        actor.require(Role.PLANNER, Role.ADMINISTRATOR);
        String reason = HandoverTexts.required(why, "warranty.why.missing", LONGEST_WHY);
        Warranty before = dao.byId(seen).orElseThrow(() -> new Refusal("warranty.changed"));
        add(actor, acceptanceId, work, seen, base -> new WarrantyDao.Version(work, base.heldOn(), before.untilOn(),
                before.organisation(), before.phone(), true, reason));
    }

    @FunctionalInterface
    private interface Choice {
        WarrantyDao.Version of(WarrantyDao.Base base);
    }

    private void add(Actor actor, long acceptanceId, String work, @Nullable Long seen, Choice choice) {
        long projectId = jdbi.inTransaction(handle -> {
            WarrantyDao.Base base = dao.base(acceptanceId).orElseThrow(() -> new Refusal("warranty.acceptance.gone"));
            handle.attach(HandoverDao.class).lockProject(base.projectId());
            people.require(actor, base.projectId());
            List<Warranty> standing = dao.ofAcceptance(acceptanceId);
            Warranty before = standing.stream().filter(each -> each.work().equals(work)).findFirst().orElse(null);
            if (!Objects.equals(seen, before == null ? null : before.id())) {
                throw new Refusal("warranty.changed");
            }
            WarrantyDao.Version version = choice.of(base);
            dao.add(acceptanceId, List.of(version), actor.accountId(), actor.name(), OffsetDateTime.now(clock));
            audit.record(actor, version.withdrawn() ? "warranty.withdraw" : "warranty.change",
                    "acceptance:" + acceptanceId + "/" + work, before == null ? null : before.organisation() + " "
                            + before.untilOn(), version.organisation() + " " + version.untilOn());
            return base.projectId();
        });
        feed.publish(new ProjectChange(projectId, actor.name(), Set.of()));
    }

    /**
     * Keeps that work under warranty was looked at, such as the last time before the warranty ends.
     *
     * @param warrantyId {@link Warranty#id}
     * @param checkedOn  today or earlier, not before the warranty began
     * @param faultless  false when something was found; what it was is raised as a finding
     * @param remark     needed when something was found; at most {@link Handovers#LONGEST_REMARK} characters
     * @throws Refusal when the actor is no supervisor, planner or administrator, or not the project's; the warranty was
     *                 changed since; day or remark will not do
     */
    public void check(Actor actor, long warrantyId, LocalDate checkedOn, boolean faultless, @Nullable String remark) {
        actor.require(Role.SUPERVISOR, Role.PLANNER, Role.ADMINISTRATOR);
        String text = faultless ? HandoverTexts.optional(remark, Handovers.LONGEST_REMARK)
                : HandoverTexts.required(remark, "warranty.check.remark", Handovers.LONGEST_REMARK);
        Warranty warranty = dao.byId(warrantyId).orElseThrow(() -> new Refusal("warranty.changed"));
        if (checkedOn.isAfter(LocalDate.now(clock)) || checkedOn.isBefore(warranty.startsOn())) {
            throw new Refusal("warranty.check.day", warranty.startsOn().toString());
        }
        jdbi.useTransaction(handle -> {
            people.require(actor, warranty.projectId());
            dao.check(warranty.acceptanceId(), warranty.work(), checkedOn, faultless, text, actor.accountId(),
                    actor.name(), OffsetDateTime.now(clock));
            audit.record(actor, "warranty.check", "acceptance:" + warranty.acceptanceId() + "/" + warranty.work(), null,
                    checkedOn + " " + String.valueOf(faultless).toUpperCase(Locale.ROOT));
        });
        feed.publish(new ProjectChange(warranty.projectId(), actor.name(), Set.of()));
    }
}
