package city.renewal.matter;

import city.renewal.site.photo.ReceivedPhoto;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a resident writes.
 *
 * @param kind      id of a {@link MatterKind}
 * @param project   code of a project that is open to the public
 * @param building  code of one of its places, null for all of it
 * @param stairwell its number or name, at most {@link Matters#LONGEST_STAIRWELL} characters; only with a building
 * @param text      at most {@link Matters#LONGEST_TEXT} characters
 * @param phone     a telephone number, null for none
 * @param photos    at most {@link Matters#MOST_PHOTOS}
 */
public record NewMatter(String kind, String project, @Nullable String building, @Nullable String stairwell,
                        String text, @Nullable String phone, List<ReceivedPhoto> photos) {

    public NewMatter {
        photos = List.copyOf(photos);
    }

    /** @return the same with these photos */
    public NewMatter with(List<ReceivedPhoto> chosen) {
        return new NewMatter(kind, project, building, stairwell, text, phone, chosen);
    }
}
