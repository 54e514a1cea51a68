package city.renewal.resident;

import city.renewal.base.Words;
import city.renewal.notice.Notice;
import city.renewal.notice.NoticeWords;
import city.renewal.plan.DelayReason;
import city.renewal.plan.PlanSnapshot;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something new about a project, in one reader's words, as feeds and mails tell it.
 *
 * @param about  what is told of, unique in the project; another one when a notice is changed
 * @param link   where it is shown, from the root of the server; null for the notice page of the door itself
 * @param notice the one that it is about, for {@link Kind#NOTICE} and for no other
 */
public record ResidentChange(Kind kind, String about, OffsetDateTime at, String title, String text,
                             @Nullable String link, @Nullable Notice notice) {

    /** What is new. */
    public enum Kind {
        /** Confirmed work. */
        CONFIRMED,
        /** A promise made anew. */
        PROMISE,
        /** A reason for a delay. */
        DELAY,
        /** Why nobody is on site. */
        PAUSE,
        /** A notice, published, moved or cancelled. */
        NOTICE
    }

    /**
     * @param page      with as many confirmed reports as are to be told of
     * @param place     the building that it is told for, without the work on others; null for the whole project
     * @param stairwell of the building, null for all of it
     * @return the changes, newest first
     */
    public static List<ResidentChange> of(ResidentPage page, @Nullable ResidentPlace place, @Nullable Integer stairwell,
                                          ResidentWords words) {
        return new Writer(page, place, words).write(stairwell);
    }

    private record Writer(ResidentPage page, @Nullable ResidentPlace place, ResidentWords words) {

        List<ResidentChange> write(@Nullable Integer stairwell) {
            List<ResidentChange> changes = new ArrayList<>();
            page.evidence().reports().stream().filter(this::concerns).map(this::confirmed).forEach(changes::add);
            page.adjustments().stream().map(this::adjusted).forEach(changes::add);
            DelayReason reason = page.plan() == null ? null : page.plan().delayReason();
            if (reason != null) {
                changes.add(new ResidentChange(Kind.DELAY, "delay/" + reason.givenAt().toInstant(), reason.givenAt(),
                        words.text("notice-page.changes.delay"),
                        words.words(new Words(reason.words(), reason.wordsEn())), null, null));
            }
            page.pause().ifPresent(said -> changes.add(new ResidentChange(Kind.PAUSE,
                    "pause/" + said.givenAt().toInstant(), said.givenAt(), words.text("notice-page.changes.pause"),
                    words.text("pause." + said.reason().id()), null, null)));
            page.noticesAt(place, stairwell).stream().map(this::notice).forEach(changes::add);
            changes.sort(Comparator.comparing((ResidentChange change) -> change.at().toInstant()).reversed()
                    .thenComparing(ResidentChange::about));
            return changes;
        }

        private ResidentChange notice(Notice notice) {
            NoticeWords said = words.notices();
            return new ResidentChange(Kind.NOTICE, "notice/" + notice.id() + "/" + notice.revision(), notice.changedAt(),
                    said.kind(notice) + " " + said.when(notice.span())
                            + (notice.cancelled() ? " " + said.state(notice, page.notices().asOf()) : ""),
                    words.words(notice.reason()) + " " + words.name(notice.contact()) + " " + notice.phone(), null,
                    notice);
        }

        private boolean concerns(Evidence report) {
            PlanSnapshot plan = page.plan();
            ResidentPlace at = plan == null ? null : plan.task(report.taskId()).map(task -> task.input().placeId())
                    .map(page.places()::get).orElse(null);
            return place == null || at == null || at.covers(place);
        }

        private ResidentChange confirmed(Evidence report) {
            return new ResidentChange(Kind.CONFIRMED, "report/" + report.reportId(), report.confirmedAt(),
                    words.text("notice-page.changes.confirmed", words.words(report.task()),
                            words.quantity(report.quantity(), report.unit())),
                    words.text("notice-page.changes.confirmed.text", words.formats().date(report.reportOn()),
                            words.sum(report)),
                    "/evidence/" + page.project().code() + "?task=" + report.taskId(), null);
        }

        private ResidentChange adjusted(PlanAdjustment adjustment) {
            return new ResidentChange(Kind.PROMISE, "promise/" + adjustment.number(), adjustment.takenAt(),
                    words.text("notice-page.changes.promise", words.date(adjustment.finishOn())),
                    adjustment.reason() == null ? words.text("resident.adjustments.no-reason")
                            : words.words(adjustment.reason()), "/n/" + page.project().code() + "#promises", null);
        }
    }
}
