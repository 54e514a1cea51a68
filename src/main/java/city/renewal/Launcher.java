package city.renewal;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The jar's entry, compiled for Java 11. On Java 21 or later it runs the program in this process; on an older one it
 * looks for a newer Java in the usual places, says so in one line and runs the program with that, passing arguments,
 * input, output, signals and the exit code through.
 */
public final class Launcher {

    private static final int NEEDED = 21;
    private static final List<String> PLACES = List.of("/usr/lib/jvm", "/usr/java", "/opt", "/opt/java",
            "/Library/Java/JavaVirtualMachines", "C:\\Program Files\\Java", "C:\\Program Files\\Eclipse Adoptium");
    private static final String HINT = "Install a JDK of version 21 or later (https://adoptium.net) and set JAVA_HOME"
            + " to it.";

    private Launcher() {
    }

    public static void main(String[] arguments) throws Exception {
        if (Runtime.version().feature() >= NEEDED) {
            Class.forName("city.renewal.Main").getMethod("main", String[].class).invoke(null, (Object) arguments);
            return;
        }
        Path newer = newerJava(homes(System.getenv("JAVA_HOME"), System.getProperty("user.home"), PLACES));
        if (newer == null) {
            System.err.println(noneFound(Runtime.version().feature()));
            System.exit(1);
        }
        System.err.println("This is Java " + Runtime.version().feature() + "; running with " + newer + " instead.");
        System.exit(run(newer, arguments));
    }

    /** @return what to do, in one line */
    static String noneFound(int feature) {
        return "This is Java " + feature + ", but the program needs " + NEEDED + " or later and none was found. "
                + HINT;
    }

    private static int run(Path java, String[] arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(java.toString());
        command.add("-cp");
        command.add(System.getProperty("java.class.path"));
        command.add("city.renewal.Main");
        command.addAll(List.of(arguments));
        Process program = new ProcessBuilder(command).inheritIO().start();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            program.destroy();
            try {
                program.waitFor(30, TimeUnit.SECONDS);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        }));
        return program.waitFor();
    }

    /** @return the first Java among the homes that is new enough, or null */
    static Path newerJava(Collection<Path> homes) {
        for (Path home : homes) {
            Path java = home.resolve("bin").resolve(File.separatorChar == '\\' ? "java.exe" : "java");
            if (Files.isExecutable(java) && feature(home) >= NEEDED) {
                return java;
            }
        }
        return null;
    }

    /**
     * @param javaHome what the environment says, or null
     * @param userHome where tools of developers put theirs
     * @param places   folders of which each may hold several
     * @return where a Java may be, the likeliest first
     */
    static Set<Path> homes(String javaHome, String userHome, List<String> places) {
        Set<Path> homes = new LinkedHashSet<>();
        if (javaHome != null && !javaHome.isEmpty()) {
            homes.add(Paths.get(javaHome));
        }
        for (String place : places) {
            homes.addAll(inside(Paths.get(place)));
        }
        homes.addAll(inside(Paths.get(userHome, ".sdkman", "candidates", "java")));
        homes.addAll(inside(Paths.get(userHome, ".jdks")));
        return homes;
    }

    /** Later names first, so that the newest of several is taken. */
    private static List<Path> inside(Path place) {
        if (!Files.isDirectory(place)) {
            return List.of();
        }
        List<Path> found = new ArrayList<>();
        try (Stream<Path> entries = Files.list(place)) {
            for (Path entry : new TreeSet<>(entries.collect(Collectors.toSet())).descendingSet()) {
                found.add(entry);
                found.add(entry.resolve("Contents").resolve("Home"));
            }
        } catch (IOException unreadable) {
            return List.of();
        }
        return found;
    }

    /** Reads the version from the file that every JDK and JRE has, which is quicker than asking it. */
    private static int feature(Path home) {
        try {
            for (String line : Files.readAllLines(home.resolve("release"))) {
                if (line.startsWith("JAVA_VERSION=")) {
                    String version = line.substring(line.indexOf('"') + 1).split("[.\"+-]")[0];
                    return Integer.parseInt(version);
                }
            }
        } catch (IOException | NumberFormatException unknown) {
            return 0;
        }
        return 0;
    }
}
