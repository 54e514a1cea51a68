package city.renewal.plan.interchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImportWordsTest {

    @ParameterizedTest
    @ValueSource(strings = {"zh_CN", "en"})
    void everyRefusalAndEverythingLeftOutHasWords(String language) throws Exception {
        Properties words = new Properties();
        try (InputStreamReader in = new InputStreamReader(ImportWordsTest.class.getResourceAsStream(
                "/vaadin-i18n/translations_" + language + ".properties"), StandardCharsets.UTF_8)) {
            words.load(in);
        }
        Stream<String> refusals = Arrays.stream(UnreadableFileException.Reason.values())
                .map(reason -> new UnreadableFileException(reason).messageKey());
        Stream<String> leftOut = Arrays.stream(LeftOut.What.values())
                .map(what -> new LeftOut(what, 1, List.of()).messageKey());

        assertThat(Stream.concat(refusals, leftOut)).allMatch(key -> !words.getProperty(key, "").isBlank());
    }
}
