package city.renewal.plan;

import city.renewal.base.Formats;
import city.renewal.base.Messages;

/** Says how a project stands, everywhere in the same words. */
public final class StandingText {

    private final Messages messages;
    private final Formats formats;

    public StandingText(Messages messages, Formats formats) {
        this.messages = messages;
        this.formats = formats;
    }

    /** @return the state in a word, such as {@code 6 days late} */
    public String state(Standing standing) {
        return switch (standing.state()) {
            case FINISHED -> text("standing.finished");
            case STALE -> text("standing.stale");
            case LATE -> late(standing);
            case NOT_BEGUN -> text("standing.not-begun");
            case EARLY -> text("standing.early", days(standing));
            case ON_TIME -> text(standing.promisedFinishOn() == null ? "standing.under-way" : "standing.on-time");
        };
    }

    /** @return such as {@code 6 days late}, for a project that is */
    public String late(Standing standing) {
        return text("standing.late", days(standing));
    }

    /** @return what is done against what was promised for today, such as {@code done 58%, promised 66%} */
    public String progress(double done, double due) {
        if (done >= 1) {
            return text("standing.all-done");
        }
        return due == 0
                ? text("standing.done", formats.percent(done))
                : text("standing.done-against", formats.percent(done), formats.percent(due));
    }

    private static int days(Standing standing) {
        Integer days = standing.daysLate();
        return days == null ? 0 : Math.abs(days);
    }

    private String text(String key, Object... parameters) {
        return messages.text(formats.locale(), key, parameters);
    }
}
