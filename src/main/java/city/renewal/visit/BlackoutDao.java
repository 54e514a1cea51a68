package city.renewal.visit;

import city.renewal.base.Words;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.GetGeneratedKeys;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

@RegisterConstructorMapper(BlackoutDao.Stored.class)
interface BlackoutDao {

    /** Days that a worker set by hand. */
    record Stored(long id, long projectId, LocalDate firstOn, LocalDate lastOn, String words,
                  @Nullable String wordsEn, @Nullable OffsetDateTime setAt) {

        Bar bar() {
            return new Bar(id, firstOn, lastOn, new Words(words, wordsEn), null, setAt);
        }
    }

    @SqlQuery("""
            SELECT id, project_id, first_on, last_on, words, words_en, set_at
              FROM visit_blackout
             WHERE project_id = :projectId AND last_on >= :day""")
    List<Stored> from(long projectId, LocalDate day);

    @SqlQuery("SELECT id, project_id, first_on, last_on, words, words_en, set_at FROM visit_blackout WHERE id = :id")
    Optional<Stored> byId(long id);

    @GetGeneratedKeys
    @SqlUpdate("""
            INSERT INTO visit_blackout (project_id, first_on, last_on, words, words_en, set_at)
            VALUES (:projectId, :firstOn, :lastOn, :words, :wordsEn, :at)""")
    long add(long projectId, LocalDate firstOn, LocalDate lastOn, String words, @Nullable String wordsEn,
             OffsetDateTime at);

    @SqlUpdate("DELETE FROM visit_blackout WHERE id = :id")
    int remove(long id);
}
