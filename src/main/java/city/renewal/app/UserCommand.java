package city.renewal.app;

import city.renewal.account.Account;
import city.renewal.account.Accounts;
import city.renewal.account.Actor;
import city.renewal.account.AuditTrail;
import city.renewal.account.Role;
import city.renewal.base.Database;
import city.renewal.base.Messages;
import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Accounts from the command line; the first administrator is made here. Passwords come from the terminal or input. */
@Command(name = "user", mixinStandardHelpOptions = true)
final class UserCommand implements Runnable {

    private final Messages messages = new Messages();

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw CommandLineInterface.wrong(spec, messages.text(Locale.getDefault(), "command.user.which"));
    }

    @Command(name = "add", mixinStandardHelpOptions = true)
    int add(@Mixin CommonOptions common,
            @Parameters(paramLabel = "LOGIN", descriptionKey = "option.login") String login,
            @Option(names = "--role", required = true, paramLabel = "ROLE", descriptionKey = "option.role") Role role,
            @Option(names = "--name", paramLabel = "NAME", descriptionKey = "option.name") @Nullable String name) {
        String password = password();
        return withAccounts(common, accounts -> {
            Account added = accounts.add(Actor.commandLine(), login, name == null ? login : name, role, password);
            say("command.user.added", added.login(), added.role());
        });
    }

    @Command(name = "passwd", mixinStandardHelpOptions = true)
    int passwd(@Mixin CommonOptions common,
               @Parameters(paramLabel = "LOGIN", descriptionKey = "option.login") String login) {
        String password = password();
        return withAccounts(common, accounts -> {
            accounts.setPassword(Actor.commandLine(), login, password);
            say("command.user.password-set", login);
        });
    }

    @Command(name = "token", mixinStandardHelpOptions = true)
    int token(@Mixin CommonOptions common,
              @Parameters(paramLabel = "LOGIN", descriptionKey = "option.login") String login) {
        return withAccounts(common, accounts -> spec.commandLine().getOut().println(
                accounts.addToken(Actor.commandLine(), login, "command line")));
    }

    @Command(name = "list", mixinStandardHelpOptions = true)
    int list(@Mixin CommonOptions common) {
        return withAccounts(common, accounts -> accounts.all().forEach(account -> spec.commandLine().getOut().printf(
                Locale.ROOT, "%s\t%s\t%s%n", account.login(), account.role(), account.name())));
    }

    private int withAccounts(CommonOptions common, Consumer<Accounts> work) {
        Configuration configuration = common.configuration(Map.of());
        try (Database database = Database.open(configuration.database())) {
            Clock clock = Clock.system(configuration.zone());
            work.accept(new Accounts(database.jdbi(), new AuditTrail(database.jdbi(), clock), clock, true));
            return 0;
        }
    }

    private void say(String key, Object... parameters) {
        spec.commandLine().getOut().println(messages.text(Locale.getDefault(), key, parameters));
    }

    private String password() {
        Console console = System.console();
        if (console != null) {
            char[] typed = console.readPassword("%s ", messages.text(Locale.getDefault(), "command.user.password"));
            return typed == null ? "" : new String(typed);
        }
        try {
            String line = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
            return line == null ? "" : line;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
