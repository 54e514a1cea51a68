package city.renewal.schedule;

import java.time.LocalDate;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Finds the earliest dates: takes the nodes in the order of the links and pushes what each asks on to the nodes after
 * it.
 */
final class ForwardPass {

    private final NetworkGraph graph;
    private final LinkRules rules;
    private final @Nullable LocalDate statusDate;
    /** The moment before which nothing that is still to do begins. */
    final long earliest;

    /**
     * Start and finish of every node; until its turn comes, the earliest that the nodes before it allow. A beginning of
     * a summary has in both the moment that links into it ask for.
     */
    final long[] start;
    final long[] finish;
    /** Of a leaf with a length: where its work ends on its own axis, and how much of it the links still hold. */
    final long[] finishPosition;
    final int[] work;

    ForwardPass(NetworkGraph graph, Network network) {
        this.graph = graph;
        this.rules = new LinkRules(graph);
        this.statusDate = network.statusDate();
        LocalDate first = network.start();
        if (statusDate != null && !statusDate.isBefore(first)) {
            first = statusDate.plusDays(1);
        }
        earliest = Moment.of(first.toEpochDay(), 0);
        start = new long[graph.nodes];
        finish = new long[graph.nodes];
        finishPosition = new long[graph.nodes];
        work = new int[graph.nodes];
    }

    /** @param wanted positions (for points, moments) before which an activity is not to start, or null for none */
    void run(int[] order, long @Nullable [] wanted) {
        Arrays.fill(start, Moment.NONE);
        Arrays.fill(finish, Moment.NONE);
        for (int i = 0; i < graph.activities.length; i++) {
            if (graph.isSummary(i)) {
                start[i] = Moment.UNBOUNDED;
            }
        }
        for (int node : order) {
            if (graph.isBeginning(node)) {
                finish[node] = start[node];
            } else if (!graph.isSummary(node)) {
                place(node, wanted == null ? Moment.NONE : wanted[node]);
            }
            pushOn(node);
        }
    }

    boolean isStarted(int node) {
        return !graph.plain[node] && graph.activities[node].actualStart() != null;
    }

    /** @return whether links into the leaf change nothing: it is done, or begun in a plan that records no progress */
    boolean isPastLinks(int node) {
        return isDone(node) || isStarted(node) && statusDate == null;
    }

    /** @return whether the leaf needs no more work; a milestone is done once it has started */
    boolean isDone(int node) {
        return isStarted(node) && (graph.point[node] || graph.activities[node].actualFinish() != null);
    }

    private void pushOn(int node) {
        for (int edge = graph.firstEdge[node]; edge < graph.firstEdge[node + 1]; edge++) {
            int target = graph.target[edge];
            boolean fromStart = rules.leavesFromStart(edge);
            long from = fromStart ? start[node] : finish[node];
            if (from == Moment.NONE) {
                continue;
            }
            long asked = rules.arrival(edge, from, graph.point[target]);
            if (graph.type[edge] == null) {
                start[target] = Math.min(start[target], start[node]);
                finish[target] = Math.max(finish[target], asked);
            } else if (rules.arrivesAtFinish(edge)) {
                finish[target] = Math.max(finish[target], asked);
            } else {
                start[target] = Math.max(start[target], asked);
            }
        }
    }

    private void place(int node, long wanted) {
        if (graph.plain[node]) {
            placeAt(node, linkedPosition(node));
            return;
        }
        Activity activity = graph.activities[node];
        if (isDone(node)) {
            placeDone(node, activity);
        } else if (graph.point[node]) {
            placeMilestone(node, activity, wanted);
        } else if (activity.actualStart() != null) {
            placeUnderWay(node, activity, activity.actualStart());
        } else {
            placeToCome(node, activity, wanted);
        }
    }

    private void placeDone(int node, Activity activity) {
        LocalDate last = activity.actualFinish() != null ? activity.actualFinish() : activity.actualStart();
        long day = last.toEpochDay();
        if (graph.point[node]) {
            long linked = Math.max(start[node], finish[node]);
            finish[node] = Math.clamp(linked, Moment.of(day, 0), Moment.of(day, graph.ticksPerDay));
            start[node] = finish[node];
        } else {
            start[node] = Moment.of(activity.actualStart().toEpochDay(), 0);
            finish[node] = Moment.of(day, graph.ticksPerDay);
        }
    }

