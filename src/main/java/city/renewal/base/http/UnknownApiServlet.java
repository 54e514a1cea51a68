package city.renewal.base.http;

import city.renewal.base.Messages;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** Says under every other address of the interface that there is nothing. */
public final class UnknownApiServlet extends JsonServlet {

    public UnknownApiServlet(Messages messages) {
        super(messages);
    }

    @Override
    protected void get(HttpServletRequest request, HttpServletResponse response) {
        throw unknownAddress();
    }

    @Override
    protected void post(HttpServletRequest request, HttpServletResponse response) {
        throw unknownAddress();
    }
}
