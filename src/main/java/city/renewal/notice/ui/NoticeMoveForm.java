package city.renewal.notice.ui;

import city.renewal.notice.NewNotice;
import city.renewal.notice.NightHours;
import city.renewal.notice.Notice;
import city.renewal.notice.NoticeAdvice;
import city.renewal.notice.NoticeMove;
import city.renewal.notice.NoticeRefusal.Field;
import city.renewal.notice.NoticeTarget;
import city.renewal.notice.NoticeWords;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;

/** Asks for another time of a notice, with the same advice as when it was written. */
public final class NoticeMoveForm extends Div {

    private final transient Notice notice;
    private final transient Function<NewNotice, NoticeAdvice> advisor;
    private final TimeFields time;
    private final NoticeAdviceCard advice;
    private final TextField why = new TextField();
    private final TextField permit = new TextField();
    private final TextField lateReason = new TextField();

    /** @param moved given the move; may refuse with a {@code NoticeRefusal}, which is shown at its field */
    public NoticeMoveForm(Notice notice, NoticeWords words, NightHours night, OffsetDateTime now,
                          Function<NewNotice, NoticeAdvice> advisor, Consumer<NoticeMove> moved) {
        this.notice = notice;
        this.advisor = advisor;
        boolean begun = !notice.span().from().isAfter(now);
        time = new TimeFields(words.formats().locale(), this::advise);
        advice = new NoticeAdviceCard(words, night);
        addClassNames("card", "notice-form");
        line(why, "notice.why", NewNotice.LONGEST_WHY, "notice-why");
        line(permit, "notice.permit", NewNotice.LONGEST_NAME, "notice-permit");
        line(lateReason, "notice.late-reason", NewNotice.LONGEST_WHY, "notice-late-reason");
        permit.setValue(Objects.requireNonNullElse(notice.permit(), ""));
        NoticeFields fields = new NoticeFields(words);
        fields.put(Field.FROM, time::begin);
        fields.put(Field.TO, time::end);
        fields.put(Field.WHY, () -> why);
        fields.put(Field.PERMIT, () -> permit);
        fields.put(Field.LATE_REASON, () -> lateReason);
        Button move = new Button(words.text("notice.move.do"), click -> fields.run(() -> moved.accept(
                new NoticeMove(notice.revision(), time.from(), time.to(), time.daily(), NoticeFields.text(why.getValue()),
                        NoticeFields.text(permit.getValue()), NoticeFields.text(lateReason.getValue())))));
        move.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        move.setId("notice-move-do");
        add(time, advice, lateReason, permit, why, move);
        time.set(notice.span().from().atZoneSameInstant(words.zone()).toLocalDateTime(),
                notice.span().to().atZoneSameInstant(words.zone()).toLocalDateTime(), notice.span().daily(), begun);
    }

    private void line(TextField field, String label, int longest, String id) {
        field.setLabel(getTranslation(label));
        field.setMaxLength(longest);
        field.setId(id);
        field.addClassName("notice-wide");
    }

    private void advise() {
        NoticeAdvice now = advisor.apply(new NewNotice(notice.projectCode(), notice.kind().id(),
                notice.places().stream().map(place -> new NoticeTarget(place.code(), place.stairwell())).toList(),
                time.from(), time.to(), time.daily(), null, null, null, null, null, null, null));
        advice.show(now);
        NoticeFields.ask(lateReason, now.late());
        NoticeFields.ask(permit, now.night());
    }
}
