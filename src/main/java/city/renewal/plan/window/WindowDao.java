package city.renewal.plan.window;

import city.renewal.plan.WindowRow;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.BindList;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.GetGeneratedKeys;
import org.jdbi.v3.sqlobject.statement.SqlBatch;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

@RegisterConstructorMapper(WindowRow.class)
interface WindowDao {

    String WINDOWS = """
            SELECT w.id, w.kind, w.first_on, w.last_on, w.streets, w.project_kinds, w.projects, w.work_types, w.words,
                   w.words_en, w.legal_source, w.declared_by, w.declarer, w.declared_at,
                   x.withdrawn_by, x.withdrawn_at
              FROM stop_window w
              LEFT JOIN stop_window_withdrawal x ON x.window_id = w.id
            """;

    @SqlQuery(WINDOWS + "ORDER BY w.first_on DESC, w.id DESC LIMIT :limit")
    List<WindowRow> newest(int limit);

    @SqlQuery(WINDOWS + "WHERE w.id = :id")
    Optional<WindowRow> find(long id);

    @SqlUpdate("""
            INSERT INTO stop_window (kind, first_on, last_on, streets, project_kinds, projects, work_types, words,
                                     words_en, legal_source, declared_by, declarer, declared_at)
            VALUES (:w.kind, :w.firstOn, :w.lastOn, :w.streets, :w.projectKinds, :w.projects, :w.workTypes, :w.words,
                    :w.wordsEn, :w.legalSource, :w.declaredBy, :w.declarer, :w.declaredAt)""")
    @GetGeneratedKeys
    long add(@BindMethods("w") WindowRow w);

    @SqlUpdate("""
            INSERT INTO stop_window_withdrawal (window_id, withdrawn_by, withdrawn_at)
            VALUES (:windowId, :withdrawnBy, :withdrawnAt)""")
    void withdraw(long windowId, String withdrawnBy, OffsetDateTime withdrawnAt);

    /** The days of confirmed reports between two days, for the projects. */
    @SqlQuery("""
            SELECT task_id, MIN(report_on) AS report_on
              FROM site_report
             WHERE project_id IN (<projectIds>) AND state = 'CONFIRMED' AND report_on BETWEEN :firstOn AND :lastOn
             GROUP BY task_id
             ORDER BY MIN(report_on), task_id""")
    @RegisterConstructorMapper(ConfirmedDay.class)
    List<ConfirmedDay> confirmed(@BindList Collection<Long> projectIds, LocalDate firstOn, LocalDate lastOn);

    /** The first day in the asked span on which confirmed work was done at a task. */
    record ConfirmedDay(long taskId, LocalDate reportOn) {
    }

    @SqlBatch("""
            INSERT INTO delay_reason (project_id, category, words, words_en, given_by, given_at, window_id)
            VALUES (:projectId, 'STOP_WORK', :words, :wordsEn, :givenBy, :givenAt, :windowId)""")
    void explain(List<Long> projectId, String words, @Nullable String wordsEn, String givenBy, OffsetDateTime givenAt,
                 long windowId);
}
