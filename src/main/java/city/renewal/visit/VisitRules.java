package city.renewal.visit;

import city.renewal.base.Refusal;
import city.renewal.base.Telephone;
import city.renewal.base.Words;
import city.renewal.project.Projects;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/** What is refused of appointments; the keys of the refusals are told at {@link Visits}. */
final class VisitRules {

    /** How often a household chooses a time itself in a day. */
    static final int MOST_A_DAY = 10;

    private final VisitDays days;
    private final Projects projects;
    private final Clock clock;

    VisitRules(VisitDays days, Projects projects, Clock clock) {
        this.days = days;
        this.projects = projects;
        this.clock = clock;
    }

    /** A household chooses until midnight before the day, a worker until the slot ends. */
    void requireOpen(Slot slot, boolean byHousehold) {
        LocalDate day = slot.day(clock.getZone());
        if (byHousehold ? !day.isAfter(today()) : !slot.endsAt().isAfter(OffsetDateTime.now(clock))) {
            throw new Refusal("visit.late");
        }
        bar(slot.projectId(), day, slot.workType()).ifPresent(bar -> {
            throw barred(bar);
        });
        if (slot.free() == 0) {
            throw new Refusal("visit.full");
        }
    }

    /** What a crew found is said from the day on; nobody is called absent on a day that was without visits. */
    void requireCome(Visit visit, VisitState outcome) {
        LocalDate day = visit.day(clock.getZone());
        if (day.isAfter(today())) {
            throw new Refusal("visit.early", day.toString());
        }
        if (outcome != VisitState.DONE) {
            bar(visit.projectId(), day, visit.workType()).ifPresent(bar -> {
                throw refusal("visit.mark.barred", bar);
            });
        }
    }

    private Optional<Bar> bar(long projectId, LocalDate day, String workType) {
        return VisitDays.on(days.from(projects.get(projectId), day), day, workType);
    }

    static Refusal barred(Bar bar) {
        return refusal("visit.barred", bar);
    }

    private static Refusal refusal(String key, Bar bar) {
        return new VisitRefusal(key, bar.firstOn().toString(), bar.lastOn().toString(), bar.words());
    }

    /** Each time that is chosen stays in the record, so that one code must not fill it. */
    void requireFew(List<Visit> visits, boolean byHousehold) {
        long chosen = visits.stream().filter(visit -> visit.bookedBy() == null && visit.bookedAt()
                .atZoneSameInstant(clock.getZone()).toLocalDate().equals(today())).count();
        if (byHousehold && chosen >= MOST_A_DAY) {
            throw new Refusal("visit.many", MOST_A_DAY);
        }
    }

    /** A household changes what stands until midnight before the day. */
    void requireBooked(Visit visit, boolean byHousehold) {
        if (visit.state() != VisitState.BOOKED) {
            throw new Refusal("visit.gone");
        }
        if (byHousehold && !visit.day(clock.getZone()).isAfter(today())) {
            throw new Refusal("visit.late");
        }
    }

    /** @return what is kept of it */
    static Contact checked(Contact contact) {
        if (contact.remark().strip().length() > Contact.LONGEST_REMARK) {
            throw new Refusal("visit.remark.long", Contact.LONGEST_REMARK);
        }
        return contact.phone().isBlank() ? contact : new Contact(contact.remark(),
                Telephone.read(contact.phone(), Telephone.OF_A_PERSON, Contact.LONGEST_PHONE)
                        .orElseThrow(() -> new Refusal("visit.phone.malformed")));
    }

    static void checkReason(String reason) {
        if (reason.strip().length() > Visits.LONGEST_REASON) {
            throw new Refusal("visit.reason.long", Visits.LONGEST_REASON);
        }
    }

    /** @param longest characters of the Chinese words, which are needed; the English ones may have twice as many */
    static void checkWords(Words words, int longest) {
        String en = words.en();
        if (words.zh().isBlank() || words.zh().length() > longest || en != null && en.length() > 2 * longest) {
            throw new Refusal("visit.text.unusable", longest, 2 * longest);
        }
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
