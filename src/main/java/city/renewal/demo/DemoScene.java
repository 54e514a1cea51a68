package city.renewal.demo;

import city.renewal.account.Actor;
import city.renewal.account.Role;
import city.renewal.project.Project;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;

/**
 * What a chapter of the demonstration finds: people, projects, plans and reports.
 *
 * @param people one account for each role, the first of it
 * @param logins every account by its login
 * @param today  the day of the demonstration
 */
public record DemoScene(Map<Role, Actor> people, Map<String, Actor> logins, LocalDate today, List<Place> places) {

    /**
     * A project as it was loaded.
     *
     * @param made    what it was made from
     * @param taskIds ids of its tasks by the keys of the draft
     */
    public record Place(DemoProject made, Project project, Map<Integer, Long> taskIds) {
    }

    /** @throws NoSuchElementException when the demonstration has no project of this code */
    public Place place(String code) {
        return places.stream().filter(place -> place.project().code().equals(code)).findFirst()
                .orElseThrow(() -> new NoSuchElementException(code));
    }
}
