package city.renewal.matter;

import city.renewal.base.Finding;
import city.renewal.site.photo.PhotoFiles;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/** Compares the files of residents' photos with the hashes under which they were stored. */
public final class MatterCheck {

    private final Dao dao;
    private final PhotoFiles files;

    public MatterCheck(Jdbi jdbi, PhotoFiles files) {
        this.dao = jdbi.onDemand(Dao.class);
        this.files = files;
    }

    /** Reads every file. @return one finding a file; empty when all is well */
    public List<Finding> findings() {
        return dao.needed().stream()
                .map(needed -> files.check(needed.sha256(), needed.project(), needed.id()))
                .flatMap(Optional::stream)
                .toList();
    }

    /** A file that must be there, and one of the photos that need it. */
    public record Needed(String sha256, long id, String project) {
    }

    interface Dao {
        @SqlQuery("""
                SELECT p.sha256, MIN(p.id) AS id, MIN(j.code) AS project
                  FROM matter_photo p
                  JOIN matter m  ON m.id = p.matter_id
                  JOIN project j ON j.id = m.project_id
                 GROUP BY p.sha256
                 ORDER BY p.sha256""")
        @RegisterConstructorMapper(Needed.class)
        List<Needed> needed();
    }
}
