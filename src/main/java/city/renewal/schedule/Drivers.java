package city.renewal.schedule;

import city.renewal.schedule.Driver.Kind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Says of every activity why it starts on the day on which {@link CriticalPathScheduler} put it: which links, which
 * date set by hand, the status date or the project's own start hold it there. Everything else could be dropped without
 * moving it; with all that is named dropped it would start earlier.
 *
 * <p>Immutable once made.
 */
public final class Drivers {

    private final NetworkGraph graph;
    private final int[] order;
    private final ForwardPass early;
    private final LinkRules rules;
    private final IncomingEdges incoming;
    private final long @Nullable [] wanted;
    private final Network network;
    private final BackwardPass late;

    private Drivers(Network network) {
        this.network = network;
        graph = new NetworkGraph(network);
        order = TopologicalOrder.of(graph);
        early = new ForwardPass(graph, network);
        early.run(order, null);
        BackwardPass latest = new BackwardPass(graph, early);
        latest.run(order);
        wanted = latest.latestStarts();
        if (wanted != null) {
            early.run(order, wanted);
            latest = new BackwardPass(graph, early);
            latest.run(order);
        }
        late = latest;
        rules = new LinkRules(graph);
        incoming = new IncomingEdges(graph);
    }

    /**
     * Schedules the network once more, which takes milliseconds for thousands of activities.
     *
     * @throws CycleException           as {@link Scheduler#schedule}
     * @throws IllegalArgumentException as {@link Scheduler#schedule}
     */
    public static Drivers of(Network network) {
        return new Drivers(network);
    }

    /** @return the dates that are explained here */
    public Schedule schedule() {
        return new ScheduleAssembly(graph, early, late).schedule(network, order);
    }

    /**
     * One activity on the way from what holds the plan to its finish.
     *
     * @param drivers why it starts, or for work under way why the rest of it is where it is
     */
    public record Step(long id, List<Driver> drivers) {
    }

    /**
     * @return why the activity starts on its day; never empty. Work that has begun began on a day that is a fact.
     * @throws IllegalArgumentException when the id is not in the network
     */
    public List<Driver> ofStart(long id) {
        int node = number(id);
        if (graph.isSummary(node)) {
            return List.of(firstTask(node));
        }
        if (early.isStarted(node)) {
            LocalDate day = date(early.start[node]);
            return List.of(new Driver(Kind.ACTUAL_START, null, null, day, day));
        }
        return graph.point[node] ? ofMilestone(node) : ofWorkToCome(node);
    }

    /**
     * @return why the rest of work under way goes on on its day; empty for what is done, not begun, or a summary, and in
     *         a plan without a status date
     * @throws IllegalArgumentException when the id is not in the network
     */
    public List<Driver> ofRest(long id) {
        int node = number(id);
        boolean underWay = !graph.isSummary(node) && early.isStarted(node) && !early.isDone(node);
        return underWay && network.statusDate() != null ? ofRest(node, network.statusDate()) : List.of();
    }

    /**
     * Follows the drivers back from the last work of the plan to what nothing else drives.
     *
     * @return the way in the order of time; where an activity has several drivers, along the first link. Empty for an
     *         empty plan.
     */
    public List<Step> chain() {
        int last = lastWork();
        List<Step> steps = new ArrayList<>();
        Set<Integer> passed = new HashSet<>();
        boolean byStart = false;
        while (last >= 0 && passed.add(last)) {
            long id = graph.activities[last].id();
            List<Driver> rest = byStart ? List.of() : ofRest(id);
            List<Driver> drivers = rest.isEmpty() ? ofStart(id) : rest;
            steps.addFirst(new Step(id, drivers));
            Link link = drivers.stream().map(Driver::link).filter(each -> each != null).findFirst().orElse(null);
            byStart = link != null && startsFrom(link);
            last = link == null ? -1 : leafBehind(number(link.predecessor()), byStart);
        }
        return List.copyOf(steps);
    }

    /** @return the leaf with the latest finish; of several, one that no other of them follows. Or -1 */
    private int lastWork() {
        int last = -1;
        for (int node : order) {
            boolean leaf = !graph.isBeginning(node) && !graph.isSummary(node);
            if (leaf && (last < 0 || early.finish[node] >= early.finish[last])) {
                last = node;
            }
        }
        return last;
    }

