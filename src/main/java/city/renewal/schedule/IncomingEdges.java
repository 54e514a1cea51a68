package city.renewal.schedule;

import java.util.Arrays;

/** The edges of a graph by the node they lead to; the graph itself lists them by the node they leave. */
final class IncomingEdges {

    /** Edges into node {@code n} are {@code edges[first[n]]} to below {@code edges[first[n + 1]]}. */
    private final int[] first;
    private final int[] edges;
    private final int[] sources;

    IncomingEdges(NetworkGraph graph) {
        first = new int[graph.nodes + 1];
        edges = new int[graph.target.length];
        sources = new int[graph.target.length];
        for (int target : graph.target) {
            first[target + 1]++;
        }
        for (int node = 0; node < graph.nodes; node++) {
            first[node + 1] += first[node];
        }
        int[] next = first.clone();
        for (int node = 0; node < graph.nodes; node++) {
            for (int edge = graph.firstEdge[node]; edge < graph.firstEdge[node + 1]; edge++) {
                sources[edge] = node;
                edges[next[graph.target[edge]]++] = edge;
            }
        }
    }

    int[] into(int node) {
        return Arrays.copyOfRange(edges, first[node], first[node + 1]);
    }

    int source(int edge) {
        return sources[edge];
    }
}
