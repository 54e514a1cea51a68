package city.renewal.plan.ui;

import city.renewal.base.Formats;
import city.renewal.base.Messages;
import city.renewal.base.ui.PromiseBar;
import city.renewal.base.ui.StateBadge;
import city.renewal.base.ui.Tone;
import city.renewal.plan.Standing;
import city.renewal.plan.StandingText;
import java.util.ArrayList;
import java.util.List;

/** Shows how a project stands, everywhere in the same colours. */
public final class StandingWords {

    private final StandingText text;

    public StandingWords(Messages messages, Formats formats) {
        text = new StandingText(messages, formats);
    }

    /** @return the state; a late project that is not kept up to date gets both words */
    public List<StateBadge> badges(Standing standing) {
        List<StateBadge> badges = new ArrayList<>();
        badges.add(new StateBadge(tone(standing), text.state(standing)));
        if (standing.state() == Standing.State.STALE && standing.late()) {
            badges.add(new StateBadge(Tone.LATE, text.late(standing)));
        }
        return badges;
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
        return text.progress(done, due);
    }

    /** Draws what is done against what was promised for today. */
    public void draw(PromiseBar bar, Standing standing) {
        bar.show(standing.done(), standing.due(), tone(standing), progress(standing.done(), standing.due()));
    }
}
