package city.renewal.testing;

import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.ArgumentsProvider;
import org.junit.jupiter.params.support.ParameterDeclarations;

/** Gives a test class the embedded database, then PostgreSQL where a server is installed. */
final class TestDatabases implements ArgumentsProvider {

    private static final Namespace NAMESPACE = Namespace.create(TestDatabases.class);

    @Override
    public Stream<? extends Arguments> provideArguments(ParameterDeclarations parameters, ExtensionContext context) {
        PostgresServer server = context.getRoot().getStore(NAMESPACE)
                .computeIfAbsent(PostgresServer.class, none -> PostgresServer.find(), PostgresServer.class);
        if (!server.installed()) {
            System.out.println("Skipped on PostgreSQL: no server found in /usr/lib/postgresql"
                    + " (Debian: apt-get install postgresql)");
            return Stream.of(Arguments.of(TestDatabase.embedded()));
        }
        // Lazily: the second database is made after the first class run has ended and closed its own.
        return Stream.of(false, true)
                .map(onServer -> Arguments.of(onServer ? TestDatabase.on(server) : TestDatabase.embedded()));
    }
}
