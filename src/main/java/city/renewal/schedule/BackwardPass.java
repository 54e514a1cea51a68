package city.renewal.schedule;

import java.time.LocalDate;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Finds the latest dates that keep the project's finish, and from them the floats: takes the nodes against the order of
 * the links. Each limit is worked out twice in the same walk: once so that no successor passes its latest dates, which
 * gives the total float, and once so that none moves at all, which gives the free float.
 */
final class BackwardPass {

    private final NetworkGraph graph;
    private final ForwardPass early;
    private final LinkRules rules;
    private final long projectFinish;

    private final Limits late;
    private final Limits still;

    /** Of a leaf to come or under way: the latest finish, as a position or, for a milestone, as a moment. */
    final long[] latest;
    /** Ticks of its own calendar by which a leaf may slip. */
    final long[] totalFloat;
    final long[] freeFloat;

    BackwardPass(NetworkGraph graph, ForwardPass early) {
        this.graph = graph;
        this.early = early;
        this.rules = new LinkRules(graph);
        long last = Moment.NONE;
        for (int i = 0; i < graph.activities.length; i++) {
            last = Math.max(last, early.finish[i]);
        }
        projectFinish = last;
        late = new Limits(graph.nodes);
        still = new Limits(graph.nodes);
        latest = new long[graph.nodes];
        totalFloat = new long[graph.nodes];
        freeFloat = new long[graph.nodes];
    }

    void run(int[] order) {
        for (int at = order.length - 1; at >= 0; at--) {
            int node = order[at];
            late.open(projectFinish);
            still.open(projectFinish);
            for (int edge = graph.firstEdge[node]; edge < graph.firstEdge[node + 1]; edge++) {
                take(node, edge);
            }
            if (graph.isBeginning(node) || graph.isSummary(node)) {
                late.keepAll(node);
                still.keepAll(node);
            } else {
                limit(node);
            }
        }
    }

    private void take(int node, int edge) {
        int target = graph.target[edge];
        if (graph.type[edge] == null) {
            boolean starting = early.start[node] == early.start[target];
            late.takeSummary(target, starting);
            still.takeSummary(target, starting);
            return;
        }
        boolean fromStart = rules.leavesFromStart(edge);
        long from = fromStart ? early.start[node] : early.finish[node];
        late.take(edge, target, fromStart, from);
        still.take(edge, target, fromStart, from);
    }

    private void limit(int node) {
        if (!early.isDone(node)) {
            WorkingAxis axis = graph.axes[node];
            boolean point = graph.point[node];
            long own = point ? axis.position(early.finish[node]) : early.finishPosition[node];
            latest[node] = point ? latestMoment(node) : latestFinish(node);
            totalFloat[node] = (point ? axis.position(latest[node]) : latest[node]) - own;
            long unmoved = axis.position(still.finish);
            if (still.start != Moment.UNBOUNDED && !early.isStarted(node)) {
                unmoved = Math.min(unmoved, axis.lastStart(still.start) + early.work[node]);
            }
            freeFloat[node] = Math.max(0, Math.min(unmoved - own, totalFloat[node]));
        }
        boolean free = early.isPastLinks(node);
        long now = graph.point[node] ? early.finish[node] : early.finishPosition[node];
        boolean pinned = !graph.plain[node] && !early.isStarted(node)
                && graph.activities[node].constraint() == ConstraintType.PINNED;
        still.keep(node, free ? Moment.UNBOUNDED : now);
        late.keep(node, free ? Moment.UNBOUNDED : pinned ? now : latest[node]);
    }

    private long latestFinish(int node) {
        WorkingAxis axis = graph.axes[node];
        long length = early.work[node];
        long finish = axis.position(late.finish);
        boolean started = early.isStarted(node);
        if (!started && late.start != Moment.UNBOUNDED) {
            finish = Math.min(finish, axis.lastStart(late.start) + length);
        }
        Activity activity = graph.activities[node];
        if (graph.plain[node] || activity.constraintDate() == null) {
            return finish;
        }
        long day = activity.constraintDate().toEpochDay();
        long dayEnd = Moment.of(day, graph.ticksPerDay);
        return switch (activity.constraint()) {
            case FINISH_NO_LATER_THAN, MUST_FINISH_ON -> Math.min(finish, axis.position(dayEnd));
            case START_NO_LATER_THAN -> started ? finish : Math.min(finish, axis.lastDayStart(day) + length);
            case MUST_START_ON -> started ? finish
                    : Math.min(finish, axis.position(Moment.of(day, 0)) + length);
            default -> finish;
        };
    }

