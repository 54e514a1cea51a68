package city.renewal.schedule;

import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A network checked and laid out as arrays. Every activity is a node of its own number; for a summary that node is its
 * end, where the work below comes together. Its beginning, from which links into it reach the work below, is a second
 * node numbered after all activities.
 */
final class NetworkGraph {

    final Activity[] activities;
    final WorkingAxis[] axes;
    /** Whether a node has a moment but no length: both ends of a summary, and milestones. */
    final boolean[] point;
    /** Whether nothing but links holds a leaf that has a length; it is worth not to look for more in most nodes. */
    final boolean[] plain;
    /** The duration of a leaf. */
    final int[] durationTicks;
    /** The number of the summary's beginning, or -1 for an activity that is no summary. */
    final int[] beginnings;
    /** The number of the activity's summary, or -1. */
    final int[] parents;
    final int nodes;
    /** Ticks per working day, the fewest with which every duration and lag is a whole number of ticks. */
    final int ticksPerDay;
    final int minutesPerTick;
    /** Edges that leave node {@code n} are numbered from {@code firstEdge[n]} to below {@code firstEdge[n + 1]}. */
    final int[] firstEdge;
    final int[] target;
    /** The link's type, or null for the edge from work to the end of its summary. */
    final @Nullable LinkType[] type;
    final int[] lagTicks;
    final boolean[] elapsed;

    final IdIndex index;
    private final int[] summaryAt;

    NetworkGraph(Network network) {
        List<Activity> listed = network.activities();
        int count = listed.size();
        activities = listed.toArray(new Activity[0]);
        index = new IdIndex(Arrays.stream(activities).mapToLong(Activity::id).toArray());
        for (Activity activity : activities) {
            if (!index.addNext()) {
                throw new IllegalArgumentException("Two activities with id " + activity.id());
            }
        }
        parents = new int[count];
        beginnings = new int[count];
        Arrays.fill(beginnings, -1);
        int summaries = readTree();
        summaryAt = new int[summaries];
        nodes = count + summaries;
        for (int i = 0, next = count; i < count; i++) {
            if (isSummary(i)) {
                summaryAt[next - count] = i;
                beginnings[i] = next++;
            }
        }
        for (int i = 0; i < count; i++) {
            ActivityRules.check(activities[i], isSummary(i));
        }
        minutesPerTick = ActivityRules.sharedStep(activities, network.links());
        ticksPerDay = WorkingTime.MINUTES_PER_DAY / minutesPerTick;
        axes = axes(network.calendar());
        point = new boolean[nodes];
        plain = new boolean[nodes];
        durationTicks = new int[nodes];
        Arrays.fill(point, count, nodes, true);
        for (int i = 0; i < count; i++) {
            durationTicks[i] = activities[i].durationMinutes() / minutesPerTick;
            point[i] = isSummary(i) || durationTicks[i] == 0;
            plain[i] = !point[i] && ActivityRules.isHeldByLinksOnly(activities[i]);
        }

        int inTree = 0;
        for (int i = 0; i < count; i++) {
            inTree += parents[i] >= 0 ? 2 : 0;
        }
        int edges = network.links().size() + inTree;
        firstEdge = new int[nodes + 1];
        target = new int[edges];
        type = new LinkType[edges];
        lagTicks = new int[edges];
        elapsed = new boolean[edges];
        layOutEdges(network.links());
    }

    boolean hasSummaries() {
        return nodes > activities.length;
    }

    boolean isSummary(int activity) {
        return beginnings[activity] >= 0;
    }

    boolean isBeginning(int node) {
        return node >= activities.length;
    }

    /** @return the activity that the node belongs to */
    int activityOf(int node) {
        return isBeginning(node) ? summaryAt[node - activities.length] : node;
    }

    private int readTree() {
        int summaries = 0;
        for (int i = 0; i < activities.length; i++) {
            Long parent = activities[i].parent();
            parents[i] = parent == null ? -1 : index.of(parent);
            if (parent != null && parents[i] < 0) {
                throw new IllegalArgumentException(
                        "Activity " + activities[i].id() + " belongs to an unknown activity " + parent);
            }
            if (parent != null && beginnings[parents[i]] < 0) {
                beginnings[parents[i]] = 0;
                summaries++;
            }
        }
        return summaries;
    }

    private WorkingAxis[] axes(WorkCalendar common) {
        Map<WorkCalendar, WorkingAxis> known = new IdentityHashMap<>();
        WorkingAxis ofNetwork = new WorkingAxis(common, ticksPerDay);
        known.put(common, ofNetwork);
        WorkingAxis[] found = new WorkingAxis[nodes];
        for (int i = 0; i < activities.length; i++) {
            WorkCalendar own = activities[i].calendar();
            found[i] = own == null ? ofNetwork
                    : known.computeIfAbsent(own, calendar -> new WorkingAxis(calendar, ticksPerDay));
            if (isSummary(i)) {
                found[beginnings[i]] = found[i];
            }
        }
        return found;
    }

    private void layOutEdges(List<Link> links) {
        int[] sources = new int[links.size()];
        int[] targets = new int[links.size()];
        int[] degree = new int[nodes];
        for (int i = 0; i < sources.length; i++) {
            Link link = links.get(i);
            sources[i] = numberOf(link, link.predecessor());
            int successor = numberOf(link, link.successor());
            targets[i] = entry(successor, link.type());
            if (sources[i] == successor) {
                throw new CycleException(List.of(activities[sources[i]]));
            }
            degree[sources[i]]++;
        }
        for (int i = 0; i < activities.length; i++) {
            if (parents[i] >= 0) {
                degree[beginnings[parents[i]]]++;
                degree[i]++;
            }
        }
        for (int i = 0; i < nodes; i++) {
            firstEdge[i + 1] = firstEdge[i] + degree[i];
        }
        int[] next = Arrays.copyOf(firstEdge, nodes);
        for (int i = 0; i < sources.length; i++) {
            Link link = links.get(i);
            int edge = next[sources[i]]++;
            target[edge] = targets[i];
            type[edge] = link.type();
            elapsed[edge] = link.elapsedLag() && link.lagMinutes() != 0;
            lagTicks[edge] = link.lagMinutes() / minutesPerTick;
        }
        for (int i = 0; i < activities.length; i++) {
            if (parents[i] >= 0) {
                int down = next[beginnings[parents[i]]]++;
                target[down] = isSummary(i) ? beginnings[i] : i;
                type[down] = LinkType.FINISH_TO_START;
                target[next[i]++] = parents[i];
            }
        }
    }

    private int numberOf(Link link, long id) {
        int number = index.of(id);
        if (number < 0) {
            throw new IllegalArgumentException("The link from " + link.predecessor() + " to " + link.successor()
                    + " names an unknown activity " + id);
        }
        return number;
    }

    /** Links to the start of a summary hold back all work below, links to its finish only its end. */
    private int entry(int successor, LinkType type) {
        boolean toStart = type == LinkType.FINISH_TO_START || type == LinkType.START_TO_START;
        return isSummary(successor) && toStart ? beginnings[successor] : successor;
    }
}
