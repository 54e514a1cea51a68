package city.renewal.app;

import static org.assertj.core.api.Assertions.assertThat;

import city.renewal.base.Messages;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;

class CommandLineTest {

    private static final String HAN = "(?s).*\\p{IsHan}.*";

    @ParameterizedTest
    @MethodSource("commands")
    void explains_itself_in_both_languages(String name) {
        for (Locale locale : Messages.LOCALES) {
            CommandLine command = command(name, locale);
            CommandSpec spec = command.getCommandSpec();
            String usage = command.getUsageMessage(Ansi.OFF);

            assertThat(spec.usageMessage().header()).as("header of %s in %s", name, locale).isNotEmpty();
            assertThat(spec.options()).as("options of %s in %s", name, locale)
                    .allSatisfy(CommandLineTest::assertDescribed);
            assertThat(spec.positionalParameters()).as("parameters of %s in %s", name, locale)
                    .allSatisfy(CommandLineTest::assertDescribed);
            assertThat(usage.matches(HAN)).as("%s in %s:%n%s", name, locale, usage)
                    .isEqualTo(locale.equals(Locale.SIMPLIFIED_CHINESE));
            assertThat(spec.usageMessage().exitCodeList()).as("exit codes of %s in %s", name, locale)
                    .containsOnlyKeys("0", "1", "2");
        }
    }

    private static void assertDescribed(ArgSpec argument) {
        assertThat(String.join("", argument.description())).as(argument.toString()).isNotBlank();
    }

    static Stream<String> commands() {
        CommandLine all = CommandLineInterface.commandLine(new Messages(), Locale.ENGLISH);
        return Stream.concat(Stream.of(""), names(all, ""));
    }

    private static Stream<String> names(CommandLine command, String before) {
        return command.getSubcommands().entrySet().stream().flatMap(each -> Stream.concat(
                Stream.of(before + each.getKey()), names(each.getValue(), before + each.getKey() + " ")));
    }

    private static CommandLine command(String name, Locale locale) {
        CommandLine command = CommandLineInterface.commandLine(new Messages(), locale);
        for (String part : name.isEmpty() ? List.<String>of() : List.of(name.split(" "))) {
            command = command.getSubcommands().get(part);
        }
        return command;
    }
}
