package city.renewal.site.photo;

import city.renewal.base.Finding;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** Compares every photo's file with the hash under which it was stored. */
public final class PhotoCheck {

    private final PhotoDao dao;
    private final PhotoFiles files;

    public PhotoCheck(Jdbi jdbi, PhotoFiles files) {
        this.dao = jdbi.onDemand(PhotoDao.class);
        this.files = files;
    }

    /** Reads every file. @return one finding a file; empty when all is well */
    public List<Finding> findings() {
        return dao.needed().stream()
                .map(needed -> files.check(needed.sha256(), needed.project(), needed.id())).flatMap(Optional::stream).toList();
    }
}
