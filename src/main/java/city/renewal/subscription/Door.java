package city.renewal.subscription;

import city.renewal.base.Messages;
import city.renewal.base.Words;
import city.renewal.project.Place;
import city.renewal.project.Project;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What residents are told about: a project, one of its buildings, or a stairwell.
 *
 * @param building  null for the whole project
 * @param stairwell counted from 1, null for the whole building
 */
public record Door(Project project, @Nullable Place building, @Nullable Integer stairwell) {

    /** @return {@code C01}, {@code C01/B03} or {@code C01/B03/2}: what comes after {@code /n/} and {@code /subscribe/} */
    public String path() {
        return project.code() + (building == null ? "" : "/" + building.code())
                + (stairwell == null ? "" : "/" + stairwell);
    }

    /** @return such as {@code First compound · Building 3, stairwell 2} */
    public String name(Messages messages, Locale language) {
        String name = project.names().in(language);
        if (building == null) {
            return name;
        }
        String place = new Words(building.name(), building.nameEn()).in(language);
        return name + " · " + (stairwell == null ? place
                : messages.text(language, "notice-page.at-door", place, stairwell));
    }
}
