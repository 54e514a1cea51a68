package city.renewal.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A script in a folder of its own, run by bash with nothing on its path but a few tools and what a test adds. */
public final class Shell {

    private static final List<String> TOOLS = List.of("cat", "date", "dirname", "find", "grep", "mktemp",
            "readlink", "rm", "sed", "sleep", "tr", "uname");

    private final Path folder;
    private final Path programs;

    /** What a run said and ended with. */
    public record Ended(int code, List<String> output, List<String> errors) {
    }

    public Shell(Path folder, String script) throws IOException {
        this.folder = folder;
        programs = Files.createDirectories(folder.resolve("programs"));
        Files.writeString(folder.resolve("run.sh"), script);
        for (String tool : TOOLS) {
            Path found = Stream.of("/usr/bin", "/bin").map(place -> Path.of(place, tool)).filter(Files::isExecutable)
                    .findFirst().orElseThrow(() -> new IllegalStateException("This machine has no " + tool));
            program(tool, "exec " + found + " \"$@\"");
        }
    }

    /** Puts a program on the script's path. */
    public void program(String name, String body) throws IOException {
        program(programs.resolve(name), body);
    }

    /** Makes a program anywhere. */
    public void program(Path file, String body) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, "#!/bin/bash\n" + body + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    /** @param javaHome what {@code JAVA_HOME} says */
    public Ended run(String javaHome, String... arguments) {
        List<String> command = new ArrayList<>(List.of("/bin/bash",
                folder.resolve("run.sh").toString()));
        command.addAll(List.of(arguments));
        Path errors = folder.resolve("errors.txt");
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(errors.toFile());
        builder.environment().clear();
        builder.environment().putAll(Map.of("PATH", programs.toString(), "HOME", folder.toString(),
                "JAVA_HOME", javaHome, "LC_ALL", "C.UTF-8"));
        try {
            Process process = builder.start();
            process.getOutputStream().close();
            List<String> output = process.inputReader(StandardCharsets.UTF_8).lines().toList();
            return new Ended(process.waitFor(), output, Files.readAllLines(errors));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
