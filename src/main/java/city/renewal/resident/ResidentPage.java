package city.renewal.resident;

import city.renewal.base.Words;
import city.renewal.notice.Notice;
import city.renewal.notice.NoticePlace;
import city.renewal.notice.ProjectNotices;
import city.renewal.plan.PlanSnapshot;
import city.renewal.plan.Standing;
import city.renewal.project.Measure;
import city.renewal.project.Party;
import city.renewal.project.Project;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All that the public page of one project says.
 *
 * @param stages   in the order of the kind
 * @param parties  in the order they were named
 * @param places   the project's places by their ids
 * @param plan     without its links; null while there is none
 * @param adjustments what was promised after the first promise, by number
 * @param evidence the newest confirmed reports, as many as the page was asked for
 * @param photo    the newest of a confirmed report, or null
 * @param asOf     when what is shown last changed by a confirmation, or null
 * @param saidPause the newest reason given for a pause, whether it still speaks or not; see {@link #pause}
 * @param notices  what is cut, closed or noisy, and what will be
 * @param asks     whether its residents are or were asked to vote
 * @param after    what comes after the works
 * @param visits   whether work inside homes is booked there
 * @param today    the day that the page speaks of
 */
public record ResidentPage(
        Project project,
        List<StageStep> stages,
        List<Measure> measures,
        List<Party> parties,
        Map<Long, ResidentPlace> places,
        @Nullable PlanSnapshot plan,
        Standing standing,
        List<PlanAdjustment> adjustments,
        EvidencePage evidence,
        @Nullable SitePhoto photo,
        @Nullable OffsetDateTime asOf,
        @Nullable SitePause saidPause,
        ProjectNotices notices,
        boolean asks,
        Aftercare after,
        boolean visits,
        LocalDate today) {

    public ResidentPage {
        stages = List.copyOf(stages);
        measures = List.copyOf(measures);
        parties = List.copyOf(parties);
        places = Map.copyOf(places);
        adjustments = List.copyOf(adjustments);
    }

    /** @return why nobody is on site, while the project is silent and nothing was confirmed since it was said */
    public Optional<SitePause> pause() {
        return Optional.ofNullable(saidPause)
                .filter(said -> standing.silent() && (asOf == null || said.givenAt().isAfter(asOf)));
    }

    /**
     * @param building  code of a place, in whichever case
     * @param stairwell counted from 1, null for all of the place
     * @return the place, or empty when the project has no such place or door
     */
    public Optional<ResidentPlace> door(String building, @Nullable Integer stairwell) {
        return places.values().stream()
                .filter(place -> place.code().equalsIgnoreCase(building))
                .filter(place -> stairwell == null || place.building()
                        && (place.stairwells() == null || stairwell <= place.stairwells()))
                .findFirst();
    }

    /** @return the notices that hold at the place, or all of the project's; for no stairwell at any of the place */
    public List<Notice> noticesAt(@Nullable ResidentPlace place, @Nullable Integer stairwell) {
        return (place == null ? notices
                : notices.at(place.code(), stairwell == null ? NoticePlace.WHOLE : stairwell)).notices();
    }

    public Words name() {
        return new Words(project.name(), project.nameEn());
    }

    /** @return the party with the role, if there is one */
    public Optional<Party> party(String role) {
        return parties.stream().filter(party -> party.role().equals(role)).findFirst();
    }
}
