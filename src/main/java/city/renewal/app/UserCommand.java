package city.renewal.app;

import city.renewal.account.Account;
import city.renewal.account.Accounts;
import city.renewal.account.Actor;
import city.renewal.account.AuditTrail;
import city.renewal.account.NewToken;
import city.renewal.account.Role;
import city.renewal.account.Scope;
import city.renewal.account.Tokens;
import city.renewal.base.Database;
import city.renewal.base.Messages;
import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Collectors;
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

    /** Prints the token and nothing else, so that a script can keep it. */
    @Command(name = "token", mixinStandardHelpOptions = true)
    int token(@Mixin CommonOptions common,
              @Parameters(paramLabel = "LOGIN", descriptionKey = "option.login") String login,
              @Option(names = "--name", paramLabel = "NAME", descriptionKey = "option.token.name",
                      defaultValue = "command line") String name,
              @Option(names = "--scope", paramLabel = "SCOPE", split = ",", descriptionKey = "option.token.scope")
              @Nullable List<String> scopes,
              @Option(names = "--expires", paramLabel = "DATE", descriptionKey = "option.token.expires")
              @Nullable LocalDate expiresOn) {
        return withTokens(common, tokens -> {
            Set<Scope> allowed = scopes == null ? NewToken.USUAL_SCOPES
                    : scopes.stream().map(Scope::of).collect(Collectors.toSet());
            spec.commandLine().getOut().println(
                    tokens.add(Actor.commandLine(), new NewToken(login, name, allowed, expiresOn)));
        });
    }

    /** One line a token: id, login, name, scopes, last day, day of last use, day of revocation; a hyphen for none. */
    @Command(name = "tokens", mixinStandardHelpOptions = true)
    int tokens(@Mixin CommonOptions common,
               @Parameters(paramLabel = "LOGIN", arity = "0..1", descriptionKey = "option.login")
               @Nullable String login) {
        return withTokens(common, tokens -> tokens.all(Actor.commandLine()).stream()
                .filter(token -> login == null || token.login().equals(login.toLowerCase(Locale.ROOT)))
                .forEach(token -> spec.commandLine().getOut().printf(Locale.ROOT, "%d\t%s\t%s\t%s\t%s\t%s\t%s%n",
                        token.id(), token.login(), token.name(), token.scopes(),
                        token.expiresOn() == null ? "-" : token.expiresOn(),
                        token.lastUsedOn() == null ? "-" : token.lastUsedOn(),
                        token.revokedAt() == null ? "-" : token.revokedAt().toLocalDate())));
    }

    @Command(name = "revoke", mixinStandardHelpOptions = true)
    int revoke(@Mixin CommonOptions common,
               @Parameters(paramLabel = "ID", descriptionKey = "option.token.id") long id) {
        return withTokens(common, tokens -> {
            tokens.revoke(Actor.commandLine(), id);
            say("command.user.revoked", String.valueOf(id));
        });
    }

    @Command(name = "list", mixinStandardHelpOptions = true)
    int list(@Mixin CommonOptions common) {
        return withAccounts(common, accounts -> accounts.all().forEach(account -> spec.commandLine().getOut().printf(
                Locale.ROOT, "%s\t%s\t%s%n", account.login(), account.role(), account.name())));
    }

    private int withAccounts(CommonOptions common, Consumer<Accounts> work) {
        return withServices(common, (accounts, tokens) -> work.accept(accounts));
    }

    private int withTokens(CommonOptions common, Consumer<Tokens> work) {
        return withServices(common, (accounts, tokens) -> work.accept(tokens));
    }

    private int withServices(CommonOptions common, BiConsumer<Accounts, Tokens> work) {
        Configuration configuration = common.configuration(Map.of());
        try (Database database = Database.open(configuration.database())) {
            Clock clock = Clock.system(configuration.zone());
            AuditTrail audit = new AuditTrail(database.jdbi(), clock);
            Accounts accounts = new Accounts(database.jdbi(), audit, clock, true);
            work.accept(accounts, new Tokens(database.jdbi(), accounts, audit, configuration.tokenLimits(), clock));
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
