package city.renewal;

import static org.assertj.core.api.Assertions.assertThat;

import city.renewal.testing.ChildProgram;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;

/** The shipped jar, serving a data directory, with browsers that look at it. */
final class ServedJar implements AutoCloseable {

    private static final Path JAVA = Path.of(ChildProgram.java());

    private final ChildProgram program;
    private final URI address;
    private final Browsers browsers;

    /** @param demo {@code --demo} or {@code --no-demo} */
    ServedJar(Path data, String demo) {
        this(data, demo, Map.of());
    }

    /** @param variables of its environment */
    ServedJar(Path data, String demo, Map<String, String> variables) {
        program = PackagedJar.start(JAVA, variables, "--port", "0", demo, "--data", data.toString());
        try {
            address = PackagedJar.address(program);
            browsers = new Browsers(address);
        } catch (RuntimeException failed) {
            program.close();
            throw failed;
        }
    }

    /** Runs a command on a data directory that nobody serves at the time; it has to succeed. */
    static void command(Path data, String input, String... arguments) {
        PackagedJar.Ended ended = PackagedJar.run(JAVA, input, Stream.concat(Stream.of(arguments),
                Stream.of("--data", data.toString())).toArray(String[]::new));
        assertThat(ended.code()).as("%s", ended).isZero();
    }

    URI address() {
        return address;
    }

    Browsers browsers() {
        return browsers;
    }

    @Override
    public void close() {
        browsers.close();
        program.close();
    }
}