    private static boolean startsFrom(Link link) {
        return link.type() == LinkType.START_TO_START || link.type() == LinkType.START_TO_FINISH;
    }

    /** @return the work that gives a summary the end a link leaves from; a leaf is its own */
    private int leafBehind(int node, boolean byStart) {
        int at = node;
        while (graph.isSummary(at)) {
            long[] moments = byStart ? early.start : early.finish;
            int below = -1;
            for (int i = 0; i < graph.activities.length && below < 0; i++) {
                below = graph.parents[i] == at && moments[i] == moments[at] ? i : -1;
            }
            if (below < 0) {
                return -1;
            }
            at = below;
        }
        return at;
    }

    private Driver firstTask(int summary) {
        LocalDate day = date(early.start[summary]);
        int first = leafBehind(summary, true);
        return new Driver(Kind.FIRST_TASK, null, first < 0 ? null : graph.activities[first].id(), day, day);
    }

    private List<Driver> ofWorkToCome(int node) {
        WorkingAxis axis = graph.axes[node];
        Activity activity = graph.activities[node];
        long length = graph.durationTicks[node];
        long position = early.finishPosition[node] - early.work[node];
        LocalDate starts = date(early.start[node]);
        LocalDate set = activity.constraintDate();
        if (activity.constraint() == ConstraintType.PINNED && set != null) {
            return List.of(new Driver(Kind.CONSTRAINT, null, null, set, starts));
        }
        List<Driver> found = new ArrayList<>();
        if (set != null) {
            long dayStart = Moment.of(set.toEpochDay(), 0);
            long dayEnd = Moment.of(set.toEpochDay(), graph.ticksPerDay);
            switch (activity.constraint()) {
                case START_NO_EARLIER_THAN, MUST_START_ON ->
                        addIf(axis.position(dayStart) == position, found, Kind.CONSTRAINT, set, starts);
                case FINISH_NO_EARLIER_THAN ->
                        addIf(axis.firstFinish(dayEnd) - length == position, found, Kind.CONSTRAINT, starts, starts);
                case MUST_FINISH_ON ->
                        addIf(axis.position(dayEnd) - length == position, found, Kind.CONSTRAINT, starts, starts);
                default -> { }
            }
        }
        addLinks(node, position, length, starts, found);
        addIf(wanted != null && wanted[node] == position, found, Kind.AS_LATE_AS_POSSIBLE, starts, starts);
        addIf(axis.position(early.earliest) == position, found, beginning(), date(early.earliest), starts);
        return List.copyOf(found);
    }

    private List<Driver> ofMilestone(int node) {
        WorkingAxis axis = graph.axes[node];
        Activity activity = graph.activities[node];
        long moment = early.start[node];
        LocalDate starts = date(moment);
        LocalDate set = activity.constraintDate();
        List<Driver> found = new ArrayList<>();
        if (set != null) {
            long dayStart = Moment.of(set.toEpochDay(), 0);
            long dayEnd = Moment.of(set.toEpochDay(), graph.ticksPerDay);
            switch (activity.constraint()) {
                case PINNED, START_NO_EARLIER_THAN, MUST_START_ON ->
                        addIf(axis.onOrAfter(dayStart) == moment, found, Kind.CONSTRAINT, set, starts);
                case FINISH_NO_EARLIER_THAN ->
                        addIf(axis.onOrAfter(dayEnd) == moment, found, Kind.CONSTRAINT, set, starts);
                case MUST_FINISH_ON ->
                        addIf(axis.onOrBefore(dayEnd) == moment, found, Kind.CONSTRAINT, starts, starts);
                default -> { }
            }
        }
        if (activity.constraint() == ConstraintType.PINNED) {
            return List.copyOf(found);
        }
        Map<Link, Driver> links = new LinkedHashMap<>();
        for (int edge : incoming.into(node)) {
            long asked = asked(edge);
            if (asked != Moment.NONE && axis.onOrAfter(asked) == moment) {
                LocalDate allows = Moment.day(asked) == Moment.day(moment) ? starts : firstDayAfter(asked);
                collect(edge, allows, starts, links);
            }
        }
        found.addAll(links.values());
        addIf(wanted != null && axis.onOrAfter(wanted[node]) == moment, found, Kind.AS_LATE_AS_POSSIBLE, starts, starts);
        addIf(axis.onOrAfter(early.earliest) == moment, found, beginning(), date(early.earliest), starts);
        return List.copyOf(found);
    }

