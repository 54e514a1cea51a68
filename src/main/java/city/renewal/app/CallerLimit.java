package city.renewal.app;

import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.handler.ThreadLimitHandler;

/** How many threads may work for one caller at once; further requests of theirs wait, without a thread. */
final class CallerLimit extends ThreadLimitHandler {

    CallerLimit(int most, Handler next) {
        super(next, null, false);
        setThreadLimit(most);
    }

    /** As the trusted proxy tells it, unlike Jetty's own, which would take all residents for the proxy. */
    @Override
    protected String getRemoteIP(Request request) {
        return Request.getRemoteAddr(request);
    }
}
