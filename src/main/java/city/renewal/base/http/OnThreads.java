package city.renewal.base.http;

import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Has requests answered by the server's many threads. Since a handler that may wait stands behind this one, Jetty runs
 * the handlers before it on the few threads that read from the network, which saves them a change of threads and binds
 * them never to wait.
 */
public final class OnThreads extends Handler.Wrapper {

    /** What answers a request. */
    @FunctionalInterface
    public interface Answer {

        /** @throws Exception what went wrong, of which the caller is told as of any error */
        void give() throws Exception;
    }

    /** @param next may wait as long as it needs to */
    public OnThreads(Handler next) {
        super(next);
    }

    @Override
    public InvocationType getInvocationType() {
        return InvocationType.NON_BLOCKING;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        run(request, callback, () -> {
            if (!super.handle(request, response, callback)) {
                Response.writeError(request, response, callback, HttpStatus.NOT_FOUND_404);
            }
        });
        return true;
    }

    /** Gives the answer on another thread, soon. */
    public static void run(Request request, Callback callback, Answer answer) {
        request.getContext().execute(() -> {
            try {
                answer.give();
            } catch (Throwable failed) {
                callback.failed(failed);
            }
        });
    }
}