    private List<Driver> ofRest(int node, LocalDate status) {
        WorkingAxis axis = graph.axes[node];
        long position = early.finishPosition[node] - early.work[node];
        LocalDate goesOn = date(axis.startAt(position));
        List<Driver> found = new ArrayList<>();
        addLinks(node, position, early.work[node], goesOn, found);
        long known = Moment.of(status.toEpochDay(), graph.ticksPerDay);
        addIf(axis.position(known) == position, found, Kind.STATUS_DATE, status.plusDays(1), goesOn);
        if (found.isEmpty()) {
            LocalDate day = date(early.start[node]);
            found.add(new Driver(Kind.ACTUAL_START, null, null, day, day));
        }
        return List.copyOf(found);
    }

    private void addLinks(int node, long position, long length, LocalDate starts, List<Driver> found) {
        WorkingAxis axis = graph.axes[node];
        Map<Link, Driver> links = new LinkedHashMap<>();
        for (int edge : incoming.into(node)) {
            long asked = asked(edge);
            if (asked == Moment.NONE) {
                continue;
            }
            if (rules.arrivesAtFinish(edge)) {
                if (axis.position(asked) - length == position) {
                    collect(edge, starts, starts, links);
                }
            } else if (axis.position(asked) == position) {
                boolean waited = graph.lagTicks[edge] != 0 && !graph.elapsed[edge];
                LocalDate allows = firstDayAfter(waited ? axis.finishAt(position) : asked);
                collect(edge, allows.isAfter(starts) ? starts : allows, starts, links);
            }
        }
        found.addAll(links.values());
    }

    /** @return the moment that the edge asks of the node it leads to */
    private long asked(int edge) {
        int source = incoming.source(edge);
        long from = rules.leavesFromStart(edge) ? early.start[source] : early.finish[source];
        return from == Moment.NONE ? Moment.NONE : rules.arrival(edge, from, graph.point[graph.target[edge]]);
    }

    /** Names the link; for an edge that comes down from a summary, the links that hold back the summary. */
    private void collect(int edge, LocalDate allows, LocalDate starts, Map<Link, Driver> links) {
        int source = incoming.source(edge);
        if (!graph.isBeginning(source)) {
            Link link = new Link(graph.activities[source].id(),
                    graph.activities[graph.activityOf(graph.target[edge])].id(), graph.type[edge],
                    graph.lagTicks[edge] * graph.minutesPerTick, graph.elapsed[edge]);
            links.putIfAbsent(link, new Driver(Kind.LINK, link, link.predecessor(), allows, starts));
            return;
        }
        for (int above : incoming.into(source)) {
            if (asked(above) == early.start[source]) {
                collect(above, allows, starts, links);
            }
        }
    }

    private Kind beginning() {
        return network.statusDate() != null && !network.statusDate().isBefore(network.start())
                ? Kind.STATUS_DATE
                : Kind.PROJECT_START;
    }

    private LocalDate firstDayAfter(long moment) {
        long day = Moment.day(moment);
        return LocalDate.ofEpochDay(Moment.tick(moment) == graph.ticksPerDay ? day + 1 : day);
    }

    private static void addIf(boolean binding, List<Driver> found, Kind kind, LocalDate allows, LocalDate starts) {
        if (binding) {
            found.add(new Driver(kind, null, null, allows.isAfter(starts) ? starts : allows, starts));
        }
    }

    private static LocalDate date(long moment) {
        return LocalDate.ofEpochDay(Moment.day(moment));
    }

    private int number(long id) {
        int number = graph.index.of(id);
        if (number < 0) {
            throw new IllegalArgumentException("No activity " + id + " in this network");
        }
        return number;
    }
}
