import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Runs {@code frontend/day-sheet/build.mjs} with the Node that the front-end build has: arguments are the project's
 * directory and the one for the bundle.
 */
final class DaySheetBundle {

    private DaySheetBundle() {
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path project = Path.of(arguments[0]);
        int code = new ProcessBuilder(node(project), "frontend/day-sheet/build.mjs", arguments[1])
                .directory(project.toFile()).inheritIO().start().waitFor();
        if (code != 0) {
            throw new IOException("The day sheet could not be bundled: node ended with " + code);
        }
    }

    /** On the path, else where run.sh or the front-end build put it. */
    private static String node(Path project) throws IOException {
        Stream<Path> onPath = Arrays.stream(System.getenv().getOrDefault("PATH", "").split(java.io.File.pathSeparator))
                .map(Path::of);
        Path vaadin = Path.of(System.getProperty("user.home"), ".vaadin");
        List<Path> fetched = List.of();
        if (Files.isDirectory(vaadin)) {
            try (Stream<Path> below = Files.list(vaadin)) {
                fetched = below.sorted(Comparator.reverseOrder()).map(each -> each.resolve("bin")).toList();
            }
        }
        return Stream.of(onPath, Stream.of(project.resolve(".node/bin")), fetched.stream())
                .flatMap(each -> each)
                .flatMap(each -> Stream.of(each.resolve("node"), each.resolve("node.exe")))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IOException("Node was not found. Install it, or build with ./run.sh."))
                .toString();
    }
}
