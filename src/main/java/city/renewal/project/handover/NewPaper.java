package city.renewal.project.handover;

import org.jspecify.annotations.Nullable;

/**
 * A paper to be put to an acceptance or a hand-over: one of the two is given.
 *
 * @param title    what it is, at most {@link HandoverPapers#LONGEST_TITLE} characters
 * @param fileName as its sender calls it
 */
public record NewPaper(@Nullable Long acceptanceId, @Nullable Long handoverId, String title, String fileName) {

    public static NewPaper ofAcceptance(long acceptanceId, String title, String fileName) {
        return new NewPaper(acceptanceId, null, title, fileName);
    }

    public static NewPaper ofHandover(long handoverId, String title, String fileName) {
        return new NewPaper(null, handoverId, title, fileName);
    }
}
