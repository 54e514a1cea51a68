package city.renewal.plan.interchange;

import java.time.Duration;

/**
 * What reading one schedule file may cost.
 *
 * @param fileBytes     largest file, also when unpacked from an archive
 * @param time          longest time to read it
 * @param heapMegabytes memory of the reading process
 * @param answerBytes   largest document handed back
 */
public record ReadLimits(long fileBytes, Duration time, int heapMegabytes, long answerBytes) {

    /** 64 MB of file, one minute, 512 MB of memory: ample for the largest plans met, 100,000 tasks. */
    public static final ReadLimits DEFAULT =
            new ReadLimits(64L << 20, Duration.ofMinutes(1), 512, 128L << 20);

    /** @return most bytes the reading process may have on disk at once: its input, one unpacked file, its answer */
    long diskBytes() {
        return 3 * fileBytes + 2 * answerBytes;
    }
}
