package city.renewal.base.http;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;

/**
 * How often a public form is taken: from one address, behind which may be a whole compound; from one browser; from
 * everybody; and rarer from those who send without the {@link FormGuard puzzle}. Safe for use by many threads.
 */
public final class FormGates {

    private static final String ALL = "all";
    /** Seconds after which somebody may ask again whom not their own address kept out. */
    private static final long LATER_SECONDS = 60;

    private final FloodGate byAddress;
    private final FloodGate byDevice;
    private final FloodGate overall;
    private final FloodGate slowByAddress;
    private final FloodGate slowOverall;

    /** @param overall for everybody together */
    public FormGates(FloodGate overall, Clock clock) {
        this.overall = overall;
        byAddress = new FloodGate(20, Duration.ofSeconds(15), clock);
        byDevice = new FloodGate(5, Duration.ofMinutes(2), clock);
        slowByAddress = new FloodGate(3, Duration.ofMinutes(5), clock);
        slowOverall = new FloodGate(30, Duration.ofSeconds(30), clock);
    }

    /** Counts a request before anything of its body is read. @return seconds to wait, or 0 when it may go on */
    public long admit(HttpServletRequest request) {
        String address = Callers.of(request.getRemoteAddr());
        return byAddress.pass(address) ? 0 : byAddress.seconds(address);
    }

    /**
     * Counts a form that would be taken.
     *
     * @param proof of the form, slow or solved
     * @return seconds to wait, or 0 when it may be taken
     */
    public long take(HttpServletRequest request, FormGuard.Proof proof) {
        boolean slow = proof == FormGuard.Proof.SLOW;
        boolean taken = (!slow || slowByAddress.pass(Callers.of(request.getRemoteAddr())) && slowOverall.pass(ALL))
                && byDevice.pass(FormGuard.device(request).orElse(ALL)) && overall.pass(ALL);
        return taken ? 0 : LATER_SECONDS;
    }
}
