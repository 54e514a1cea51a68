package city.renewal.schedule;

/** Turns a network into dates. Implementations keep no state and may be shared between threads. */
public interface Scheduler {

    /**
     * @return dates for every activity; the result does not depend on the order of activities and links
     * @throws CycleException           when links (with those inherited from summaries) lead back to where they began
     * @throws IllegalArgumentException when two activities share an id, a link or a parent names an unknown activity, a
     *                                  constraint lacks its date, a duration is negative, an actual finish lies before
     *                                  its start, or the plan would last longer than an int counts days
     */
    Schedule schedule(Network network);
}
