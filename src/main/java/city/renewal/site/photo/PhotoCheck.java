package city.renewal.site.photo;

import city.renewal.base.Finding;
import java.nio.file.Files;
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
        return dao.needed().stream().map(this::finding).flatMap(Optional::stream).toList();
    }

    private Optional<Finding> finding(PhotoDao.Needed needed) {
        String key = !Files.exists(files.original(needed.sha256())) ? "check.photo.missing"
                : files.intact(needed.sha256()) ? null : "check.photo.damaged";
        return Optional.ofNullable(key).map(found ->
                new Finding(found, needed.project(), String.valueOf(needed.id()), needed.sha256()));
    }
}
