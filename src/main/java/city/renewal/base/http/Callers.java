package city.renewal.base.http;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** Whom limits by address count as one caller. */
public final class Callers {

    private static final Pattern IPV6 = Pattern.compile("\\[?[0-9a-fA-F.]*:[0-9a-fA-F:.]*]?");
    /** What a line is given of an address of IPv6; the rest its user chooses, as often as they like. */
    private static final int NETWORK_BYTES = 8;

    private Callers() {
    }

    /**
     * @param address as the web server has it
     * @return of an address of IPv6 its network ({@code /64}), anything else as it is; nothing is looked up
     */
    public static String of(String address) {
        if (!IPV6.matcher(address).matches()) {
            return address;
        }
        try {
            InetAddress read = InetAddress.getByName(address);
            return read instanceof Inet6Address
                    ? HexFormat.of().formatHex(read.getAddress(), 0, NETWORK_BYTES) + "/64" : read.getHostAddress();
        } catch (UnknownHostException noAddress) {
            return address;
        }
    }
}
