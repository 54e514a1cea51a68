package city.renewal.resident.http;

import city.renewal.base.CalendarFile;
import city.renewal.notice.Notice;
import city.renewal.notice.NoticeSpan;
import city.renewal.notice.NoticeWords;
import city.renewal.plan.PlanSnapshot;
import city.renewal.plan.Task;
import city.renewal.resident.ResidentPage;
import city.renewal.resident.ResidentPlace;
import city.renewal.resident.ResidentWords;
import city.renewal.resident.http.NoticeAddress.Form;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What residents put into their calendars: the notices, the milestones and the finish of the project, and for a door the work on its
 * building that is still to come.
 */
final class NoticeCalendar {

    /** Days of one notice that are written. */
    private static final int MOST_DAYS = 120;

    private final ResidentPage page;
    private final @Nullable ResidentPlace place;
    private final ResidentWords words;
    private final List<Notice> notices;
    private final String link;

    /** @param base where residents reach the program, without a slash at its end */
    NoticeCalendar(ResidentPage page, NoticeAddress address, @Nullable ResidentPlace place, ResidentWords words,
                   String base) {
        this.page = page;
        this.place = place;
        this.words = words;
        this.notices = page.noticesAt(place, address.stairwell());
        this.link = base + address.as(Form.PAGE).link();
    }

    byte[] write() {
        CalendarFile calendar = new CalendarFile(words.words(page.name()));
        PlanSnapshot plan = page.plan();
        if (plan != null) {
            Set<Long> summaries = plan.children().keySet();
            plan.tasks().stream()
                    .filter(task -> !summaries.contains(task.id()))
                    .filter(task -> task.input().milestone() || here(task) && !task.finished() && task.doneShare() < 1)
                    .forEach(task -> calendar.add(event(task), task.dates().startOn(), task.dates().finishOn()));
            LocalDate finish = page.standing().finishOn();
            if (finish != null) {
                calendar.add(finish(plan), finish, finish);
            }
        }
        notices.forEach(notice -> add(calendar, notice));
        return calendar.bytes();
    }

    /** One event, or one a day for a notice that holds some hours each day. */
    private void add(CalendarFile calendar, Notice notice) {
        String id = page.project().code() + "-notice-" + notice.id();
        NoticeSpan span = notice.span();
        if (!span.daily()) {
            calendar.add(event(notice, id), span.from().toInstant(), span.to().toInstant(), notice.cancelled());
            return;
        }
        ZonedDateTime from = span.from().atZoneSameInstant(words.zone());
        ZonedDateTime to = span.to().atZoneSameInstant(words.zone());
        boolean overnight = !to.toLocalTime().isAfter(from.toLocalTime());
        from.toLocalDate().datesUntil(to.toLocalDate().plusDays(overnight ? 0 : 1)).limit(MOST_DAYS).forEach(day ->
                calendar.add(event(notice, id + "-" + day), day.atTime(from.toLocalTime()).atZone(words.zone()).toInstant(),
                        day.plusDays(overnight ? 1 : 0).atTime(to.toLocalTime()).atZone(words.zone()).toInstant(),
                        notice.cancelled()));
    }

    private CalendarFile.Event event(Notice notice, String id) {
        NoticeWords said = new NoticeWords(words.formats(), words.zone());
        return new CalendarFile.Event(id, notice.changedAt().toInstant(),
                words.text("notice-page.event", words.words(page.name()), said.kind(notice)),
                said.where(notice) + "\n" + words.words(notice.reason()) + "\n" + words.name(notice.contact()) + " "
                        + notice.phone(), link);
    }

    private boolean here(Task task) {
        ResidentPlace at = task.input().placeId() == null ? null : page.places().get(task.input().placeId());
        return place != null && at != null && at.covers(place);
    }

    private CalendarFile.Event event(Task task) {
        return new CalendarFile.Event(page.project().code() + "-" + task.id(), task.changedAt().toInstant(),
                words.text("notice-page.event", words.words(page.name()), words.words(task.publicNames())),
                promised(task.dates().promisedFinishOn()), link);
    }

    private CalendarFile.Event finish(PlanSnapshot plan) {
        return new CalendarFile.Event(page.project().code() + "-finish",
                plan.tasks().stream().map(task -> task.changedAt().toInstant()).max(Comparator.naturalOrder())
                        .orElseGet(() -> page.project().createdAt().toInstant()),
                words.text("notice-page.event.finish", words.words(page.name())),
                promised(page.standing().promisedFinishOn()), link);
    }

    private @Nullable String promised(@Nullable LocalDate finish) {
        return finish == null ? null : words.text("notice-page.event.promised", words.formats().date(finish));
    }
}
