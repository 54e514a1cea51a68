package city.renewal.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A program in a process of its own, whose lines are read one at a time. Killed when closed. */
public final class ChildProgram implements AutoCloseable {

    private final Process process;
    private final BufferedReader output;

    private ChildProgram(List<String> command, Map<String, String> environment, boolean errorsToo) {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().putAll(environment);
        if (errorsToo) {
            builder.redirectErrorStream(true);
        } else {
            builder.redirectError(ProcessBuilder.Redirect.INHERIT);
        }
        try {
            process = builder.start();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        output = process.inputReader(StandardCharsets.UTF_8);
    }

    /** Runs a class of the tests' own class path; its standard error is the tests'. */
    public static ChildProgram of(Class<?> main, String... arguments) {
        List<String> command = new ArrayList<>(List.of(java(), "-cp", System.getProperty("java.class.path"),
                main.getName()));
        command.addAll(List.of(arguments));
        return new ChildProgram(command, Map.of(), false);
    }

    /** Runs any command; its standard error is read together with its output. */
    public static ChildProgram of(List<String> command, Map<String, String> environment) {
        return new ChildProgram(command, environment, true);
    }

    /** @return the Java that runs the tests */
    public static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /** @return the next line, or empty when the program has closed its output */
    public Optional<String> line() {
        try {
            return Optional.ofNullable(output.readLine());
        } catch (IOException closed) {
            return Optional.empty();
        }
    }

    /** Reads on until a line has the text in it. */
    public String lineWith(String text) {
        List<String> before = new ArrayList<>();
        for (Optional<String> line = line(); line.isPresent(); line = line()) {
            if (line.get().contains(text)) {
                return line.get();
            }
            before.add(line.get());
        }
        throw new AssertionError("The program ended without saying '" + text + "' but " + before);
    }

    /** @return the lines that are left, when the program has ended by itself or was killed */
    public List<String> rest() {
        return Stream.generate(this::line).takeWhile(Optional::isPresent).map(Optional::get).toList();
    }

    public Process process() {
        return process;
    }

    /** Ends the program as a power cut would. */
    public void kill() {
        // By its handle: the process itself would close the output, and with it what was said last.
        process.toHandle().destroyForcibly();
    }

    /** Asks the program to end, as the system does with SIGTERM. */
    public void stop() {
        process.toHandle().destroy();
    }

    /** Waits for the program's end. */
    public int exitCode() {
        try {
            return process.waitFor();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    @Override
    public void close() {
        // What it started itself, as the launcher on an old Java does, would outlive it.
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        kill();
        exitCode();
    }
}
