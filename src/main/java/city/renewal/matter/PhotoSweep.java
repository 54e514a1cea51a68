package city.renewal.matter;

import city.renewal.site.photo.PhotoFiles;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.sqlobject.customizer.BindList;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/** Removes photos from the disk that neither a report of the site, a finding nor a matter names. */
public final class PhotoSweep {

    /** How long a photo may wait for what names it. */
    private static final Duration WAITING = Duration.ofDays(1);

    private final Dao dao;
    private final PhotoFiles files;
    private final Clock clock;

    /** @param files that all who take photos share */
    public PhotoSweep(Jdbi jdbi, PhotoFiles files, Clock clock) {
        this.dao = jdbi.onDemand(Dao.class);
        this.files = files;
        this.clock = clock;
    }

    /** Looks at every file. Safe beside everything else. @return how many were removed */
    public int run() {
        return files.removeUnnamed(clock.instant().minus(WAITING), dao::named);
    }

    interface Dao {
        @SqlQuery("""
                SELECT sha256 FROM photo WHERE sha256 IN (<hashes>)
                 UNION
                SELECT sha256 FROM matter_photo WHERE sha256 IN (<hashes>)""")
        Set<String> named(@BindList List<String> hashes);
    }
}
