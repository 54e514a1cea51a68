package city.renewal.matter;

import city.renewal.base.Words;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * An answered matter as everybody reads it, in the words that its worker wrote for everybody.
 *
 * @param households how many reported it
 */
public record WallEntry(String kind, String projectCode, String projectName, @Nullable String projectNameEn,
                        String publicReport, String publicAnswer, OffsetDateTime receivedAt,
                        OffsetDateTime answeredAt, int households) {

    public Words project() {
        return new Words(projectName, projectNameEn);
    }

    WallEntry masked() {
        return new WallEntry(kind, projectCode, projectName, projectNameEn, MatterTexts.masked(publicReport),
                MatterTexts.masked(publicAnswer), receivedAt, answeredAt, households);
    }
}
