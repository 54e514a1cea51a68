package city.renewal.resident.http;

import city.renewal.base.Words;
import city.renewal.plan.Baseline;
import city.renewal.plan.DelayReason;
import city.renewal.plan.Standing;
import city.renewal.plan.StandingText;
import city.renewal.resident.PlanAdjustment;
import city.renewal.resident.ResidentPage;
import city.renewal.resident.ResidentWords;
import city.renewal.resident.http.NoticePage.Fact;
import city.renewal.resident.http.NoticePage.Promise;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was promised, what is expected now, and why that differs. */
final class NoticeFacts {

    /** Where on the page the promises stand. */
    private static final String PROMISES = "promises";

    private final ResidentPage page;
    private final ResidentWords words;
    private final StandingText standings;
    private final String evidence;

    /** @param evidence address of the reports behind the percent */
    NoticeFacts(ResidentPage page, ResidentWords words, StandingText standings, String evidence) {
        this.page = page;
        this.words = words;
        this.standings = standings;
        this.evidence = evidence;
    }

    List<Fact> write(Standing standing) {
        return List.of(promised(), now(standing), why(standing));
    }

    private Fact promised() {
        Baseline promise = page.plan() == null ? null : page.plan().promise();
        if (promise == null || promise.finishOn() == null) {
            return new Fact(words.text("resident.promised"), words.text("resident.promised.none"), false, null, List.of());
        }
        List<String> more = new ArrayList<>();
        if (!page.adjustments().isEmpty()) {
            PlanAdjustment newest = page.adjustments().getLast();
            more.add(words.text("resident.adjusted", page.adjustments().size(), words.day(newest.takenAt()),
                    words.date(newest.finishOn())));
        }
        return new Fact(words.text("resident.promised"), words.text("resident.finish", words.date(promise.finishOn())),
                false, "#" + PROMISES, more);
    }

    /** @return the first promise, and each adjustment after it with its reason; null before the first */
    NoticePage.@Nullable Promises promises() {
        Baseline first = page.plan() == null ? null : page.plan().promise();
        if (first == null || first.finishOn() == null) {
            return null;
        }
        List<Promise> promises = new ArrayList<>();
        promises.add(promise(words.text("resident.adjustments.first"), first.takenAt(), first.finishOn(), null));
        page.adjustments().forEach(each -> promises.add(promise(
                words.text("resident.adjustments.number", each.number()), each.takenAt(), each.finishOn(),
                each.reason() == null ? words.text("resident.adjustments.no-reason") : words.words(each.reason()))));
        return new NoticePage.Promises(PROMISES, words.text("notice-page.promises"), promises,
                words.text("resident.adjustments.note"));
    }

    private Promise promise(String name, OffsetDateTime takenAt, @Nullable LocalDate finishOn, @Nullable String reason) {
        return new Promise(name + " · " + words.day(takenAt), words.text("resident.finish", words.date(finishOn)), reason);
    }

    private Fact now(Standing standing) {
        String term = words.text("resident.now");
        if (standing.finishOn() == null) {
            return new Fact(term, words.text("resident.now.none"), false, null, List.of());
        }
        String finish = words.text(standing.finished() ? "resident.finished" : "resident.finish",
                words.date(standing.finishOn()));
        return new Fact(term, standing.late() ? words.text("notice-page.late", finish, standings.late(standing)) : finish,
                standing.late(), evidence, List.of());
    }

    private Fact why(Standing standing) {
        String term = words.text("resident.why");
        DelayReason reason = page.plan() == null ? null : page.plan().delayReason();
        if (!standing.late()) {
            return new Fact(term, words.text(standing.promisedFinishOn() == null ? "resident.why.nothing"
                    : "resident.why.kept"), false, null, List.of());
        }
        if (reason == null) {
            return new Fact(term, words.text("resident.why.missing"), false, null, List.of());
        }
        List<String> more = new ArrayList<>();
        if (reason.catchUp() != null) {
            String catchUp = words.name(reason.catchUp());
            more.add(reason.catchUpOn() == null ? catchUp
                    : words.text("resident.why.catch-up", catchUp, words.date(reason.catchUpOn())));
        }
        more.add(words.text("resident.why.given", words.day(reason.givenAt())));
        return new Fact(term, words.words(new Words(reason.words(), reason.wordsEn())), false, null, more);
    }
}
