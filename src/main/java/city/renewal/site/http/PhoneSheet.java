package city.renewal.site.http;

import city.renewal.base.http.Problem;
import city.renewal.site.Blocker;
import city.renewal.site.NewDaySheet;
import city.renewal.site.PauseReason;
import city.renewal.site.SentSheet;
import jakarta.servlet.http.HttpServletResponse;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A day sheet as the phone's page sends it; see {@link SentSheet}.
 *
 * @param project  its code
 * @param day      the day by the phone, such as 2026-11-23
 * @param written  moment by the phone, such as 2026-11-23T08:00:00Z
 * @param blockers ids of {@link Blocker}
 * @param pause    id of a {@link PauseReason}
 */
record PhoneSheet(
        @Nullable String request,
        @Nullable String project,
        @Nullable String day,
        @Nullable Integer back,
        @Nullable String written,
        @Nullable String sent,
        @Nullable Integer workers,
        @Nullable List<String> crews,
        @Nullable String weather,
        @Nullable List<String> blockers,
        @Nullable String remark,
        @Nullable String pause,
        @Nullable List<Line> lines) {

    /** See {@link NewDaySheet.Line} and {@link SentSheet.Seen}. */
    record Line(
            @Nullable Long task,
            @Nullable String name,
            @Nullable BigDecimal quantity,
            @Nullable String over,
            @Nullable BigDecimal left,
            @Nullable String start,
            @Nullable Long settles) {
    }

    /** @throws Problem when a field that is needed is missing */
    String code() {
        return needed(project, "project");
    }

    /** @throws Problem when a field that is needed is missing, or one is not what it should be */
    SentSheet sheet(long projectId) {
        List<Line> all = lines == null ? List.of() : lines;
        if (Stream.of(all, crews, blockers).filter(Objects::nonNull).flatMap(List::stream).anyMatch(Objects::isNull)) {
            throw new Problem(HttpServletResponse.SC_BAD_REQUEST, "api.body.malformed", "null");
        }
        NewDaySheet sheet = new NewDaySheet(projectId, day(needed(day, "day")), workers,
                crews == null ? List.of() : List.copyOf(crews), weather,
                blockers == null ? Set.of() : blockers.stream()
                        .map(id -> byId(Blocker.values(), Blocker::id, "blockers", id))
                        .collect(Collectors.toUnmodifiableSet()),
                remark,
                all.stream().map(line -> new NewDaySheet.Line(needed(line.task(), "task"),
                        needed(line.quantity(), "quantity"), line.over(), null)).toList());
        return new SentSheet(needed(request, "request"), sheet, needed(back, "back"),
                moment(needed(written, "written")), moment(needed(sent, "sent")),
                pause == null ? null : byId(PauseReason.values(), PauseReason::id, "pause", pause),
                all.stream().map(line -> new SentSheet.Seen(needed(line.name(), "name"), line.left(),
                        line.start() == null ? null : day(line.start()), line.settles())).toList());
    }

    private static <T> T needed(@Nullable T value, String field) {
        if (value == null) {
            throw new Problem(HttpServletResponse.SC_BAD_REQUEST, "api.field.missing", field);
        }
        return Objects.requireNonNull(value);
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException malformed) {
            throw new Problem(HttpServletResponse.SC_BAD_REQUEST, "api.field.date", text);
        }
    }

    private static Instant moment(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException malformed) {
            throw new Problem(HttpServletResponse.SC_BAD_REQUEST, "api.field.moment", text);
        }
    }

    private static <E extends Enum<E>> E byId(E[] all, Function<E, String> ids, String field, String id) {
        return Arrays.stream(all).filter(each -> ids.apply(each).equals(id)).findFirst()
                .orElseThrow(() -> new Problem(HttpServletResponse.SC_BAD_REQUEST, "api.field.choice", field, id));
    }
}
