package city.renewal.app;

import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.ConnectionMetaData;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;

/**
 * Believes one proxy, and nobody else, about whom it asks for and whether that was by HTTPS: else all residents behind
 * it would share the limits of one address. Of {@code X-Forwarded-For} only the last entry counts, which the proxy wrote
 * itself; what stands before it came from the caller.
 */
final class TrustedProxy implements HttpConfiguration.Customizer {

    private static final Pattern ADDRESS = Pattern.compile("[0-9A-Fa-f.:]{2,45}");

    private final String address;

    /** @param address of the proxy, as numbers */
    TrustedProxy(String address) {
        this.address = address;
    }

    @Override
    public Request customize(Request request, HttpFields.Mutable responseHeaders) {
        if (!Request.getRemoteAddr(request).equals(address)) {
            return request;
        }
        boolean secure = "https".equalsIgnoreCase(request.getHeaders().get(HttpHeader.X_FORWARDED_PROTO));
        String asked = String.valueOf(request.getHeaders().getLast(HttpHeader.X_FORWARDED_FOR));
        String caller = asked.substring(asked.lastIndexOf(',') + 1).strip();
        return new Forwarded(request, secure, ADDRESS.matcher(caller).matches()
                ? InetSocketAddress.createUnresolved(caller, 0) : request.getConnectionMetaData().getRemoteSocketAddress());
    }

    private static final class Forwarded extends Request.Wrapper {

        private final boolean secure;
        private final ConnectionMetaData connection;

        private Forwarded(Request request, boolean secure, SocketAddress caller) {
            super(request);
            this.secure = secure || request.isSecure();
            connection = new ConnectionMetaData.Wrapper(request.getConnectionMetaData()) {
                @Override
                public SocketAddress getRemoteSocketAddress() {
                    return caller;
                }
            };
        }

        @Override
        public boolean isSecure() {
            return secure;
        }

        @Override
        public ConnectionMetaData getConnectionMetaData() {
            return connection;
        }
    }
}
