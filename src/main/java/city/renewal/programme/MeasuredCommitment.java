package city.renewal.programme;

/**
 * A published figure that was promised, and how far the projects have come with it.
 *
 * @param finished how many projects are finished, for a figure that counts them
 * @param total    each project weighing by the figure's measure
 */
public record MeasuredCommitment(Indicator indicator, int finished, WeightedTotal total) {
}
