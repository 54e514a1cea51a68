package city.renewal.schedule;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Turns the moments of both passes into dates, and rolls them up into the summaries. */
final class ScheduleAssembly {

    /** Plans longer than this are rare enough to make their dates one by one. */
    private static final int SHARED_DATES = 1 << 16;

    private final NetworkGraph graph;
    private final ForwardPass early;
    private final BackwardPass late;
    private final long[] lateStart;
    private final long[] lateFinish;
    private final long[] totalFloat;
    private final long[] freeFloat;
    private final boolean[] critical;
    private final long firstDay;
    private final long lastDay;
    private final @Nullable LocalDate[] shared;

    ScheduleAssembly(NetworkGraph graph, ForwardPass early, BackwardPass late) {
        this.graph = graph;
        this.early = early;
        this.late = late;
        int count = graph.activities.length;
        lateStart = new long[count];
        lateFinish = new long[count];
        totalFloat = late.totalFloat;
        freeFloat = late.freeFloat;
        critical = new boolean[count];
        long first = Moment.UNBOUNDED;
        long last = Moment.NONE;
        for (int i = 0; i < count; i++) {
            first = Math.min(first, early.start[i]);
            last = Math.max(last, early.finish[i]);
        }
        firstDay = Moment.day(first);
        lastDay = Moment.day(last);
        if (lastDay - firstDay > Integer.MAX_VALUE || lastDay > LocalDate.MAX.toEpochDay()) {
            throw new IllegalArgumentException("The plan would last for millions of years");
        }
        shared = new LocalDate[(int) Math.min(SHARED_DATES, lastDay - firstDay + 1)];
    }

    Schedule schedule(Network network, int[] order) {
        fillLeaves();
        rollUp(order);
        ScheduledDates[] dates = new ScheduledDates[graph.activities.length];
        boolean milestonesOnly = true;
        for (int i = 0; i < graph.activities.length; i++) {
            dates[i] = new ScheduledDates(
                    date(early.start[i]), date(early.finish[i]), date(lateStart[i]), date(lateFinish[i]),
                    minutes(totalFloat[i]), minutes(freeFloat[i]), critical[i]);
            milestonesOnly &= graph.point[i];
        }
        LocalDate start = LocalDate.ofEpochDay(firstDay);
        LocalDate finish = LocalDate.ofEpochDay(lastDay);
        int length = milestonesOnly ? 0 : network.calendar().workingDays(start, finish);
        return new Schedule(start, finish, length, new DatesById(graph.index, dates));
    }

    private void fillLeaves() {
        for (int i = 0; i < graph.activities.length; i++) {
            if (graph.isSummary(i)) {
                lateStart[i] = Moment.UNBOUNDED;
                lateFinish[i] = Moment.NONE;
                totalFloat[i] = Long.MAX_VALUE;
                freeFloat[i] = Long.MAX_VALUE;
            } else {
                lateStart[i] = late.lateStart(i);
                lateFinish[i] = late.lateFinish(i);
                critical[i] = totalFloat[i] <= 0 && !early.isDone(i);
            }
        }
    }

    /** In the order of the links every node comes before the end of its summary. */
    private void rollUp(int[] order) {
        for (int node : order) {
            int parent = graph.isBeginning(node) ? -1 : graph.parents[node];
            if (parent < 0) {
                continue;
            }
            lateStart[parent] = Math.min(lateStart[parent], lateStart[node]);
            lateFinish[parent] = Math.max(lateFinish[parent], lateFinish[node]);
            totalFloat[parent] = Math.min(totalFloat[parent], totalFloat[node]);
            freeFloat[parent] = Math.min(freeFloat[parent], freeFloat[node]);
            critical[parent] |= critical[node];
        }
    }

    private LocalDate date(long moment) {
        long day = Moment.day(moment);
        long offset = day - firstDay;
        if (offset < 0 || offset >= shared.length) {
            return LocalDate.ofEpochDay(day);
        }
        LocalDate known = shared[(int) offset];
        if (known == null) {
            known = LocalDate.ofEpochDay(day);
            shared[(int) offset] = known;
        }
        return known;
    }

    private int minutes(long ticks) {
        return Math.clamp(ticks * graph.minutesPerTick, Integer.MIN_VALUE, Integer.MAX_VALUE);
    }
}
