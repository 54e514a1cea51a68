package city.renewal.plan.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.renewal.base.Messages;
import city.renewal.base.Refusal;
import city.renewal.plan.WorkTypes;
import city.renewal.project.Kinds;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A template that cannot be planned with is refused in one line that says where to mend it. */
class TemplateReaderTest {

    private static final String HEAD = """
            kind: compound
            name: {zh: Sample}
            crew: "{0} crew"
            groups: [{id: works, zh: Works}]
            items:
            """;
    private static final String ROOF =
            "  - {id: roof, group: works, zh: Roof, of: area, per: 0.2, unit: m2, rate: 50, after: []}\n";

    private final TemplateReader reader =
            new TemplateReader(Kinds.packed(), WorkTypes.packed(), CalendarRule.packed());

    @Test
    void every_packed_template_can_be_read() {
        assertThat(reader.packed()).containsKeys("compound", "road", "greenway", "pocket-park", "pipe-network",
                "market", "age-friendly");
    }

    @Test
    void a_sound_template_is_read() {
        PlanTemplate template = reader.read(HEAD + ROOF, "sample.yaml", "7");

        assertThat(template.id()).isEqualTo("7");
        assertThat(template.items()).singleElement().satisfies(roof -> {
            assertThat(roof.amount().unit()).isEqualTo("m2");
            assertThat(roof.effort().rate()).isEqualTo(50);
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "unit: m2, | | sample.yaml, item “roof” lacks “unit”.",
            "unit: m2 | unit: acre | sample.yaml, item “roof”: there is no “acre” for “unit”.",
            "rate: 50 | rate: 0 | sample.yaml, item “roof”: “rate” has to be a number above 0, not “0”.",
            "rate: 50 | rate: -3 | sample.yaml, item “roof”: “rate” has to be a number above 0, not “-3”.",
            "rate: 50 | rate: fast | sample.yaml, item “roof”: “rate” has to be a number above 0, not “fast”.",
            "rate: 50 | rate: .nan | sample.yaml, item “roof”: “rate” has to be a number above 0, not “NaN”.",
            "rate: 50, | | sample.yaml, item “roof” lacks “rate”.",
            "of: area | of: moons | sample.yaml, item “roof”: there is no “moons” for “of”.",
            "group: works | group: other | sample.yaml, item “roof”: there is no “other” for “group”.",
            "zh: Roof | zh: Roof, work: magic | sample.yaml, item “roof”: there is no “magic” for “work”.",
            "zh: Roof | zh: Roof, class: GREAT | sample.yaml, item “roof”: there is no “GREAT” for “class”.",
            "zh: Roof | zh: Roof, calendar: lunar | sample.yaml, item “roof”: there is no “lunar” for “calendar”.",
            "zh: Roof | zh: Roof, by: magic | sample.yaml, item “roof”: there is no “magic” for “by”.",
            "id: roof | id: Roof! | sample.yaml: the id “Roof!” may have small letters, digits and hyphens only.",
            "id: roof, | | sample.yaml, item “Roof” lacks “id”.",
            "zh: Roof, | | sample.yaml, item “roof” lacks “zh”.",
            "after: [] | after: [walls] | sample.yaml, item “roof”: there is no “walls” for “after”.",
            "after: [] | after: [roof XX+2] | sample.yaml, item “roof”: “roof XX+2” is no predecessor such as “roof” or “roof SS+2”.",
            "after: [] | after: [roof] | sample.yaml: items wait for one another: roof → roof"})
    void what_is_wrong_is_named_with_file_item_and_field(String sound, String wrong, String message) {
        assertRefused(HEAD + ROOF.replace(sound, wrong == null ? "" : wrong), message);
    }

    @Test
    void an_id_used_twice_is_named() {
        assertRefused(HEAD + ROOF + ROOF, "sample.yaml: the id “roof” is used twice.");
    }

    @Test
    void a_longer_circle_is_shown_in_the_order_of_work() {
        String walls = ROOF.replace("id: roof", "id: walls").replace("after: []", "after: [roof FS+2]");
        String paint = ROOF.replace("id: roof", "id: paint").replace("after: []", "after: [walls]");

        assertRefused(HEAD + ROOF.replace("after: []", "after: [paint SS]") + walls + paint,
                "sample.yaml: items wait for one another: roof → walls → paint → roof");
    }

    @Test
    void what_is_no_yaml_is_named_with_its_line() {
        assertRefused(HEAD + ROOF + "  - {id: [\n", "Line 8 of sample.yaml is not readable as YAML.");
    }

    @Test
    void what_is_another_file_altogether_is_refused() {
        assertThatThrownBy(() -> reader.read("just words", "sample.yaml", "7")).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> reader.read("", "sample.yaml", "7")).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> reader.read("kind: compound", "sample.yaml", "7")).isInstanceOf(Refusal.class);
    }

    private void assertRefused(String text, String message) {
        assertThatThrownBy(() -> reader.read(text, "sample.yaml", "7"))
                .isInstanceOfSatisfying(Refusal.class, refusal ->
                        assertThat(refusal.in(new Messages(), Locale.ENGLISH)).isEqualTo(message));
    }

    @ParameterizedTest
    @ValueSource(strings = {"kind: &a [*a]\n", "name: &a {zh: A}\nkind: *a\n"})
    void repetitions_by_name_are_refused_before_they_grow(String text) {
        assertThatThrownBy(() -> reader.read(text, "bomb.yaml", "7"))
                .isInstanceOfSatisfying(Refusal.class, refused ->
                        assertThat(refused.in(new Messages(), Locale.ENGLISH)).startsWith("Line "));
    }

    @Test
    void endless_nesting_is_refused() {
        assertThatThrownBy(() -> reader.read("kind: " + "[".repeat(200_000), "deep.yaml", "7"))
                .isInstanceOf(Refusal.class);
    }
}
