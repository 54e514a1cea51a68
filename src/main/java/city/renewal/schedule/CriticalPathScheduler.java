package city.renewal.schedule;

import java.util.Map;

/**
 * The critical path method: one walk forward over the links for the earliest dates, one backward for the latest. Time
 * and memory grow linearly with activities plus links, and no walk recurses.
 *
 * <p>Rules, where tools differ:
 * <ul>
 * <li>Links win over constraints; a constraint that cannot be met shows as negative float. Only
 *     {@link ConstraintType#PINNED} ignores links; a predecessor that runs into a pinned start gets negative float.
 * <li>{@link ConstraintType#AS_LATE_AS_POSSIBLE} uses up the total float: as late as the project's finish allows, and
 *     successors follow.
 * <li>Progress follows <i>retained logic</i>: work left over is planned after the status date and still waits for its
 *     predecessors, even where it began out of sequence. Without a status date, what has started simply runs through.
 * <li>A constraint or a link that falls on a day off takes effect on the next working day, a latest date on the last
 *     one before.
 * <li>A summary begins with its first and ends with its last work. Its floats are the least below it.
 * </ul>
 */
public final class CriticalPathScheduler implements Scheduler {

    @Override
    public Schedule schedule(Network network) {
        if (network.activities().isEmpty() && network.links().isEmpty()) {
            return new Schedule(network.start(), network.start(), 0, Map.of());
        }
        NetworkGraph graph = new NetworkGraph(network);
        int[] order = TopologicalOrder.of(graph);
        ForwardPass early = new ForwardPass(graph, network);
        early.run(order, null);
        BackwardPass late = new BackwardPass(graph, early);
        late.run(order);
        long[] waiting = late.latestStarts();
        if (waiting != null) {
            early.run(order, waiting);
            late = new BackwardPass(graph, early);
            late.run(order);
        }
        return new ScheduleAssembly(graph, early, late).schedule(network, order);
    }
}
