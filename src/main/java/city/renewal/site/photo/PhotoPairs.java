package city.renewal.site.photo;

import city.renewal.base.Words;
import city.renewal.site.ReportState;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;

/**
 * Photos of one place side by side: the first that came of its earliest stage against the last of each later one.
 * One statement, whatever the number of photos.
 */
public final class PhotoPairs {

    private final PhotoDao dao;

    public PhotoPairs(Jdbi jdbi) {
        this.dao = jdbi.onDemand(PhotoDao.class);
    }

    /** @return for staff, the pairs of a project from reports that wait or count, by place */
    public List<PhotoPair> forStaff(long projectId) {
        return pairs(projectId, Set.of(ReportState.SUBMITTED, ReportState.CONFIRMED));
    }

    /** @return for everybody, the pairs of a project from confirmed reports, by place */
    public List<PhotoPair> forEverybody(long projectId) {
        return pairs(projectId, Set.of(ReportState.CONFIRMED));
    }

    private List<PhotoPair> pairs(long projectId, Set<ReportState> states) {
        Map<String, List<PhotoDao.OfPlace>> byPlace = new LinkedHashMap<>();
        dao.ofPlaces(projectId, states).forEach(photo ->
                byPlace.computeIfAbsent(photo.placeId() + "/" + photo.taskId(), none -> new ArrayList<>()).add(photo));
        return byPlace.values().stream().flatMap(PhotoPairs::pairs).toList();
    }

    private static Stream<PhotoPair> pairs(List<PhotoDao.OfPlace> photos) {
        List<PhotoDao.OfPlace> inOrder = photos.stream().sorted(Comparator.comparing(PhotoDao.OfPlace::stage)).toList();
        PhotoDao.OfPlace first = inOrder.getFirst();
        return inOrder.stream().skip(1).map(second ->
                new PhotoPair(new Words(first.name(), first.nameEn()), side(first), side(second)));
    }

    private static PhotoPair.Side side(PhotoDao.OfPlace photo) {
        return new PhotoPair.Side(photo.id(), photo.stage(), photo.reportOn());
    }
}
