package city.renewal.testing;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.core.statement.StatementContext;

/**
 * Lists the statements that run on a database between its making and its closing: on the thread that made it and on those
 * of the web server. What the program does for itself beside them, such as copies of photos, nobody waits for.
 */
public final class StatementCount implements AutoCloseable {

    private final Jdbi jdbi;
    private final SqlLogger before;
    private final List<String> statements = new CopyOnWriteArrayList<>();

    private StatementCount(Jdbi jdbi) {
        this.jdbi = jdbi;
        this.before = jdbi.getConfig(SqlStatements.class).getSqlLogger();
        Thread maker = Thread.currentThread();
        jdbi.setSqlLogger(new SqlLogger() {
            @Override
            public void logAfterExecution(StatementContext context) {
                Thread here = Thread.currentThread();
                if (here == maker || here.getName().startsWith("http")) {
                    statements.add(context.getRenderedSql());
                }
            }
        });
    }

    public static StatementCount of(Jdbi jdbi) {
        return new StatementCount(jdbi);
    }

    /** @return the statements so far, in order */
    public List<String> statements() {
        return List.copyOf(statements);
    }

    @Override
    public void close() {
        jdbi.setSqlLogger(before);
    }
}
