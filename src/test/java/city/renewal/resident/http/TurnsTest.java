package city.renewal.resident.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TurnsTest {

    private static final int MAKERS = 2;
    private static final int PLACES = 8;

    private final Turns<String, String> turns = new Turns<>("turns-test-", MAKERS, PLACES);
    private final CountDownLatch gate = new CountDownLatch(1);
    private final CountDownLatch bothWork = new CountDownLatch(MAKERS);
    private final AtomicInteger atOnce = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();
    private final AtomicInteger made = new AtomicInteger();

    @AfterEach
    void letGo() {
        gate.countDown();
    }

    private Supplier<String> slowly(String thing) {
        return () -> {
            most.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
            bothWork.countDown();
            try {
                gate.await();
            } catch (InterruptedException stopped) {
                throw new IllegalStateException(stopped);
            }
            made.incrementAndGet();
            atOnce.decrementAndGet();
            return thing;
        };
    }

    private CompletableFuture<String> ask(String what, String who) {
        return turns.ask(what, who, slowly(what)).orElseThrow();
    }

    @Test
    void everybody_waits_for_their_turn_and_only_a_few_things_are_made_at_once() throws Exception {
        List<CompletableFuture<String>> asked = new ArrayList<>();
        for (int i = 0; i < PLACES; i++) {
            asked.add(ask("poster " + i, "reader " + i % 2));
        }
        bothWork.await();
        assertThat(asked).noneMatch(CompletableFuture::isDone);
        assertThat(turns.ask("one more", "somebody else", slowly("one more"))).as("no place is left").isEmpty();
        gate.countDown();

        for (int i = 0; i < PLACES; i++) {
            assertThat(asked.get(i).join()).isEqualTo("poster " + i);
        }
        assertThat(most.get()).isEqualTo(MAKERS);
        assertThat(ask("one more", "somebody else").join()).as("places are free again").isEqualTo("one more");
    }

    @Test
    void what_several_wait_for_is_made_once() {
        List<CompletableFuture<String>> asked = List.of(ask("poster", "one"), ask("poster", "two"), ask("poster", "two"));
        gate.countDown();

        assertThat(asked).allSatisfy(each -> assertThat(each.join()).isEqualTo("poster"));
        assertThat(made.get()).isOne();
    }

    @Test
    void half_of_the_places_are_nobodys_alone() {
        for (int i = 0; i < PLACES / 2; i++) {
            ask("poster " + i, "greedy");
        }
        assertThat(turns.ask("poster 0", "greedy", slowly("poster 0"))).as("not the same again either").isEmpty();
        CompletableFuture<String> other = ask("another", "modest");
        gate.countDown();
        assertThat(other.join()).isEqualTo("another");
    }

    @Test
    void what_cannot_be_made_fails_for_who_waits_and_is_tried_again_for_the_next() {
        gate.countDown();
        CompletableFuture<String> asked = turns.ask("poster", "one", () -> {
            throw new IllegalStateException("no font");
        }).orElseThrow();
        assertThatThrownBy(asked::join).isInstanceOf(CompletionException.class).hasMessageContaining("no font");
        assertThat(ask("poster", "one").join()).isEqualTo("poster");
    }
}
