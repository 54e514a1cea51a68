package city.renewal.app;

import city.renewal.base.Messages;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Serves the console until the process is told to stop. */
@Command(name = "serve", mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private Options options;

    @Override
    public Integer call() {
        return options.run(spec.commandLine());
    }

    /** The options of {@code serve}, which the program without a command takes as well. */
    static final class Options {

        @Mixin
        private CommonOptions common;

        @Option(names = "--port", paramLabel = "PORT", descriptionKey = "option.port")
        private @Nullable String port;

        @Option(names = "--host", paramLabel = "HOST", descriptionKey = "option.host")
        private @Nullable String host;

        @Option(names = "--demo", negatable = true, descriptionKey = "option.demo")
        private @Nullable Boolean demo;

        int run(CommandLine line) {
            Map<Setting, String> flags = new EnumMap<>(Setting.class);
            if (port != null) {
                flags.put(Setting.SERVER_PORT, port);
            }
            if (host != null) {
                flags.put(Setting.SERVER_HOST, host);
            }
            if (demo != null) {
                flags.put(Setting.DATA_DEMONSTRATION, demo ? "yes" : "no");
            }
            ConsoleServer server = ConsoleServer.start(common.configuration(flags));
            Runtime.getRuntime().addShutdownHook(new Thread(server::close, "stop"));
            line.getOut().println(new Messages().text(Locale.getDefault(), "command.serving", server.address()));
            line.getOut().flush();
            return CommandLineInterface.KEEPS_SERVING;
        }
    }
}
