package city.renewal.programme.commitment.http;

import city.renewal.base.Messages;
import city.renewal.base.http.EntityTag;
import city.renewal.base.http.JsonServlet;
import city.renewal.base.http.Problem;
import city.renewal.programme.commitment.Commitments;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;

/** {@code GET /api/v1/commitments?year=…}: the commitments of a year, of this one where none is named. */
public final class CommitmentsApi extends JsonServlet {

    /** Where it is served. */
    public static final String PATH = "/api/v1/commitments";

    private final transient Commitments commitments;
    private final transient Clock clock;

    public CommitmentsApi(Messages messages, Commitments commitments, Clock clock) {
        super(messages);
        this.commitments = commitments;
        this.clock = clock;
    }

    @Override
    protected void get(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String asked = request.getParameter("year");
        if (asked != null && !asked.matches("[0-9]{4}")) {
            throw new Problem(HttpServletResponse.SC_BAD_REQUEST, "commitment.year.malformed");
        }
        int year = asked == null ? LocalDate.now(clock).getYear() : Integer.parseInt(asked);
        CommitmentJson.Year answer = new CommitmentJson.Year(year, commitments.years(),
                commitments.of(year).stream().map(CommitmentJson::of).toList());
        if (!EntityTag.answers(request, response, answer)) {
            write(request, response, HttpServletResponse.SC_OK, answer);
        }
    }
}
