package city.renewal.bench;

import city.renewal.schedule.CriticalPathScheduler;
import city.renewal.schedule.Network;
import city.renewal.schedule.Scheduler;
import java.io.PrintStream;
import java.util.Locale;

/** The scheduler's time: how it grows, against what was promised, and against MPXJ's scheduler on the same networks. */
final class ScheduleBenchmark {

    private final Scheduler scheduler = new CriticalPathScheduler();
    private final SampleNetworks networks = new SampleNetworks();
    private final PrintStream out;

    ScheduleBenchmark(PrintStream out) {
        this.out = out;
    }

    void run() throws Exception {
        Network warmUp = networks.mixedLinks(1_000);
        Timing.of(1_000, 1, () -> scheduler.schedule(warmUp));
        growth();
        promises();
        againstMpxj();
    }

    private void growth() throws Exception {
        out.printf(Locale.ROOT, "%10s %10s %12s %12s %22s%n", "tasks", "links", "median ms", "fastest ms",
                "ns per task and link");
        for (int tasks : new int[] {1_000, 2_000, 5_000, 10_000, 20_000, 50_000, 100_000, 200_000}) {
            Network network = networks.mixedLinks(tasks);
            Timing time = ours(network);
            out.printf(Locale.ROOT, "%,10d %,10d %12.3f %12.3f %22.0f%n", tasks, network.links().size(),
                    time.median(), time.fastest(), time.median() * 1e6 / (tasks + network.links().size()));
        }
    }

    private void promises() throws Exception {
        promise("10,000 tasks", networks.mixedLinks(10_000), 10);
        promise("100,000 tasks", networks.mixedLinks(100_000), 150);
        promise("a chain of 100,000", networks.chain(100_000), 150);
    }

    private void promise(String what, Network network, double promised) throws Exception {
        Timing time = ours(network);
        out.printf(Locale.ROOT, "%s: median %.1f ms, promised %.0f ms: %s%n", what, time.median(), promised,
                time.median() <= promised ? "kept" : "MISSED");
    }

    private void againstMpxj() throws Exception {
        compareFinishToStart(1_000, 3, 7);
        compareFinishToStart(10_000, 1, 3);
        compareFinishToStart(100_000, 0, 1);
        compareMixed(10_000);
    }

    private void compareFinishToStart(int tasks, int warmUps, int runs) throws Exception {
        Network network = networks.finishToStart(tasks);
        MpxjPeer peer = race("finish to start", network, warmUps, runs);
        out.printf(Locale.ROOT, "; %,d of %,d early and late dates agree%n",
                peer.agreeingDates(scheduler.schedule(network)), 4 * tasks);
    }

    private void compareMixed(int tasks) throws Exception {
        Network network = networks.mixedLinks(tasks);
        MpxjPeer peer = race("all kinds of link", network, 1, 3);
        MpxjPeer.Comparison found = peer.compare(scheduler.schedule(network));
        out.printf(Locale.ROOT, "; %,d tasks start and finish on the same days,"
                        + " %,d differ where MPXJ starts before the project or ends before its predecessor,"
                        + " %,d follow from those, %,d differ otherwise%n",
                found.agreeing(), found.broken(), found.following(), found.other());
    }

    private Timing ours(Network network) throws Exception {
        int runs = Math.clamp(3_000_000 / network.activities().size(), 15, 500);
        return Timing.of(runs / 3, runs, () -> scheduler.schedule(network));
    }

    private MpxjPeer race(String links, Network network, int warmUps, int runs) throws Exception {
        Timing ours = ours(network);
        MpxjPeer peer = new MpxjPeer(network);
        Timing theirs = peer.time(warmUps, runs);
        out.printf(Locale.ROOT, "%,d tasks, %s: MPXJ %.0f ms, ours %.2f ms: %.0f times as fast",
                network.activities().size(), links, theirs.median(), ours.median(), theirs.median() / ours.median());
        return peer;
    }
}
