package city.renewal.site;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.mapper.PropagateNull;
import org.jspecify.annotations.Nullable;

/**
 * One author's sheet of one project and day, without its reports.
 *
 * @param workers  people on site, null when not said
 * @param crew     names of the crews, one a line
 * @param weather  one of {@link NewReport#WEATHERS}, or null
 * @param blockers names of {@link Blocker}, one a line
 */
public record DaySheet(
        @PropagateNull long id,
        LocalDate sheetOn,
        @Nullable Integer workers,
        String crew,
        @Nullable String weather,
        String blockers,
        @Nullable String remark) {

    public List<String> crews() {
        return crew.isEmpty() ? List.of() : List.of(crew.split("\n"));
    }

    public Set<Blocker> blocked() {
        return Blocker.read(blockers);
    }
}
