package city.renewal.project.handover;

import city.renewal.account.Actor;
import city.renewal.account.AuditTrail;
import city.renewal.account.Role;
import city.renewal.base.ChangeFeed;
import city.renewal.base.ProjectChange;
import city.renewal.base.Refusal;
import city.renewal.base.Words;
import city.renewal.project.Party;
import city.renewal.project.ProjectPeople;
import city.renewal.project.Projects;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Acceptance with residents (竣工验收) and hand-over (移交). What was found wrong is a finding of the site: an acceptance
 * names those that are open, and either leaves them as remaining work or is a refusal. With an acceptance the warranties
 * of the finished works begin. Nothing is overwritten: a correction is a new row. Safe for any number of threads.
 */
public final class Handovers {

    /** Characters that a remark may have. */
    public static final int LONGEST_REMARK = 2_000;
    /** Representatives of residents that one acceptance may have. */
    public static final int MOST_RESIDENTS = 500;
    /** Organisations that one acceptance may have. */
    public static final int MOST_MEMBERS = 20;
    /** Calendar years that what is recorded may lie back. */
    public static final int OLDEST_YEARS = 20;

    private static final String ACCEPTANCE = "acceptance";
    private static final String HANDOVER = "handover";

    private final Jdbi jdbi;
    private final HandoverDao dao;
    private final Projects projects;
    private final ProjectPeople people;
    private final Warranties warranties;
    private final ProjectWork work;
    private final AuditTrail audit;
    private final ChangeFeed feed;
    private final Clock clock;

    /**
     * @param work  what is finished and what is open
     * @param clock in the zone in which days begin and end
     */
    public Handovers(Jdbi jdbi, Projects projects, ProjectPeople people, Warranties warranties, ProjectWork work,
                     AuditTrail audit, ChangeFeed feed, Clock clock) {
        this.jdbi = jdbi;
        this.dao = jdbi.onDemand(HandoverDao.class);
        this.projects = projects;
        this.people = people;
        this.warranties = warranties;
        this.work = work;
        this.audit = audit;
        this.feed = feed;
        this.clock = clock;
    }

    /** @return whether the person may record acceptances and hand-overs, and change warranties */
    public static boolean mayRecord(Actor actor) {
        return actor.is(Role.PLANNER, Role.ADMINISTRATOR);
    }

    /** @return what is open now, see {@link ProjectWork#open} */
    public List<OpenItem> open(long projectId, @Nullable Long placeId) {
        return work.open(projectId, placeId);
    }

    /** @return all that was recorded for a project, in five statements */
    public ProjectHandover of(long projectId) {
        Map<Long, List<AcceptanceMember>> members = dao.members(projectId).stream().collect(Collectors.groupingBy(
                HandoverDao.Member::acceptanceId, Collectors.mapping(each ->
                        new AcceptanceMember(each.role(), each.organisation()), Collectors.toList())));
        Map<Long, List<OpenItem>> open = dao.open(projectId).stream().collect(Collectors.groupingBy(
                HandoverDao.Open::acceptanceId, Collectors.mapping(HandoverDao.Open::item, Collectors.toList())));
        return new ProjectHandover(dao.acceptances(projectId).stream()
                .map(row -> new Acceptance(row.id(), row.placeId(),
                        row.placeName() == null ? null : new Words(row.placeName(), row.placeNameEn()), row.heldOn(),
                        row.accepted(), row.residents(), row.remark(), row.correctsId(), row.why(), row.corrected(),
                        row.recorder(), row.recordedAt(), members.getOrDefault(row.id(), List.of()),
                        open.getOrDefault(row.id(), List.of())))
                .toList(), dao.handovers(projectId), warranties.ofProject(projectId));
    }

