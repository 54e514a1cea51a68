package city.renewal.programme.commitment.ui;

import city.renewal.base.ui.Tone;
import city.renewal.programme.commitment.CommitmentState;

/** The colour of a commitment's state; its word is always beside it. */
public final class StateTone {

    private StateTone() {
    }

    public static Tone of(CommitmentState state) {
        return switch (state) {
            case KEPT, ON_COURSE -> Tone.GOOD;
            case KEPT_LATE, AT_RISK -> Tone.WARNING;
            case MISSED -> Tone.LATE;
            case WITHDRAWN -> Tone.QUIET;
        };
    }
}