    private long latestMoment(int node) {
        WorkingAxis axis = graph.axes[node];
        Activity activity = graph.activities[node];
        long moment = Math.min(late.finish, late.start);
        if (activity.constraintDate() != null) {
            moment = Math.min(moment, constrained(node, activity, activity.constraintDate()));
        }
        return axis.onOrBefore(moment);
    }

    /** A milestone keeps its date wherever within the day it lies. */
    private long constrained(int node, Activity activity, LocalDate date) {
        WorkingAxis axis = graph.axes[node];
        long dayEnd = Moment.of(date.toEpochDay(), graph.ticksPerDay);
        long asked = axis.onOrAfter(Moment.of(date.toEpochDay(), 0));
        long now = early.finish[node];
        return switch (activity.constraint()) {
            case START_NO_LATER_THAN, FINISH_NO_LATER_THAN, MUST_FINISH_ON -> dayEnd;
            case MUST_START_ON -> Moment.day(now) == Moment.day(asked) ? now : asked;
            default -> Moment.UNBOUNDED;
        };
    }

    /** @return the latest moment for the leaf's start; its actual start once it has begun */
    long lateStart(int node) {
        WorkingAxis axis = graph.axes[node];
        if (early.isStarted(node)) {
            return early.start[node];
        }
        return graph.point[node] ? lateFinish(node) : axis.startAt(latest[node] - early.work[node]);
    }

    /** @return the latest moment for the leaf's finish; its actual finish once it is done */
    long lateFinish(int node) {
        if (early.isDone(node)) {
            return early.finish[node];
        }
        WorkingAxis axis = graph.axes[node];
        if (graph.point[node]) {
            boolean opensDay = Moment.startsItsDay(early.finish[node]);
            return opensDay ? latest[node] : axis.finishAt(axis.position(latest[node]));
        }
        return axis.finishAt(latest[node]);
    }

    /** @return for each activity that waits for its latest date, where it starts; for the others nothing */
    long @Nullable [] latestStarts() {
        long[] starts = null;
        for (int i = 0; i < graph.activities.length; i++) {
            if (graph.activities[i].constraint() == ConstraintType.AS_LATE_AS_POSSIBLE
                    && !graph.isSummary(i) && !early.isStarted(i)) {
                if (starts == null) {
                    starts = new long[graph.nodes];
                    Arrays.fill(starts, Moment.NONE);
                }
                starts[i] = graph.point[i] ? lateFinish(i) : latest[i] - early.work[i];
            }
        }
        return starts;
    }

    /** How far the successors' dates, latest or earliest, let each node go. */
    private final class Limits {

        private final long[] finishes;
        private final long[] starts;
        private long finish;
        private long start;

        Limits(int nodes) {
            finishes = new long[nodes];
            starts = new long[graph.hasSummaries() ? nodes : 0];
        }

        void open(long last) {
            finish = last;
            start = Moment.UNBOUNDED;
        }

        void takeSummary(int summary, boolean startsIt) {
            finish = Math.min(finish, finishes[summary]);
            if (startsIt) {
                start = Math.min(start, starts[summary]);
            }
        }

        void take(int edge, int target, boolean fromStart, long from) {
            long limit = finishes[target];
            if (limit == Moment.UNBOUNDED) {
                return;
            }
            long moment = rules.departure(edge, from, graph.point[target], limit, early.work[target]);
            if (fromStart) {
                start = Math.min(start, moment);
            } else {
                finish = Math.min(finish, moment);
            }
        }

        void keep(int node, long latest) {
            finishes[node] = latest;
        }

        /** Keeps what was taken together, for an end of a summary also how late its first work may start. */
        void keepAll(int node) {
            finishes[node] = finish;
            starts[node] = start;
        }
    }
}
