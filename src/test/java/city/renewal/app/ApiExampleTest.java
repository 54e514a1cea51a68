package city.renewal.app;

import static org.assertj.core.api.Assertions.assertThat;

import city.renewal.account.NewToken;
import city.renewal.account.Scope;
import city.renewal.account.Tokens;
import city.renewal.site.SiteReport;
import city.renewal.site.SiteReports;
import city.renewal.site.photo.Photos;
import city.renewal.testing.People;
import city.renewal.testing.SmallPlan;
import city.renewal.testing.TestClock;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The lines of docs/api.md do what they promise, twice the same as once. */
class ApiExampleTest {

    private static final Pattern LINES = Pattern.compile("```sh\\n(.*?)```", Pattern.DOTALL);

    @TempDir
    private Path directory;

    @Test
    void the_example_reports_a_day_with_a_photo_once() throws Exception {
        Assumptions.assumeTrue(Files.isExecutable(Path.of("/usr/bin/curl")) && Files.isExecutable(Path.of("/bin/bash")),
                "The example needs bash and curl");
        try (RunningServer server = RunningServer.start(directory.resolve("data"), TestClock.at(SmallPlan.START))) {
            People people = People.join(server.services());
            SmallPlan plan = SmallPlan.add(server.services(), people.planner(), "EXAMPLE");
            Path photo = directory.resolve("photo.jpg");
            ImageIO.write(new BufferedImage(30, 20, BufferedImage.TYPE_INT_RGB), "jpeg", photo.toFile());
            Map<String, String> set = Map.of(
                    "BASE", server.address("/").toString().replaceFirst("/$", ""),
                    "TOKEN", server.services().get(Tokens.class).add(people.engineer(), new NewToken(
                            people.engineer().login(), "example", EnumSet.allOf(Scope.class), null)),
                    "PROJECT", "EXAMPLE", "TASK", String.valueOf(plan.pipes()), "DAY", SmallPlan.START.toString(),
                    "PHOTO", photo.toString());

            run(set);
            String said = run(set);

            assertThat(said).contains("\"token\":\"example\"", "\"contentType\":\"image/jpeg\"",
                    "\"state\":\"submitted\"", "\"quantity\":12.5");
            List<SiteReport> reports = server.services().get(SiteReports.class).ofTask(plan.pipes());
            assertThat(reports).hasSize(1);
            assertThat(server.services().get(Photos.class).ofReports(List.of(reports.getFirst().id()))
                    .get(reports.getFirst().id())).hasSize(1);
        }
    }

    private String run(Map<String, String> set) throws IOException, InterruptedException {
        Matcher lines = LINES.matcher(Files.readString(Path.of("docs/api.md")));
        assertThat(lines.find()).isTrue();
        ProcessBuilder builder = new ProcessBuilder("/bin/bash", "-c", lines.group(1)).redirectErrorStream(true);
        builder.environment().putAll(set);
        builder.environment().put("no_proxy", "*");
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }
}
