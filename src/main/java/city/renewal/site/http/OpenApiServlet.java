package city.renewal.site.http;

import city.renewal.base.Messages;
import city.renewal.base.http.EntityTag;
import city.renewal.base.http.Json;
import city.renewal.base.http.JsonServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import tools.jackson.databind.node.ObjectNode;

/** {@code /api/openapi.json}: the interface described for programs that write programs. */
public final class OpenApiServlet extends JsonServlet {

    private final transient ObjectNode description;

    /** @param version the program's, which the description states */
    public OpenApiServlet(Messages messages, String version) {
        super(messages);
        try (InputStream file = Objects.requireNonNull(OpenApiServlet.class.getResourceAsStream("openapi.json"))) {
            description = (ObjectNode) Json.mapper().readTree(file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        ((ObjectNode) description.get("info")).put("version", version);
    }

    @Override
    protected void get(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!EntityTag.answers(request, response, description)) {
            write(request, response, HttpServletResponse.SC_OK, description);
        }
    }
}
