package city.renewal.resident.http;

import city.renewal.base.CalendarFile;
import city.renewal.plan.PlanSnapshot;
import city.renewal.plan.Task;
import city.renewal.resident.ResidentPage;
import city.renewal.resident.ResidentPlace;
import city.renewal.resident.ResidentWords;
import city.renewal.resident.http.NoticeAddress.Form;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What residents put into their calendars: the milestones and the finish of the project, and for a door the work on its
 * building that is still to come.
 */
final class NoticeCalendar {

    private final ResidentPage page;
    private final @Nullable ResidentPlace place;
    private final ResidentWords words;
    private final String link;

    /** @param base where residents reach the program, without a slash at its end */
    NoticeCalendar(ResidentPage page, NoticeAddress address, @Nullable ResidentPlace place, ResidentWords words,
                   String base) {
        this.page = page;
        this.place = place;
        this.words = words;
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
        return calendar.bytes();
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
