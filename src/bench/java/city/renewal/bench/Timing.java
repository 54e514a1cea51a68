package city.renewal.bench;

import java.util.Arrays;

/** Repeated measurements of one thing, in milliseconds. */
record Timing(double median, double fastest) {

    /** Keeps what the measured work returns reachable until the next run, so that none of it is optimised away. */
    interface Work {
        Object run() throws Exception;
    }

    static Timing of(int warmUps, int runs, Work work) throws Exception {
        Object kept = null;
        for (int i = 0; i < warmUps; i++) {
            kept = work.run();
        }
        double[] times = new double[runs];
        for (int i = 0; i < runs; i++) {
            long before = System.nanoTime();
            kept = work.run();
            times[i] = (System.nanoTime() - before) / 1e6;
        }
        if (kept == null) {
            throw new IllegalStateException("Nothing was measured");
        }
        Arrays.sort(times);
        return new Timing(times[runs / 2], times[0]);
    }
}
