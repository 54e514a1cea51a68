package city.renewal;

import city.renewal.testing.ChildProgram;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** The jar as it is shipped, run as a person runs it. */
final class PackagedJar {

    static final Path JAR = Path.of(Objects.requireNonNull(System.getProperty("renewal.jar"),
            "Run by the build, which names the jar"));

    private PackagedJar() {
    }

    /** What a command that ended by itself said and ended with. */
    record Ended(int code, List<String> output, List<String> errors) {
    }

    /** @return the Java that runs the tests, and one of version 17 where one is installed */
    static Stream<Path> javas() {
        Optional<Path> old = oldJava();
        if (old.isEmpty()) {
            System.out.println("Not tried with Java 17: none found in /usr/lib/jvm");
        }
        return Stream.concat(Stream.of(Path.of(ChildProgram.java())), old.stream());
    }

    private static Optional<Path> oldJava() {
        try (Stream<Path> homes = Files.list(Path.of("/usr/lib/jvm"))) {
            return homes.filter(home -> home.getFileName().toString().contains("17"))
                    .map(home -> home.resolve("bin").resolve("java"))
                    .filter(Files::isExecutable)
                    .min(Path::compareTo);
        } catch (IOException none) {
            return Optional.empty();
        }
    }

    /** Starts {@code java -jar} in English and does not wait. */
    static ChildProgram start(Path java, String... arguments) {
        return start(java, Map.of(), arguments);
    }

    /** @param variables of its environment, beside its own language */
    static ChildProgram start(Path java, Map<String, String> variables, String... arguments) {
        Map<String, String> environment = new HashMap<>(variables);
        environment.put("LC_ALL", "C.UTF-8");
        return ChildProgram.of(command(java, arguments), environment);
    }

    static List<String> command(Path java, String... arguments) {
        List<String> command = new ArrayList<>(List.of(java.toString(), "-jar", JAR.toAbsolutePath().toString()));
        command.addAll(List.of(arguments));
        return command;
    }

    /** @return where the program that was started says it serves */
    static URI address(ChildProgram program) {
        String line = program.lineWith("(Ctrl+C stops)");
        return URI.create(line.replaceFirst(".*Serving on (http://\\S+).*", "$1"));
    }

    /** Runs a command to its end, with the given standard input. */
    static Ended run(Path java, String input, String... arguments) {
        return run(command(java, arguments), input);
    }

    static Ended run(List<String> command, String input) {
        try {
            Path errors = Files.createTempFile("errors", ".txt");
            try {
                ProcessBuilder builder = new ProcessBuilder(command).redirectError(errors.toFile());
                builder.environment().put("LC_ALL", "C.UTF-8");
                Process process = builder.start();
                try (var standardInput = process.outputWriter(StandardCharsets.UTF_8)) {
                    standardInput.write(input);
                }
                List<String> output = process.inputReader(StandardCharsets.UTF_8).lines().toList();
                return new Ended(process.waitFor(), output, Files.readAllLines(errors));
            } finally {
                Files.delete(errors);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    /** @return the lines that are no entries of the log */
    static List<String> said(List<String> lines) {
        return lines.stream().filter(line -> !line.matches(LOG_LINE)).toList();
    }

    /** One event of the log. */
    static final String LOG_LINE = String.format(Locale.ROOT, "%s \\[.+] \\[[A-Z]+] \\w+ - .+",
            "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}(Z|[+-]\\d\\d:\\d\\d)");
}
