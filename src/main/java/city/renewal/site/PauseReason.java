package city.renewal.site;

import java.util.Locale;

/** Why nobody works on a site, as residents read it; in the order in which it is offered. Stored: only ever add. */
public enum PauseReason {
    MATERIAL,
    CURING,
    INSPECTION,
    STOP_WORK,
    WEATHER,
    DESIGN,
    RESIDENTS,
    FUNDS,
    OTHER_SITE;

    /** @return the end of its key in the bundles */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
