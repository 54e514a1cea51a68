import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Run by the build: lists every npm package that the browser's half of the program may hold (those of the lock file
 * that are not for building only) and copies their licences beside the list.
 *
 * <p>Arguments: the project's directory, the directory to write to.
 */
final class NpmLicenses {

    private NpmLicenses() {
    }

    public static void main(String[] arguments) throws IOException {
        Path project = Path.of(arguments[0]);
        Path target = Files.createDirectories(Path.of(arguments[1]));
        if (!Files.isDirectory(project.resolve("node_modules"))) {
            System.err.println("node_modules is missing, and with it the licences of what the front end holds."
                    + " Delete src/main/bundles and build again.");
            System.exit(1);
        }
        TreeMap<String, String> list = new TreeMap<>();
        JsonNode lock = JsonMapper.shared().readTree(Files.readString(project.resolve("package-lock.json")));
        for (var each : lock.get("packages").properties()) {
            Path installed = project.resolve(each.getKey());
            if (each.getKey().isEmpty() || each.getValue().path("dev").asBoolean() || !Files.isDirectory(installed)) {
                continue;
            }
            String name = each.getKey().replaceFirst(".*node_modules/", "");
            String id = name + " " + each.getValue().get("version").stringValue();
            list.put(id, id + " (" + each.getValue().path("license").asString("see its files") + ")");
            for (Path text : texts(installed)) {
                Path copy = target.resolve(id.replace('/', '+').replace(' ', '-')).resolve(text.getFileName());
                Files.createDirectories(copy.getParent());
                Files.write(copy, Files.readAllBytes(text));
            }
        }
        List<String> lines = new ArrayList<>(List.of("The npm packages that the browser's half may hold:", ""));
        lines.addAll(list.values());
        Files.write(target.resolve("PACKAGES.txt"), lines);
    }

    private static List<Path> texts(Path installed) throws IOException {
        try (Stream<Path> files = Files.list(installed)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> file.getFileName().toString().toLowerCase(Locale.ROOT)
                            .matches("(licen[cs]e|notice|copying).*"))
                    .sorted()
                    .toList();
        }
    }
}
