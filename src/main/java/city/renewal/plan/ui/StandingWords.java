package city.renewal.plan.ui;

import city.renewal.base.Formats;
import city.renewal.base.Messages;
import city.renewal.base.ui.PromiseBar;
import city.renewal.base.ui.StateBadge;
import city.renewal.base.ui.Tone;
import city.renewal.plan.Standing;
import java.util.ArrayList;
import java.util.List;

/** Says how a project stands, everywhere in the same words and colours. */
public final class StandingWords {

    private final Messages messages;
    private final Formats formats;

    public StandingWords(Messages messages, Formats formats) {
        this.messages = messages;
        this.formats = formats;
    }

    /** @return the state; a late project that is not kept up to date gets both words */
    public List<StateBadge> badges(Standing standing) {
        List<StateBadge> badges = new ArrayList<>();
        badges.add(new StateBadge(tone(standing), word(standing)));
        if (standing.state() == Standing.State.STALE && standing.late()) {
            badges.add(new StateBadge(Tone.LATE, text("standing.late", days(standing))));
        }
        return badges;
    }

    private String word(Standing standing) {
        return switch (standing.state()) {
            case FINISHED -> text("standing.finished");
            case STALE -> text("standing.stale");
            case LATE -> text("standing.late", days(standing));
            case NOT_BEGUN -> text("standing.not-begun");
            case EARLY -> text("standing.early", days(standing));
            case ON_TIME -> text(standing.promisedFinishOn() == null ? "standing.under-way" : "standing.on-time");
        };
    }

    public Tone tone(Standing standing) {
        return switch (standing.state()) {
            case FINISHED, EARLY, ON_TIME -> Tone.GOOD;
            case STALE -> Tone.WARNING;
            case LATE -> Tone.LATE;
            case NOT_BEGUN -> Tone.QUIET;
        };
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

    /** Draws what is done against what was promised for today. */
    public void draw(PromiseBar bar, Standing standing) {
        bar.show(standing.done(), standing.due(), tone(standing), progress(standing.done(), standing.due()));
    }

    private static int days(Standing standing) {
        Integer days = standing.daysLate();
        return days == null ? 0 : Math.abs(days);
    }

    private String text(String key, Object... parameters) {
        return messages.text(formats.locale(), key, parameters);
    }
}
