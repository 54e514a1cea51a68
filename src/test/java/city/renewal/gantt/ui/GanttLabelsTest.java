package city.renewal.gantt.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GanttLabelsTest {

    @ParameterizedTest
    @ValueSource(strings = {"zh-CN", "en"})
    void haveATextInEveryLanguage(String language) {
        assertThat(GanttPage.words(Locale.forLanguageTag(language)).keySet())
                .containsAll(GanttLabels.KEYS.stream().map(key -> GanttLabels.PREFIX + key).toList())
                .contains(GanttLabels.UNANSWERED, GanttLabels.NOT_EDITABLE);
    }
}
