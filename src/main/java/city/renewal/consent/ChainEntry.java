package city.renewal.consent;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One step in the record of a project.
 *
 * @param number       from 1 on, without a gap
 * @param content      JSON with sorted keys and no spaces, exactly as it was hashed
 * @param previousHash of the entry before, 64 zeros for the first
 * @param hash         SHA-256 of the previous hash, a line feed and the content, in UTF-8
 */
public record ChainEntry(
        long projectId,
        int number,
        LocalDate madeOn,
        @Nullable Long itemId,
        String kind,
        String content,
        String previousHash,
        String hash) {
}
