package city.renewal.app;

import city.renewal.base.Messages;
import city.renewal.base.Refusal;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The commands and what they answer with: 0 done, 1 failed with one line on standard error, 2 wrong usage. */
@Command(name = "renewal-console",
        subcommands = {ServeCommand.class, ImportCommand.class, ExportCommand.class, UserCommand.class,
                CheckCommand.class, HelpCommand.class},
        mixinStandardHelpOptions = true, versionProvider = Version.class)
public final class CommandLineInterface implements Callable<Integer> {

    public static final int FAILED = 1;
    public static final int WRONG_USAGE = 2;
    /** The server goes on in its own threads; the process ends by a signal. */
    public static final int KEEPS_SERVING = -1;

    @Spec
    private CommandSpec spec;

    @Mixin
    private ServeCommand.Options serve;

    private CommandLineInterface() {
    }

    /** @return the exit code, or {@link #KEEPS_SERVING} */
    public static int run(String... arguments) {
        Messages messages = new Messages();
        CommandLine line = commandLine(messages, Locale.getDefault());
        line.setParameterExceptionHandler((wrong, given) -> {
            wrong.getCommandLine().getErr().println(wrong.getMessage());
            wrong.getCommandLine().getErr().println(
                    messages.text(Locale.getDefault(), "command.try-help", line.getCommandName()));
            return WRONG_USAGE;
        });
        line.setExecutionExceptionHandler((failed, command, parsed) -> {
            command.getErr().println(oneLine(failed, messages));
            return failed instanceof ConfigurationException ? WRONG_USAGE : FAILED;
        });
        return line.execute(arguments);
    }

    /** @return the commands, described in the given language */
    static CommandLine commandLine(Messages messages, Locale locale) {
        CommandLine line = new CommandLine(new CommandLineInterface());
        line.setResourceBundle(messages.bundle(locale));
        line.setCaseInsensitiveEnumValuesAllowed(true);
        return line;
    }

    private static String oneLine(Exception failed, Messages messages) {
        if (failed instanceof Refusal refusal) {
            return refusal.in(messages, Locale.getDefault());
        }
        if (failed instanceof ConfigurationException) {
            return failed.getMessage();
        }
        return messages.text(Locale.getDefault(), "command.failed", String.valueOf(failed));
    }

    /** Without a command the program serves. */
    @Override
    public Integer call() {
        return serve.run(spec.commandLine());
    }

    static ParameterException wrong(CommandSpec spec, String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
