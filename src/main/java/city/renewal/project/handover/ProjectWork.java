package city.renewal.project.handover;

import city.renewal.base.Words;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an acceptance needs to know of the works; those who keep plans and findings tell. */
public interface ProjectWork {

    /**
     * A finished task.
     *
     * @param workType id of {@code config/work-types.yaml}, or null
     */
    record Done(@Nullable String workType, Words name) {
    }

    /** @param placeId a place of the project, to be told of work there alone; null for all of it */
    List<Done> done(long projectId, @Nullable Long placeId);

    /**
     * @param placeId as in {@link #done}
     * @return findings first, those due first before others, then unsigned work, then unfinished work
     */
    List<OpenItem> open(long projectId, @Nullable Long placeId);
}
