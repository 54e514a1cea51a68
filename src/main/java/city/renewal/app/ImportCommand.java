package city.renewal.app;

import city.renewal.account.Actor;
import city.renewal.base.Database;
import city.renewal.base.Messages;
import city.renewal.base.Refusal;
import city.renewal.plan.interchange.ImportPreview;
import city.renewal.plan.interchange.PlanDocument;
import city.renewal.plan.interchange.PlanImports;
import city.renewal.plan.interchange.PlanUpdate;
import city.renewal.plan.interchange.PlanUpdateWords;
import city.renewal.plan.interchange.UnreadableFileException;
import city.renewal.schedule.Schedule;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Brings schedule files in, each in one transaction, and prints one last line for each. */
@Command(name = "import", mixinStandardHelpOptions = true)
final class ImportCommand implements Callable<Integer> {

    private static final String UNNAMED = "-";

    private final Messages messages = new Messages();
    private final Locale locale = Locale.getDefault();

    @Spec
    private CommandSpec spec;

    @Mixin
    private CommonOptions common;

    @Parameters(arity = "1..*", paramLabel = "FILE", descriptionKey = "option.import.file")
    private List<Path> files = List.of();

    @Option(names = "--project", paramLabel = "CODE", descriptionKey = "option.import.project")
    private @Nullable String code;

    @Option(names = "--dry-run", descriptionKey = "option.import.dry-run")
    private boolean dryRun;

    @Override
    public Integer call() {
        if (code != null && files.size() > 1) {
            throw CommandLineInterface.wrong(spec, messages.text(locale, "command.import.one-project"));
        }
        Configuration configuration = common.configuration(Map.of());
        try (Database database = Database.open(configuration.database())) {
            Services services = new Services(configuration, database, Clock.system(configuration.zone()));
            PlanImports imports = services.get(PlanImports.class);
            boolean refused = false;
            for (Path file : files) {
                refused |= !bringIn(imports, file);
            }
            return refused ? CommandLineInterface.FAILED : 0;
        }
    }

    private boolean bringIn(PlanImports imports, Path file) {
        PrintWriter out = spec.commandLine().getOut();
        try {
            ImportPreview preview = imports.preview(file, String.valueOf(file.getFileName()));
            List<String> leftOut = preview.leftOut(messages, locale);
            Optional<PlanUpdate> update = imports.compare(preview, code);
            String stored = dryRun
                    ? code == null ? UNNAMED : code.toUpperCase(Locale.ROOT)
                    : bringIn(imports, preview, update.isPresent());
            update.ifPresent(changes -> new PlanUpdateWords(messages, locale).sentences(changes)
                    .forEach(line -> out.println("  " + line)));
            preview.held(messages, locale).forEach(line -> out.println("  " + line));
            leftOut.forEach(line -> out.println("  " + line));
            out.println(summary(file, stored, preview, leftOut.size()));
            return true;
        } catch (UnreadableFileException unreadable) {
            return refused(file, messages.text(locale, unreadable.messageKey(), unreadable.parameters().toArray()));
        } catch (Refusal refusal) {
            return refused(file, refusal.in(messages, locale));
        } finally {
            out.flush();
        }
    }

    /** @return the code of the project */
    private String bringIn(PlanImports imports, ImportPreview preview, boolean planned) {
        if (planned && code != null) {
            imports.update(Actor.commandLine(), preview, code);
            return code.toUpperCase(Locale.ROOT);
        }
        return imports.store(Actor.commandLine(), preview, code, preview.title()).code();
    }

    private static String summary(Path file, String code, ImportPreview preview, int leftOut) {
        PlanDocument document = preview.placement().document();
        Schedule schedule = preview.placement().schedule();
        return "%s: %s tasks=%d links=%d start=%s finish=%s length=%d left-out=%d".formatted(file, code,
                document.tasks().size(), document.links().size(), schedule.start(), schedule.finish(),
                schedule.workingDays(), leftOut);
    }

    private boolean refused(Path file, String why) {
        spec.commandLine().getOut().println(file + ": refused: " + why.replaceAll("\\s*\\R\\s*", " "));
        return false;
    }
}