    /**
     * Records an acceptance or a refusal. An acceptance begins the warranties of the finished works, with the contractor
     * as the party that repairs; the acceptance of all of the project brings it to that stage. A correction keeps what was
     * open on that day; where it says that all of the project was refused, the project is no longer in that stage.
     *
     * @return id of the acceptance
     * @throws Refusal when the actor is no planner or administrator ({@code refused.role}) or not the project's; day,
     *                 number of residents, organisations, remark or reason will not do ({@code acceptance.…}); an
     *                 acceptance lacks residents, supervisor or contractor; something is open that is not named as
     *                 remaining work ({@code acceptance.open}); the same was accepted before
     *                 ({@code acceptance.already}); or what is to be corrected no longer counts
     */
    public long accept(Actor actor, NewAcceptance made) {
        actor.require(Role.PLANNER, Role.ADMINISTRATOR);
        NewAcceptance checked = checked(made);
        long id = jdbi.inTransaction(handle -> {
            lock(actor, checked.projectId(), checked.placeId());
            List<HandoverDao.Standing> standing = dao.standing(checked.projectId(), checked.placeId());
            HandoverDao.Standing corrected = standing.stream()
                    .filter(each -> checked.corrects() != null && each.id() == checked.corrects()).findFirst().orElse(null);
            if (checked.corrects() != null && corrected == null) {
                throw new Refusal("acceptance.corrects.gone");
            }
            if (standing.stream().anyMatch(each -> each != corrected && each.accepted())) {
                throw new Refusal("acceptance.already");
            }
            List<OpenItem> open = corrected == null ? work.open(checked.projectId(), checked.placeId())
                    : dao.open(checked.projectId()).stream().filter(each -> each.acceptanceId() == corrected.id())
                            .map(HandoverDao.Open::item).toList();
            if (checked.accepted()) {
                requireNamed(open, checked.remaining());
            }
            long added = dao.add(checked, actor.accountId(), actor.name(), OffsetDateTime.now(clock));
            dao.addMembers(added, IntStream.rangeClosed(1, checked.members().size()).boxed().toList(), checked.members());
            dao.addOpen(added, open);
            audit.record(actor, "acceptance.record", "acceptance:" + added,
                    corrected == null ? null : corrected.heldOn() + " " + corrected.accepted(),
                    checked.heldOn() + " " + checked.accepted() + (checked.why() == null ? "" : ": " + checked.why()));
            if (checked.accepted()) {
                warranties.begin(actor, added, first(checked, corrected));
                if (checked.placeId() == null) {
                    projects.reach(actor, checked.projectId(), ACCEPTANCE, checked.heldOn());
                }
            } else if (corrected != null && corrected.accepted() && checked.placeId() == null) {
                projects.leave(actor, checked.projectId(), HANDOVER);
                projects.leave(actor, checked.projectId(), ACCEPTANCE);
            }
            return added;
        });
        publish(actor, checked.projectId());
        return id;
    }

    private NewAcceptance checked(NewAcceptance made) {
        day(made.heldOn());
        if (made.residents() < 0 || made.residents() > MOST_RESIDENTS) {
            throw new Refusal("acceptance.residents.range", MOST_RESIDENTS);
        }
        if (made.members().size() > MOST_MEMBERS) {
            throw new Refusal("acceptance.members.many", MOST_MEMBERS);
        }
        List<AcceptanceMember> members = made.members().stream().map(member -> {
            if (!AcceptanceMember.ROLES.contains(member.role())) {
                throw new Refusal("acceptance.member.role");
            }
            return new AcceptanceMember(member.role(), HandoverTexts.required(member.organisation(),
                    "acceptance.member.missing", Warranties.LONGEST_NAME));
        }).distinct().toList();
        if (made.accepted()) {
            if (made.residents() == 0) {
                throw new Refusal("acceptance.residents.missing");
            }
            // 条例 37: no acceptance without the supervisor's signature.
            require(members, AcceptanceMember.SUPERVISOR, "acceptance.supervisor.missing");
            require(members, AcceptanceMember.CONTRACTOR, "acceptance.contractor.missing");
        }
        return new NewAcceptance(made.projectId(), made.placeId(), made.heldOn(), made.accepted(), made.residents(),
                members, HandoverTexts.optional(made.remark(), LONGEST_REMARK), made.remaining(), made.corrects(),
                made.corrects() == null ? null
                        : HandoverTexts.required(made.why(), "acceptance.why.missing", Warranties.LONGEST_WHY));
    }

    private static void require(List<AcceptanceMember> members, String role, String missing) {
        if (members.stream().noneMatch(member -> member.role().equals(role))) {
            throw new Refusal(missing);
        }
    }

    private void day(LocalDate day) {
        LocalDate today = LocalDate.now(clock);
        if (day.isAfter(today) || day.isBefore(today.minusYears(OLDEST_YEARS))) {
            throw new Refusal("handover.day", day.toString());
        }
    }

