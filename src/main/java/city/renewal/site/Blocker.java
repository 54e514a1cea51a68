package city.renewal.site;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** What keeps a site from working as planned, in the order in which it is offered. Ids are stored: only ever add. */
public enum Blocker {
    MATERIAL,
    WEATHER,
    ACCESS,
    RESIDENTS,
    DESIGN,
    LABOUR,
    MACHINES,
    POWER,
    STOP_WORK,
    FUNDS;

    /** @return the end of its key in the bundles */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** @return one a line, in the order of this list */
    static String stored(Collection<Blocker> blockers) {
        return blockers.stream().sorted().map(Blocker::name).collect(Collectors.joining("\n"));
    }

    static Set<Blocker> read(String stored) {
        return stored.isEmpty()
                ? EnumSet.noneOf(Blocker.class)
                : Arrays.stream(stored.split("\n")).map(Blocker::valueOf)
                        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Blocker.class)));
    }
}
