package city.renewal.app;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options of every command that opens the data. */
final class CommonOptions {

    @Option(names = "--data", paramLabel = "DIR", descriptionKey = "option.data")
    private @Nullable String data;

    @Option(names = "--config", paramLabel = "FILE", descriptionKey = "option.config")
    private @Nullable Path config;

    /**
     * @param flags what the command's own flags set
     * @throws ConfigurationException when a setting will not do
     */
    Configuration configuration(Map<Setting, String> flags) {
        Map<Setting, String> all = new EnumMap<>(Setting.class);
        all.putAll(flags);
        if (data != null) {
            all.put(Setting.DATA_DIRECTORY, data);
        }
        return Configuration.read(all, System.getenv(), config);
    }
}
