package city.renewal.base;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where the data lies.
 *
 * @param directory holds the embedded database and the stored files; created when missing
 * @param url       JDBC address of a PostgreSQL database that takes the embedded one's place, or null
 * @param user      its user, or null
 * @param password  its password, or null
 * @param poolSize  connections kept open at most, 2 to 64
 */
public record DatabaseSettings(
        Path directory,
        @Nullable String url,
        @Nullable String user,
        @Nullable String password,
        int poolSize) {

    /** The embedded database in the given directory. */
    public static DatabaseSettings embedded(Path directory) {
        return new DatabaseSettings(directory, null, null, null, 10);
    }

    @Override
    public String toString() {
        return "DatabaseSettings[directory=" + directory + ", url=" + url + "]";
    }
}
