package city.renewal.schedule;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** An unmodifiable map over the index that the scheduler has anyway; to fill a hash map takes as long as a pass. */
final class DatesById extends AbstractMap<Long, ScheduledDates> {

    private final IdIndex index;
    private final ScheduledDates[] dates;

    DatesById(IdIndex index, ScheduledDates[] dates) {
        this.index = index;
        this.dates = dates;
    }

    @Override
    public @Nullable ScheduledDates get(@Nullable Object id) {
        int number = id instanceof Long known ? index.of(known) : -1;
        return number < 0 ? null : dates[number];
    }

    @Override
    public boolean containsKey(@Nullable Object id) {
        return get(id) != null;
    }

    @Override
    public Set<Map.Entry<Long, ScheduledDates>> entrySet() {
        return new AbstractSet<>() {
            @Override
            public Iterator<Map.Entry<Long, ScheduledDates>> iterator() {
                return IntStream.range(0, dates.length)
                        .mapToObj(number -> Map.entry(index.id(number), dates[number])).iterator();
            }

            @Override
            public int size() {
                return dates.length;
            }
        };
    }
}
