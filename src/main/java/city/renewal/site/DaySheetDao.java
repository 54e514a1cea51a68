package city.renewal.site;

import city.renewal.account.Role;
import city.renewal.project.ProjectPeople;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

@RegisterConstructorMapper(DaySheet.class)
@RegisterConstructorMapper(SheetProject.class)
@RegisterConstructorMapper(SiteReport.class)
interface DaySheetDao {

    /** Keeps others who write a sheet of the project waiting until the transaction ends. */
    @SqlUpdate("UPDATE project SET code = code WHERE id = :projectId")
    int lock(long projectId);

    @SqlUpdate("""
            INSERT INTO day_sheet (project_id, sheet_on, author_id, workers, crew, weather, blockers, remark, written_at)
            VALUES (:s.projectId, :s.sheetOn, :authorId, :s.workers, :crew, :s.weather, :blockers, :s.remark,
                    :writtenAt)""")
    void add(@BindMethods("s") NewDaySheet s, long authorId, String crew, String blockers, OffsetDateTime writtenAt);

    @SqlUpdate("""
            UPDATE day_sheet
               SET workers = :s.workers, crew = :crew, weather = :s.weather, blockers = :blockers,
                   remark = :s.remark, written_at = :writtenAt
             WHERE id = :id""")
    void set(long id, @BindMethods("s") NewDaySheet s, String crew, String blockers, OffsetDateTime writtenAt);

    @SqlQuery("""
            SELECT id, sheet_on, workers, crew, weather, blockers, remark
              FROM day_sheet
             WHERE project_id = :projectId AND sheet_on = :sheetOn AND author_id = :authorId""")
    Optional<DaySheet> find(long projectId, LocalDate sheetOn, long authorId);

    /** Served by day_sheet_once_a_day. */
    @SqlQuery("""
            SELECT id, sheet_on, workers, crew, weather, blockers, remark
              FROM day_sheet
             WHERE project_id = :projectId AND sheet_on BETWEEN :first AND :last
             ORDER BY sheet_on, id""")
    List<DaySheet> ofDays(long projectId, LocalDate first, LocalDate last);

    @SqlQuery("""
            SELECT p.id AS project_id, p.code AS project_code, p.name AS project_name, p.name_en AS project_name_en,
                   l.revision, s.id, s.sheet_on, s.workers, s.crew, s.weather, s.blockers, s.remark
              FROM project p
              JOIN plan l ON l.project_id = p.id AND l.finish_on IS NOT NULL
              LEFT JOIN day_sheet s ON s.project_id = p.id AND s.author_id = :accountId
                                   AND s.sheet_on = (SELECT MAX(n.sheet_on)
                                                       FROM day_sheet n
                                                      WHERE n.project_id = p.id AND n.author_id = :accountId)
             WHERE p.id NOT IN\s""" + ProjectPeople.CLOSED_TO + """
             ORDER BY CASE WHEN s.sheet_on IS NULL THEN 1 ELSE 0 END, s.sheet_on DESC, p.code""")
    List<SheetProject> projects(long accountId, Role role);

    @SqlQuery(SiteReportDao.JOINED + """
            WHERE r.project_id = :projectId AND r.report_on = :day AND r.author_id = :authorId
            ORDER BY r.id""")
    List<SiteReport> reports(long projectId, LocalDate day, long authorId);

    /** Served by site_report_by_author. */
    @SqlQuery(SiteReportDao.JOINED + """
            WHERE r.author_id = :authorId AND r.report_on >= :first
            ORDER BY r.report_on DESC, r.id DESC
            LIMIT :limit""")
    List<SiteReport> since(long authorId, LocalDate first, int limit);
}
