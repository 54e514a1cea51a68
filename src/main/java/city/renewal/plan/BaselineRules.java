package city.renewal.plan;

import city.renewal.base.Refusal;
import org.jspecify.annotations.Nullable;

/** What a baseline has to say of itself before it is taken; afterwards nothing about it can be mended. */
final class BaselineRules {

    private BaselineRules() {
    }

    /** @throws Refusal when the name is missing or too long */
    static void checkName(String name) {
        if (name.isBlank() || name.strip().length() > Baseline.LONGEST_NAME) {
            throw new Refusal("baseline.name.missing", Baseline.LONGEST_NAME);
        }
    }

    /**
     * @return the words without blanks around them, null when there are none
     * @throws Refusal when they are too long
     */
    static @Nullable String words(@Nullable String given) {
        if (given == null || given.isBlank()) {
            return null;
        }
        if (given.strip().length() > Baseline.LONGEST_REASON) {
            throw new Refusal("baseline.reason.long", Baseline.LONGEST_REASON);
        }
        return given.strip();
    }

    /**
     * @param residents whether residents read it, so that it has to be in Chinese
     * @throws Refusal when the reason is missing or not in their language
     */
    static void checkReason(@Nullable String reason, boolean residents) {
        if (reason == null) {
            throw new Refusal("baseline.reason.missing");
        }
        if (residents && reason.codePoints().noneMatch(Character::isIdeographic)) {
            throw new Refusal("baseline.reason.language");
        }
    }
}
