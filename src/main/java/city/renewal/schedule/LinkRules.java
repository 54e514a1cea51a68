package city.renewal.schedule;

/**
 * What one link asks of its successor, and how late its predecessor may be: the two answers are exact inverses, so that
 * floats come out right to the tick. A point is a node without a length: a milestone, or an end of a summary.
 */
final class LinkRules {

    private final NetworkGraph graph;

    LinkRules(NetworkGraph graph) {
        this.graph = graph;
    }

    boolean leavesFromStart(int edge) {
        LinkType type = graph.type[edge];
        return type == LinkType.START_TO_START || type == LinkType.START_TO_FINISH;
    }

    boolean arrivesAtFinish(int edge) {
        LinkType type = graph.type[edge];
        return type == LinkType.FINISH_TO_FINISH || type == LinkType.START_TO_FINISH;
    }

    /**
     * @param from  the moment at which the predecessor starts or finishes, whichever the link is tied to
     * @param point whether the successor has no length
     * @return the moment before which the successor may not start (finish); a finish of work lies in its working time
     */
    long arrival(int edge, long from, boolean point) {
        WorkingAxis axis = graph.axes[graph.target[edge]];
        int lag = graph.lagTicks[edge];
        if (lag != 0 && !graph.elapsed[edge]) {
            long position = axis.position(from) + lag;
            boolean starts = point ? leavesFromStart(edge) || axis.opensDay(from) : !arrivesAtFinish(edge);
            return starts ? axis.startAt(position) : axis.finishAt(position);
        }
        long moment = graph.elapsed[edge] ? later(from, lag, opensWork(edge, from)) : from;
        if (point || !arrivesAtFinish(edge)) {
            return moment;
        }
        // Put into working time link by link: a moment within a day off asks for more than the later start of the next
        // working day, so the latest moment of several links would not do.
        boolean fromStart = graph.type[edge] == LinkType.START_TO_FINISH;
        return axis.finishAt(fromStart ? axis.position(moment) : axis.firstFinish(moment));
    }

    /**
     * @param from   the moment at which the predecessor starts or finishes by the forward pass
     * @param point  whether the successor has no length
     * @param limit  for a point the moment it must not pass, else the position at which it must have finished
     * @param length the successor's ticks of work up to that position
     * @return the latest moment for the predecessor's start (finish)
     */
    long departure(int edge, long from, boolean point, long limit, long length) {
        WorkingAxis axis = graph.axes[graph.target[edge]];
        if (!graph.elapsed[edge]) {
            return workingDeparture(edge, axis, from, point, limit, length);
        }
        int lag = graph.lagTicks[edge];
        boolean opens = opensWork(edge, from);
        long latest = workingDeparture(edge, axis, later(from, lag, opens), point, limit, length);
        boolean tooLateToOpen = opens && Moment.tick(latest) == graph.ticksPerDay;
        return later(tooLateToOpen ? latest - 1 : latest, -lag, opens);
    }

    private long workingDeparture(int edge, WorkingAxis axis, long from, boolean point, long limit, long length) {
        int lag = graph.elapsed[edge] ? 0 : graph.lagTicks[edge];
        if (point) {
            if (lag == 0) {
                return limit;
            }
            long lastStart = axis.lastStart(limit);
            if (leavesFromStart(edge) || lastStart == axis.position(limit)) {
                return axis.startAt(lastStart - lag);
            }
            // From the start of the next day on, the lag would open the day after the one that the limit closes.
            return Moment.closing(axis.startAt(axis.position(limit) - lag), graph.ticksPerDay);
        }
        if (!arrivesAtFinish(edge)) {
            return axis.startAt(limit - length - lag);
        }
        if (graph.type[edge] == LinkType.START_TO_FINISH || lag != 0) {
            return axis.startAt(limit - lag);
        }
        // A milestone at the start of a day may lie beyond days off of the successor, but not on them.
        boolean beyond = Moment.startsItsDay(from) && from <= axis.startAt(limit);
        return beyond ? Math.max(from, axis.finishAt(limit)) : axis.finishAt(limit);
    }

    /** Work that a lag counts from a start begins on a working day; counted from a finish it may end on one. */
    private boolean opensWork(int edge, long from) {
        return leavesFromStart(edge) || Moment.startsItsDay(from);
    }

    /** Steps over calendar days, each as long as a working day. */
    private long later(long moment, int ticks, boolean startsDay) {
        int perDay = graph.ticksPerDay;
        long line = Moment.day(moment) * perDay + Moment.tick(moment) + ticks;
        long day = Math.floorDiv(startsDay ? line : line - 1, perDay);
        return Moment.of(day, line - day * perDay);
    }
}
