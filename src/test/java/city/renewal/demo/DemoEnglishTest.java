package city.renewal.demo;

import static org.assertj.core.api.Assertions.assertThat;

import city.renewal.base.Names;
import city.renewal.base.Words;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whoever reads the demonstration in English reads no Chinese. */
class DemoEnglishTest {

    private static final Pattern HAN = Pattern.compile("\\p{IsHan}");

    private final List<DemoProject> projects = DemoFixture.programme().on(DemoFixture.ORDINARY_DAY);

    @Test
    void knowsStreetsOrganisationsAndSentencesInEnglish() {
        assertThat(projects.stream().flatMap(DemoEnglishTest::said).filter(Objects::nonNull).distinct())
                .allSatisfy(text -> assertThat(Names.of(text).en()).as(text).isNotNull()
                        .doesNotContainPattern(HAN));
    }

    @Test
    void givesProjectsTasksAndReasonsAnEnglishName() {
        assertThat(projects.stream().flatMap(project -> Stream.of(
                        Stream.of(new Words(project.project().name(), project.project().nameEn())),
                        project.plan().tasks().stream()
                                .map(task -> new Words(task.input().name(), task.input().nameEn())),
                        project.plan().delayReasons().stream()
                                .map(reason -> new Words(reason.words(), reason.wordsEn())))
                .flatMap(words -> words)))
                .allSatisfy(words -> assertThat(words.en()).as(words.zh()).isNotNull().doesNotContainPattern(HAN));
    }

    private static Stream<String> said(DemoProject project) {
        return Stream.of(
                        Stream.of(project.project().street(), project.project().community()),
                        project.project().parties().stream().map(party -> party.organisation()),
                        project.plan().delayReasons().stream().map(reason -> reason.catchUp()),
                        project.reports().stream().flatMap(report -> Stream.of(report.remark(), report.decision())))
                .flatMap(texts -> texts);
    }
}
