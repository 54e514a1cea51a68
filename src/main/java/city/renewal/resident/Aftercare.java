package city.renewal.resident;

import city.renewal.base.Words;
import city.renewal.project.Party;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.LongPredicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What residents read once works were accepted: when, to whom they were handed over, who repairs what until when, and the
 * papers that were opened to them.
 *
 * @param accepted   the acceptances that count
 * @param handed     the newest hand-over of each place, where its acceptance still counts
 * @param warranties in the order of the rules
 * @param papers     oldest first
 */
public record Aftercare(List<Accepted> accepted, List<Handed> handed, List<Care> warranties, List<Paper> papers) {

    /**
     * @param placeId   null for all of the project
     * @param residents how many representatives of residents took part
     */
    public record Accepted(@Nullable Long placeId, LocalDate heldOn, int residents) {
    }

    /** @param phone published number, or null */
    public record Handed(@Nullable Long placeId, LocalDate handedOn, String organisation, @Nullable String phone) {
    }

    /**
     * @param untilOn the last day; null for the life that the design gives the work
     * @param phone   published number, or null
     */
    public record Care(@Nullable Long placeId, Words work, @Nullable LocalDate untilOn, String organisation,
                       @Nullable String phone) {

        public boolean over(LocalDate today) {
            return untilOn != null && untilOn.isBefore(today);
        }
    }

    /**
     * A paper at {@link city.renewal.project.http.HandoverPaperServlet#PATH}.
     *
     * @param on    day of the acceptance or the hand-over
     * @param bytes of the paper as it was put
     */
    public record Paper(@Nullable Long placeId, long id, String title, LocalDate on, long bytes) {
    }

    public Aftercare {
        accepted = List.copyOf(accepted);
        handed = List.copyOf(handed);
        warranties = List.copyOf(warranties);
        papers = List.copyOf(papers);
    }

    /** @return whether nothing was accepted yet */
    public boolean none() {
        return accepted.isEmpty();
    }

    /** @return who looks after it now, with the role {@code keeper}; residents ask them first */
    public Stream<Party> keepers() {
        return handed.stream().map(each -> new Party("keeper", each.organisation(), null, each.phone()));
    }

    /**
     * What holds at a place: what is said of it, and of all of the project where the place has nothing of its own. A work
     * that was accepted with the place and again with the whole has the term and the firm of the place.
     *
     * @param place whether a part of the project covers the place
     */
    public Aftercare at(LongPredicate place) {
        return new Aftercare(
                nearest(accepted, Accepted::placeId, each -> "", place),
                nearest(handed, Handed::placeId, each -> "", place),
                nearest(warranties, Care::placeId, Care::work, place),
                papers.stream().filter(each -> each.placeId() == null || place.test(each.placeId())).toList());
    }

    private static <T> List<T> nearest(List<T> all, Function<T, @Nullable Long> part, Function<T, Object> subject,
                                       LongPredicate place) {
        Set<Object> own = all.stream().filter(each -> of(part.apply(each), place)).map(subject)
                .collect(Collectors.toSet());
        return all.stream().filter(each -> part.apply(each) == null ? !own.contains(subject.apply(each))
                : of(part.apply(each), place)).toList();
    }

    private static boolean of(@Nullable Long part, LongPredicate place) {
        return part != null && place.test(part);
    }
}
