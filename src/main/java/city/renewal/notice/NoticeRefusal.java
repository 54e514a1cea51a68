package city.renewal.notice;

import city.renewal.base.Refusal;

/** A notice that cannot be published as it is, with the place in the form where it can be mended. */
public final class NoticeRefusal extends Refusal {

    /** The parts of a form. */
    public enum Field {
        PROJECT,
        KIND,
        PLACES,
        FROM,
        TO,
        REASON,
        REASON_EN,
        CONTACT,
        PHONE,
        PERMIT,
        LATE_REASON,
        TASK,
        WHY
    }

    private final Field field;

    NoticeRefusal(Field field, String key, Object... parameters) {
        super(key, parameters);
        this.field = field;
    }

    public Field field() {
        return field;
    }
}
