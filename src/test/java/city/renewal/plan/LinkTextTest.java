package city.renewal.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.renewal.base.Refusal;
import city.renewal.plan.LinkText.Item;
import city.renewal.schedule.LinkType;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class LinkTextTest {

    @Provide
    Arbitrary<List<Item>> items() {
        Arbitrary<String> numbers = Arbitraries.integers().between(1, 20_000).map(String::valueOf)
                .list().ofMinSize(1).ofMaxSize(5).map(parts -> String.join(".", parts));
        return Combinators.combine(numbers, Arbitraries.of(LinkType.class),
                Arbitraries.integers().between(-EditRules.LONGEST_DAYS * 480, EditRules.LONGEST_DAYS * 480),
                Arbitraries.of(true, false)).as(Item::new).list().ofMaxSize(6);
    }

    @Property
    void what_was_written_reads_as_the_same(@ForAll("items") List<Item> items) {
        assertThat(LinkText.parse(LinkText.print(items))).isEqualTo(items);
    }

    @Property
    void durations_read_as_they_are_written(@ForAll @IntRange(max = EditRules.LONGEST_DAYS * 480) int minutes) {
        assertThat(DurationText.parse(DurationText.print(minutes))).isEqualTo(minutes);
    }

    @Example
    void reads_what_planners_type() {
        assertThat(LinkText.parse(" 12fs+3d , 7SS - 2 d;9\uFF0C1.2.3FF+0.5d \uFF1B 4FS+4h; 5SF+2ed ")).containsExactly(
                new Item("12", LinkType.FINISH_TO_START, 3 * 480, false),
                new Item("7", LinkType.START_TO_START, -2 * 480, false),
                new Item("9", LinkType.FINISH_TO_START, 0, false),
                new Item("1.2.3", LinkType.FINISH_TO_FINISH, 240, false),
                new Item("4", LinkType.FINISH_TO_START, 240, false),
                new Item("5", LinkType.START_TO_FINISH, 960, true));
        assertThat(LinkText.parse("  ")).isEmpty();
    }

    @Example
    void writes_no_more_than_is_needed() {
        assertThat(LinkText.print(List.of(new Item("1.2", LinkType.FINISH_TO_START, 0, false),
                new Item("3", LinkType.FINISH_TO_START, 720, false),
                new Item("4", LinkType.START_TO_START, -7, false)))).isEqualTo("1.2; 3FS+1.5d; 4SS-7min");
    }

    @Example
    void says_which_part_it_cannot_read() {
        assertThatThrownBy(() -> LinkText.parse("1; 3FF+50%")).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.key()).isEqualTo("plan.link.percent");
            assertThat(refusal.parameters()).containsExactly("3FF+50%");
        });
        for (String wrong : List.of("a", "1FS+", "1+-3d", "FS", "1.FS", "1FS+99999999d")) {
            assertThatThrownBy(() -> LinkText.parse(wrong)).as(wrong).hasMessageContaining("plan.link.text");
        }
    }
}
