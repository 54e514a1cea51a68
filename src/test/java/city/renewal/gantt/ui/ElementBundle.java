package city.renewal.gantt.ui;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The Gantt element as one script, made by the bundler and from the packages that Vaadin's build of the application has
 * put into {@code node_modules}: in the application's own bundle it cannot be loaded without the application.
 */
final class ElementBundle {

    private static final Path BUNDLER = Path.of("node_modules", "vite", "bin", "vite.js");
    private static final Path SETTINGS = Path.of("src", "test", "frontend", "gantt.vite.config.mjs");
    private static final Path OUTPUT = Path.of("target", "gantt-element");

    private ElementBundle() {
    }

    /** @throws IllegalStateException when the front end was not built before, or Node is not on the path */
    static byte[] build() {
        if (!Files.isRegularFile(BUNDLER)) {
            throw new IllegalStateException("There is no " + BUNDLER + ": build the application first");
        }
        try {
            Process process = new ProcessBuilder("node", BUNDLER.toString(), "build", "--config", SETTINGS.toString(),
                    "--outDir", OUTPUT.toAbsolutePath().toString()).redirectErrorStream(true).start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException("The Gantt element could not be bundled: " + said);
            }
            return Files.readAllBytes(OUTPUT.resolve("gantt.js"));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while bundling the Gantt element", e);
        } catch (IOException e) {
            throw new UncheckedIOException("Node has to be on the path, as ./run.sh sees to", e);
        }
    }
}
