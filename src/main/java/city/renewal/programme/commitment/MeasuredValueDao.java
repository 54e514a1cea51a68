package city.renewal.programme.commitment;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.BindList;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlBatch;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jspecify.annotations.Nullable;

/** The series of what is measured, served by measured_value_by_series. */
@RegisterConstructorMapper(MeasuredValue.class)
interface MeasuredValueDao {

    /** Newest day first, and of a day the newest first. */
    @SqlQuery("""
            SELECT series, as_of, amount, whole, projects, why, written_at
              FROM measured_value
             WHERE CAST(:series AS VARCHAR(40)) IS NULL OR series = :series
             ORDER BY series, as_of DESC, id DESC""")
    List<MeasuredValue> values(@Nullable String series);

    @SqlBatch("""
            INSERT INTO measured_value (series, as_of, amount, whole, projects, why, written_at)
            VALUES (:v.series, :v.asOf, :v.amount, :v.whole, :v.projects, :v.why, :v.writtenAt)""")
    void add(@BindMethods("v") List<MeasuredValue> v);

    /** Served by site_report_by_project. */
    @SqlQuery("""
            SELECT MAX(decided_at)
              FROM site_report
             WHERE project_id IN (<projectIds>) AND state IN ('CONFIRMED', 'CORRECTED') AND report_on <= :day""")
    @Nullable OffsetDateTime lastDecision(@BindList Collection<Long> projectIds, LocalDate day);
}
