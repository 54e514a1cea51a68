package city.renewal.plan;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Why work must not go on for some days, and with it the rule that says which work. */
public enum WindowKind {
    /** An orange air-pollution alert: the types of work it names, some of them not in livelihood-guarantee works. */
    ORANGE_ALERT,
    /** Exam weeks: noisy work. */
    EXAM,
    /** Heating is on, in or beside the season that the law fixes: work on heating pipes. */
    HEATING,
    /** Night work is barred: tasks on a calendar of night shifts. */
    NIGHT_BARRED,
    /** Night work is certified and announced (噪声污染防治法 43): lifts {@link #NIGHT_BARRED} on its days. */
    NIGHT_ALLOWED,
    /** Anything else, such as a street event: the types of work chosen, all when none is. */
    OTHER;

    /** @return what keys of the bundles call it, such as {@code orange-alert} */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** @return whether the rule of this kind decides by the type of work, so that untyped work is never stopped */
    public boolean byWorkType() {
        return this == ORANGE_ALERT || this == EXAM || this == HEATING;
    }

    /**
     * @param type      what the task does, null for work of no special type
     * @param guarantee whether the project is livelihood-guarantee work (保障类工程)
     * @param night     whether the task is worked at night
     * @return whether the rule speaks of such work
     */
    boolean concerns(@Nullable WorkType type, boolean guarantee, boolean night) {
        return switch (this) {
            case ORANGE_ALERT -> type != null && (type.alert() == WorkType.Alert.ALL
                    || type.alert() == WorkType.Alert.UNLESS_GUARANTEE && !guarantee);
            case EXAM -> type != null && type.noisy();
            case HEATING -> type != null && type.heating();
            case NIGHT_BARRED, NIGHT_ALLOWED -> night;
            case OTHER -> true;
        };
    }
}
