package city.renewal.programme;

import city.renewal.base.Names;
import city.renewal.base.Words;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which projects of the overview are wanted.
 *
 * @param progress how they stand
 * @param street   the street's name, null for every street
 * @param kind     id of a kind, null for every kind
 * @param text     what the name, street or community must contain, in any case; empty for no search
 */
public record ProjectFilter(Progress progress, @Nullable String street, @Nullable String kind, String text) {

    /** Everything. */
    public static final ProjectFilter NONE = new ProjectFilter(Progress.ALL, null, null, "");

    /** Characters of a search that count. */
    private static final int LONGEST_TEXT = 100;

    /** How projects stand. A late one may be under way and not kept up to date at the same time. */
    public enum Progress {
        ALL,
        UNDER_WAY,
        LATE,
        FINISHED,
        STALE;

        /** @return the word for it in addresses, such as {@code under-way} */
        public String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** @return the one with the id, {@link #ALL} when there is none */
        public static Progress byId(String id) {
            return Stream.of(values()).filter(each -> each.id().equals(id)).findFirst().orElse(ALL);
        }

        boolean holds(ProjectLine line) {
            return switch (this) {
                case ALL -> true;
                case UNDER_WAY -> line.standing().underWay();
                case LATE -> line.standing().late();
                case FINISHED -> line.standing().finished();
                case STALE -> line.standing().silent();
            };
        }
    }

    public ProjectFilter {
        text = text.strip();
        text = text.substring(0, Math.min(text.length(), LONGEST_TEXT));
    }

    public ProjectFilter with(Progress wanted) {
        return new ProjectFilter(wanted, street, kind, text);
    }

    public ProjectFilter withStreet(@Nullable String wanted) {
        return new ProjectFilter(progress, wanted, kind, text);
    }

    public ProjectFilter withKind(@Nullable String wanted) {
        return new ProjectFilter(progress, street, wanted, text);
    }

    public ProjectFilter withText(String wanted) {
        return new ProjectFilter(progress, street, kind, wanted);
    }

    public boolean matches(ProjectLine line) {
        return progress.holds(line)
                && (street == null || street.equals(line.street()))
                && (kind == null || kind.equals(line.kind()))
                && (text.isEmpty() || contains(line));
    }

    private boolean contains(ProjectLine line) {
        String wanted = text.toLowerCase(Locale.ROOT);
        Stream<Words> places = Stream.of(line.street(), line.community()).filter(Objects::nonNull).map(Names::of);
        return Stream.concat(Stream.of(line.name(), new Words(line.code(), null)), places)
                .flatMap(words -> Stream.of(words.zh(), words.en()))
                .filter(Objects::nonNull)
                .anyMatch(words -> words.toLowerCase(Locale.ROOT).contains(wanted));
    }
}
