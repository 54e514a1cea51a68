package city.renewal.matter;

import city.renewal.account.Actor;
import city.renewal.base.Refusal;
import city.renewal.project.handover.Warranties;
import city.renewal.project.handover.Warranty;
import city.renewal.project.handover.WarrantyMatch;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Finds the warranty that a matter comes under: by its project and place, by what ran on the day on which it came, by its
 * kind and the resident's words; until a worker says which it is, or that it is none. What a worker named counts as long
 * as that work is under warranty at all. Disputes come under none.
 */
public final class MatterWarranties {

    private final MatterWarrantyDao dao;
    private final MatterRules rules;
    private final Warranties warranties;
    private final Clock clock;

    /** @param clock in the zone in which days begin and end */
    public MatterWarranties(Jdbi jdbi, MatterRules rules, Warranties warranties, Clock clock) {
        this.dao = jdbi.onDemand(MatterWarrantyDao.class);
        this.rules = rules;
        this.warranties = warranties;
        this.clock = clock;
    }

    /**
     * In two statements at most, three once what a worker named counts no more.
     *
     * @param matter  whose place, day and words tell
     * @param leading the matter that it repeats, else itself: what was said of that counts
     * @param report  the resident's words
     */
    MatterWarranty of(StoredMatter matter, StoredMatter leading, String report) {
        if (rules.kind(matter.kind()).dispute()) {
            return MatterWarranty.NONE;
        }
        Optional<MatterWarrantyDao.Named> named = dao.named(leading.id());
        if (named.isPresent()) {
            Long id = named.get().warrantyId();
            if (id == null) {
                return new MatterWarranty(MatterWarranty.Standing.DENIED, List.of());
            }
            Optional<Warranty> standing = warranties.standing(id);
            if (standing.isPresent()) {
                return new MatterWarranty(MatterWarranty.Standing.NAMED, List.of(standing.get()));
            }
        }
        return warranties.rules().concerns(matter.kind()) ? suggest(matter, report) : MatterWarranty.NONE;
    }

    private MatterWarranty suggest(StoredMatter matter, String report) {
        List<Warranty> running = running(matter);
        WarrantyMatch match = warranties.rules().match(matter.kind(), report,
                running.stream().map(Warranty::work).toList());
        List<Warranty> meant = running.stream().filter(each -> match.works().contains(each.work())).toList();
        if (meant.isEmpty()) {
            return MatterWarranty.NONE;
        }
        boolean sure = match.certain() && meant.size() == 1
                && (meant.getFirst().placeId() == null || meant.getFirst().placeId().equals(matter.placeId()));
        return new MatterWarranty(sure ? MatterWarranty.Standing.LIKELY : MatterWarranty.Standing.PERHAPS, meant);
    }

    /** @return in one statement what ran at the matter's place on the day on which it came */
    List<Warranty> running(StoredMatter matter) {
        if (rules.kind(matter.kind()).dispute()) {
            return List.of();
        }
        LocalDate came = matter.receivedAt().atZoneSameInstant(clock.getZone()).toLocalDate();
        return warranties.running(matter.projectId(), matter.placeId(), came);
    }

    /** Keeps what a worker says, inside the caller's transaction. */
    void name(Actor actor, StoredMatter matter, @Nullable Long warrantyId) {
        if (rules.kind(matter.kind()).dispute()) {
            throw new Refusal("matter.warranty.dispute");
        }
        if (warrantyId != null && running(matter).stream().noneMatch(each -> each.id() == warrantyId)) {
            throw new Refusal("matter.warranty.foreign");
        }
        dao.name(matter.id(), warrantyId, actor.name(), OffsetDateTime.now(clock));
    }

    /** @return in one statement the parties that now repair what was named for matters, those with most first */
    public List<PartyMatters> byParty() {
        return dao.byParty(OffsetDateTime.now(clock));
    }
}
