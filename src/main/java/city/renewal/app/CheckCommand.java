package city.renewal.app;

import city.renewal.base.Database;
import city.renewal.base.Finding;
import city.renewal.base.Messages;
import city.renewal.base.Vault;
import city.renewal.consent.ConsentCheck;
import city.renewal.matter.MatterCheck;
import city.renewal.plan.PlanCheck;
import city.renewal.project.handover.HandoverPaperCheck;
import city.renewal.project.handover.HandoverPapers;
import city.renewal.site.ReportCheck;
import city.renewal.site.photo.PhotoCheck;
import city.renewal.site.photo.PhotoFiles;
import city.renewal.visit.VisitCheck;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Checks the data of a server that does not run, and prints one line a finding. */
@Command(name = "check", mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {

    private final Messages messages = new Messages();

    @Spec
    private CommandSpec spec;

    @Mixin
    private CommonOptions common;

    @Override
    public Integer call() {
        Configuration configuration = common.configuration(Map.of());
        try (Database database = Database.open(configuration.database())) {
            Services services = new Services(configuration, database, Clock.system(configuration.zone()));
            List<Finding> findings = Stream.of(new PlanCheck(database.jdbi()).findings(),
                    new ReportCheck(database.jdbi()).findings(),
                    new PhotoCheck(database.jdbi(), new PhotoFiles(database.directory())).findings(),
                    new MatterCheck(database.jdbi(), new PhotoFiles(database.directory())).findings(),
                    new HandoverPaperCheck(database.jdbi(), HandoverPapers.files(database.directory(),
                            new Vault(database.jdbi(), configuration.keyFile(database.directory())))).findings(),
                    services.get(ConsentCheck.class).findings(), services.get(VisitCheck.class).findings())
                    .flatMap(List::stream).toList();
            findings.forEach(finding -> say(finding.in(messages, Locale.getDefault())));
            if (findings.isEmpty()) {
                say(messages.text(Locale.getDefault(), "check.well", database.schema()));
                return 0;
            }
            return CommandLineInterface.FAILED;
        }
    }

    private void say(String line) {
        spec.commandLine().getOut().println(line);
    }
}
