package city.renewal.app;

import city.renewal.base.Database;
import city.renewal.base.Messages;
import city.renewal.plan.interchange.ExportFormat;
import city.renewal.plan.interchange.PlanExports;
import city.renewal.project.Project;
import city.renewal.project.Projects;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Gives a project's plan to another tool, in a file or on standard output. */
@Command(name = "export", mixinStandardHelpOptions = true)
final class ExportCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private CommonOptions common;

    @Parameters(paramLabel = "CODE", descriptionKey = "option.export.project")
    private String code = "";

    @Option(names = "--format", required = true, paramLabel = "FORMAT", descriptionKey = "option.export.format")
    private ExportFormat format = ExportFormat.MSPDI;

    @Option(names = "--out", paramLabel = "FILE", descriptionKey = "option.export.out")
    private @Nullable Path file;

    @Override
    public Integer call() throws IOException {
        Configuration configuration = common.configuration(Map.of());
        try (Database database = Database.open(configuration.database())) {
            Services services = new Services(configuration, database, Clock.system(configuration.zone()));
            Project project = services.get(Projects.class).get(code);
            PlanExports exports = services.get(PlanExports.class);
            if (file == null) {
                exports.write(project, format, Locale.getDefault(), System.out);
                System.out.flush();
            } else {
                writeWhole(exports, project, format, file);
                spec.commandLine().getOut().println(
                        new Messages().text(Locale.getDefault(), "command.export.done", project.code(), file));
            }
            return 0;
        }
    }

    /** Under its own name the file appears only when it is complete. */
    private static void writeWhole(PlanExports exports, Project project, ExportFormat format, Path file)
            throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        Path part = Files.createTempFile(folder, "." + file.getFileName(), ".part");
        try {
            try (OutputStream out = Files.newOutputStream(part)) {
                exports.write(project, format, Locale.getDefault(), out);
            }
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
    }
}
