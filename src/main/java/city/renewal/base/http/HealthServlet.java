package city.renewal.base.http;

import city.renewal.base.Database;
import city.renewal.base.Messages;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** {@code /health}: 200 while the database answers, else 503. */
public final class HealthServlet extends JsonServlet {

    private final transient Database database;
    private final String version;

    /** @param version the program's */
    public HealthServlet(Messages messages, Database database, String version) {
        super(messages);
        this.database = database;
        this.version = version;
    }

    @Override
    protected void get(HttpServletRequest request, HttpServletResponse response) throws IOException {
        boolean up = database.answers();
        response.setHeader("Cache-Control", "no-store");
        write(request, response,
                up ? HttpServletResponse.SC_OK : HttpServletResponse.SC_SERVICE_UNAVAILABLE,
                new Health(up ? "up" : "down", version, database.product(), database.schema()));
    }

    /**
     * @param status   {@code up} or {@code down}
     * @param database the database's product
     * @param schema   version of its newest migration
     */
    record Health(String status, String version, String database, String schema) {
    }
}