    private void placeMilestone(int node, Activity activity, long wanted) {
        WorkingAxis axis = graph.axes[node];
        long moment = Math.max(Math.max(earliest, wanted), Math.max(start[node], finish[node]));
        if (activity.constraintDate() != null) {
            long dayStart = Moment.of(activity.constraintDate().toEpochDay(), 0);
            long dayEnd = Moment.of(activity.constraintDate().toEpochDay(), graph.ticksPerDay);
            moment = switch (activity.constraint()) {
                case PINNED -> dayStart;
                case START_NO_EARLIER_THAN, MUST_START_ON -> Math.max(moment, dayStart);
                case FINISH_NO_EARLIER_THAN -> Math.max(moment, dayEnd);
                case MUST_FINISH_ON -> Math.max(moment, axis.onOrBefore(dayEnd));
                default -> moment;
            };
        }
        start[node] = axis.onOrAfter(moment);
        finish[node] = start[node];
    }

    private void placeUnderWay(int node, Activity activity, LocalDate actualStart) {
        WorkingAxis axis = graph.axes[node];
        long linked = start[node];
        start[node] = Moment.of(actualStart.toEpochDay(), 0);
        long begun = axis.position(start[node]);
        Integer left = activity.remainingMinutes();
        if (statusDate == null) {
            work[node] = Math.max(graph.durationTicks[node], left == null ? 0 : ticks(left));
            finishPosition[node] = begun + work[node];
            finish[node] = axis.finishAt(finishPosition[node]);
            return;
        }
        long known = Moment.of(statusDate.toEpochDay(), graph.ticksPerDay);
        long done = Math.max(0, axis.position(known) - begun);
        work[node] = left == null ? (int) Math.max(0, graph.durationTicks[node] - done) : ticks(left);
        long resumed = axis.position(Math.max(known, Math.max(start[node], linked)));
        finishPosition[node] = Math.max(resumed + work[node], finishAsked(node));
        finish[node] = Math.max(axis.finishAt(finishPosition[node]),
                Moment.of(actualStart.toEpochDay(), graph.ticksPerDay));
    }

    private void placeToCome(int node, Activity activity, long wanted) {
        WorkingAxis axis = graph.axes[node];
        long length = graph.durationTicks[node];
        long position = Math.max(linkedPosition(node), wanted);
        if (activity.constraintDate() != null) {
            long day = activity.constraintDate().toEpochDay();
            long dayStart = Moment.of(day, 0);
            long dayEnd = Moment.of(day, graph.ticksPerDay);
            position = switch (activity.constraint()) {
                case PINNED -> axis.position(dayStart);
                case START_NO_EARLIER_THAN, MUST_START_ON -> Math.max(position, axis.position(dayStart));
                case FINISH_NO_EARLIER_THAN -> Math.max(position, axis.firstFinish(dayEnd) - length);
                case MUST_FINISH_ON -> Math.max(position, axis.position(dayEnd) - length);
                default -> position;
            };
        }
        placeAt(node, position);
    }

    /** @return the first position that the project's start and the links allow */
    private long linkedPosition(int node) {
        long byStart = graph.axes[node].position(Math.max(earliest, start[node]));
        return Math.max(byStart, finishAsked(node) - graph.durationTicks[node]);
    }

    private void placeAt(int node, long position) {
        WorkingAxis axis = graph.axes[node];
        work[node] = graph.durationTicks[node];
        finishPosition[node] = position + work[node];
        start[node] = axis.startAt(position);
        finish[node] = axis.finishAt(finishPosition[node]);
    }

    private long finishAsked(int node) {
        return finish[node] == Moment.NONE ? Moment.NONE : graph.axes[node].position(finish[node]);
    }

    private int ticks(int minutes) {
        return minutes / graph.minutesPerTick;
    }
}
