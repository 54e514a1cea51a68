package city.renewal.plan.window;

import city.renewal.base.Refusal;

/** A window that cannot be declared, with the place in the form where it can be mended. */
public final class WindowRefusal extends Refusal {

    /** The parts of a form. */
    public enum Field {
        KIND,
        FIRST_ON,
        LAST_ON,
        STREETS,
        PROJECT_KINDS,
        PROJECTS,
        WORK_TYPES,
        WORDS,
        LEGAL_SOURCE
    }

    private final Field field;

    WindowRefusal(Field field, String key, Object... parameters) {
        super(key, parameters);
        this.field = field;
    }

    public Field field() {
        return field;
    }
}
