package city.renewal.site.http;

import static org.assertj.core.api.Assertions.assertThat;

import city.renewal.base.Messages;
import city.renewal.testing.SourceFiles;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PhoneWordsTest {

    private static final Pattern KEY = Pattern.compile("'([a-z][a-z0-9-]*(?:\\.[a-z0-9-]+)+)'");
    private static final Pattern BUILT = Pattern.compile("`((?:[a-z-]+\\.)+)\\$\\{");

    @Test
    void are_those_that_the_page_says() {
        Set<String> words = PhoneWords.in(new Messages(), Locale.ENGLISH).keySet();
        Set<String> areas = words.stream().map(key -> key.substring(0, key.indexOf('.'))).collect(Collectors.toSet());
        Set<String> said = inPage(KEY).stream()
                .filter(key -> areas.contains(key.substring(0, key.indexOf('.'))))
                .collect(Collectors.toSet());
        Set<String> built = inPage(BUILT).stream()
                .filter(area -> areas.contains(area.substring(0, area.indexOf('.'))))
                .collect(Collectors.toSet());

        assertThat(said).isNotEmpty();
        assertThat(words).containsAll(said);
        assertThat(built).allMatch(area -> words.stream().anyMatch(word -> word.startsWith(area)));
        assertThat(words).allMatch(word -> said.contains(word) || built.stream().anyMatch(word::startsWith));
    }

    private static Set<String> inPage(Pattern pattern) {
        return SourceFiles.below("frontend/day-sheet", ".ts").stream()
                .flatMap(file -> pattern.matcher(SourceFiles.code(file)).results())
                .map(found -> found.group(1))
                .collect(Collectors.toSet());
    }
}
