package city.renewal.app;

import city.renewal.consent.ConsentUpkeep;
import city.renewal.consent.Consents;
import city.renewal.matter.MatterUpkeep;
import city.renewal.matter.PhotoSweep;
import city.renewal.plan.Plans;
import city.renewal.programme.commitment.MeasuredValues;
import city.renewal.subscription.SubscriptionUpkeep;
import city.renewal.visit.VisitUpkeep;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the days bring about: plans move on, votes end, what was kept long enough is deleted. Each work stands for itself:
 * one that fails is logged and tried again at the next start or midnight, and hinders neither the others nor the server.
 */
final class Upkeep {

    private static final Logger LOG = LoggerFactory.getLogger(Upkeep.class);

    private final Services services;

    Upkeep(Services services) {
        this.services = services;
    }

    /** What has to be done before anybody reads. At each start, and at midnight. */
    void beforeReading() {
        run("plans moved on", () -> services.get(Plans.class).bringUpToDate());
        run("votes closed", () -> services.get(Consents.class).closeDue());
        run("matters", () -> services.get(MatterUpkeep.class).run());
        run("appointments whose words were forgotten", () -> services.get(VisitUpkeep.class).run());
        run("subscriptions", () -> services.get(SubscriptionUpkeep.class).run());
        run("projects whose names and scans of votes were forgotten", () -> services.get(ConsentUpkeep.class).run());
    }

    /** What may wait until the first pages were read. At each start, and at midnight. */
    void beside() {
        run("measured values kept", () -> services.get(MeasuredValues.class).keep());
        run("photos removed that nothing names", () -> services.get(PhotoSweep.class).run());
        run("scans of votes removed that nothing names", () -> services.get(ConsentUpkeep.class).sweep());
    }

    static void run(String what, Supplier<?> work) {
        try {
            LOG.info("{}: {}", what, work.get());
        } catch (RuntimeException failed) {
            LOG.error("Failed ({}); the next start or midnight tries again", what, failed);
        }
    }
}
