package city.renewal.site;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.GetGeneratedKeys;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

@RegisterConstructorMapper(SheetLine.class)
@RegisterConstructorMapper(KeptLine.class)
interface SheetInboxDao {

    String LINE = """
            SELECT n.id, n.task_id, n.task_name, n.quantity, n.over_reason, n.outcome, n.report_id,
                   n.left_seen, n.start_seen, n.left_found, n.start_found
            """;

    /** A request that came before. */
    record Known(long id, String content, LocalDate givenOn, LocalDate sheetOn) {
    }

    /** Served by sheet_request_once. */
    @SqlQuery("""
            SELECT id, content, given_on, sheet_on
              FROM sheet_request
             WHERE author_id = :authorId AND request_id = :requestId""")
    @RegisterConstructorMapper(Known.class)
    Optional<Known> known(long authorId, String requestId);

    @SqlUpdate("""
            INSERT INTO sheet_request (author_id, request_id, content, project_id, sheet_id, given_on, sheet_on,
                                       received_at)
            VALUES (:authorId, :requestId, :content, :projectId, :sheetId, :givenOn, :sheetOn, :receivedAt)""")
    @GetGeneratedKeys
    long add(long authorId, String requestId, String content, long projectId, @Nullable Long sheetId,
             LocalDate givenOn, LocalDate sheetOn, OffsetDateTime receivedAt);

    @SqlUpdate("""
            INSERT INTO sheet_line (sheet_request_id, task_id, task_name, quantity, over_reason, outcome, report_id,
                                    left_seen, start_seen, left_found, start_found, settled_at)
            VALUES (:request, :l.taskId, :s.taskName, :l.quantity, :l.overReason, :outcome, :reportId, :s.left,
                    :s.start, :leftFound, :startFound, :settledAt)""")
    void addLine(long request, @BindMethods("l") NewDaySheet.Line l, @BindMethods("s") SentSheet.Seen s,
                 SheetOutcome outcome, @Nullable Long reportId, @Nullable BigDecimal leftFound,
                 @Nullable LocalDate startFound, @Nullable OffsetDateTime settledAt);

    /** Served by sheet_line_by_request. */
    @SqlQuery(LINE + """
              FROM sheet_line n
             WHERE n.sheet_request_id = :request
             ORDER BY n.id""")
    List<SheetLine> lines(long request);

    /** Served by sheet_line_open. */
    @SqlQuery(LINE + """
                 , p.code AS project_code, q.sheet_on
              FROM sheet_line n
              JOIN sheet_request q ON q.id = n.sheet_request_id
              JOIN project p       ON p.id = q.project_id
             WHERE n.settled_at IS NULL AND q.author_id = :authorId
             ORDER BY n.id""")
    List<KeptLine> kept(long authorId);

    @SqlUpdate("""
            UPDATE sheet_line
               SET settled_at = :at
             WHERE id = :id
               AND settled_at IS NULL
               AND sheet_request_id IN (SELECT id FROM sheet_request WHERE author_id = :authorId)""")
    int settle(long id, long authorId, OffsetDateTime at);
}