    private static void requireNamed(List<OpenItem> open, Set<OpenItem.Key> remaining) {
        List<OpenItem> unnamed = open.stream().filter(item -> !remaining.contains(item.key())).toList();
        if (!unnamed.isEmpty()) {
            throw new Refusal("acceptance.open", unnamed.size(), unnamed.getFirst().name());
        }
    }

    private void lock(Actor actor, long projectId, @Nullable Long placeId) {
        if (dao.lockProject(projectId) == 0) {
            throw new Refusal("project.unknown", String.valueOf(projectId));
        }
        people.require(actor, projectId);
        if (placeId != null && !dao.hasPlace(projectId, placeId)) {
            throw new Refusal("handover.place.foreign");
        }
    }

    /** A correction keeps the works, the parties that were named since, and what was agreed beyond the law. */
    private List<WarrantyDao.Version> first(NewAcceptance made, HandoverDao.@Nullable Standing corrected) {
        WarrantyRules rules = warranties.rules();
        if (corrected != null && corrected.accepted()) {
            return warranties.ofAcceptance(corrected.id()).stream().map(before -> new WarrantyDao.Version(before.work(),
                    made.heldOn(), until(rules, made.heldOn(), before), before.organisation(), before.phone(), false,
                    made.why())).toList();
        }
        String contractor = made.members().stream().filter(each -> each.role().equals(AcceptanceMember.CONTRACTOR))
                .findFirst().map(AcceptanceMember::organisation).orElseThrow();
        String phone = projects.parties(made.projectId()).stream()
                .filter(party -> party.organisation().equals(contractor)).findFirst().map(Party::phone).orElse(null);
        return rules.of(work.done(made.projectId(), made.placeId())).stream()
                .filter(each -> each.term().unit() != WarrantyTerm.Unit.AGREED)
                .map(each -> new WarrantyDao.Version(each.id(), made.heldOn(), rules.until(each, made.heldOn()),
                        contractor, phone, false, made.why()))
                .toList();
    }

    private static @Nullable LocalDate until(WarrantyRules rules, LocalDate from, Warranty before) {
        WarrantyWork work = rules.find(before.work()).orElse(null);
        if (work == null) {
            return before.untilOn();
        }
        LocalDate least = rules.until(work, from);
        boolean agreed = before.untilOn() != null && !before.untilOn().equals(rules.until(work, before.startsOn()));
        return agreed && (least == null || before.untilOn().isAfter(least)) ? before.untilOn() : least;
    }

    /**
     * Records to whom something that was accepted was handed over; the newest record of a place counts.
     *
     * @throws Refusal when the actor is no planner or administrator or not the project's; nothing was accepted there
     *                 ({@code handover.early}); the day is before the acceptance or ahead; or a text will not do
     */
    public void handOver(Actor actor, NewHandover made) {
        actor.require(Role.PLANNER, Role.ADMINISTRATOR);
        day(made.handedOn());
        if (!NewHandover.RECEIVERS.contains(made.receiver())) {
            throw new Refusal("handover.receiver.unknown");
        }
        NewHandover checked = new NewHandover(made.projectId(), made.placeId(), made.handedOn(), made.receiver(),
                HandoverTexts.required(made.organisation(), "handover.organisation.missing", Warranties.LONGEST_NAME),
                HandoverTexts.phone(made.phone()), HandoverTexts.optional(made.remark(), LONGEST_REMARK));
        jdbi.useTransaction(handle -> {
            lock(actor, made.projectId(), made.placeId());
            LocalDate accepted = dao.standing(made.projectId(), made.placeId()).stream()
                    .filter(HandoverDao.Standing::accepted).findFirst().map(HandoverDao.Standing::heldOn)
                    .orElseThrow(() -> new Refusal("handover.early"));
            if (made.handedOn().isBefore(accepted)) {
                throw new Refusal("handover.before", accepted.toString());
            }
            dao.handOver(checked, actor.accountId(), actor.name(), OffsetDateTime.now(clock));
            audit.record(actor, "handover.record", "project-id:" + made.projectId(), null,
                    checked.handedOn() + " " + checked.organisation());
            if (made.placeId() == null) {
                projects.reach(actor, made.projectId(), HANDOVER, made.handedOn());
            }
        });
        publish(actor, made.projectId());
    }

    private void publish(Actor actor, long projectId) {
        feed.publish(new ProjectChange(projectId, actor.name(), Set.of()));
    }
}
