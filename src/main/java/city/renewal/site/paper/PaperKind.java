package city.renewal.site.paper;

import java.util.Locale;

/** The papers there are. */
public enum PaperKind {
    /** 施工日志: what happened on site, day by day. */
    DIARY,
    /** 周报: what was done, what holds it up, what comes next, with photos. */
    WEEKLY,
    /** 工程计量表: confirmed quantities of a period, each with the confirmations behind it. */
    QUANTITIES;

    /** @return the end of its keys in the bundles and of its files' names */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
