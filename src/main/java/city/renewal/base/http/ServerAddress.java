package city.renewal.base.http;

/**
 * Where a link of a file leads that is kept by programs or printed. Never taken from what the caller says the host is,
 * since it may be kept for others.
 */
public final class ServerAddress {

    private ServerAddress() {
    }

    /**
     * @param publicAddress where people reach the program, without a slash at its end; empty where nobody said, then the
     *                      address and port of this machine on which it was asked
     */
    public static String of(String publicAddress, String localAddress, int localPort) {
        if (!publicAddress.isEmpty()) {
            return publicAddress;
        }
        return "http://" + (localAddress.contains(":") ? "[" + localAddress + "]" : localAddress) + ":" + localPort;
    }
}
