package city.renewal.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Locale;

/** What the figures were measured on. */
final class Machine {

    private Machine() {
    }

    static String described() {
        OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        Runtime runtime = Runtime.getRuntime();
        return String.format(Locale.ROOT, "Machine: %d cores, load %.1f, %d MB memory, heap up to %d MB, %s, %s %s",
                runtime.availableProcessors(), system.getSystemLoadAverage(), system.getTotalMemorySize() >> 20,
                runtime.maxMemory() >> 20, Runtime.version(), system.getName(), system.getArch());
    }
}
