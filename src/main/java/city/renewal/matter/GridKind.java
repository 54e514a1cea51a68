package city.renewal.matter;

import city.renewal.base.Messages;
import java.util.Locale;

/** Kinds of governance grids. The first that covers a place answers for it. */
public enum GridKind {
    /** 专属网格: one market, firm or site. */
    DEDICATED,
    /** 微网格: some stairwells or buildings of a full grid. */
    MICRO,
    /** 全科网格: part of a community. */
    FULL;

    public String name(Messages messages, Locale locale) {
        return messages.text(locale, "grid.kind." + name().toLowerCase(Locale.ROOT));
    }
}
