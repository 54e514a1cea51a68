package city.renewal.resident.http;

import static org.assertj.core.api.Assertions.assertThat;

import city.renewal.base.ChangeFeed;
import city.renewal.base.ProjectChange;
import city.renewal.testing.SmallPlan;
import city.renewal.testing.TestClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class NoticeShelfTest {

    private static final long PROJECT = 7;
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final ChangeFeed feed = new ChangeFeed();
    private final TestClock clock = TestClock.at(SmallPlan.START);
    private final NoticeShelf<String, Page> shelf = new NoticeShelf<>(feed, clock, 1_000, PATIENCE);

    private record Page(String text) implements NoticeShelf.Thing {

        @Override
        public long projectId() {
            return PROJECT;
        }

        @Override
        public Instant until() {
            return Instant.MAX;
        }

        @Override
        public int size() {
            return text.length();
        }
    }

    @Test
    void has_nothing_at_hand_that_was_not_made() {
        assertThat(shelf.atHand("door", () -> Optional.of(new Page("new")))).isEmpty();
    }

    @Test
    void nobody_waits_for_news_that_came_while_the_page_was_made() {
        shelf.get("door", () -> {
            news();
            return Optional.of(new Page("perhaps old"));
        });

        assertThat(shelf.atHand("door", Optional::empty)).contains(new Page("perhaps old"));
    }

    @Test
    void what_news_overtook_while_it_was_made_is_given_no_longer_than_patience() {
        shelf.get("door", () -> {
            news();
            return Optional.of(new Page("old"));
        });
        clock.pass(PATIENCE);

        assertThat(shelf.get("door", () -> Optional.of(new Page("new")))).contains(new Page("new"));
    }

    @Test
    void the_first_who_asks_after_news_has_it_made_anew_behind_them() throws Exception {
        shelf.get("door", () -> Optional.of(new Page("old")));
        news();
        CompletableFuture<Boolean> asked = new CompletableFuture<>();

        assertThat(shelf.atHand("door", () -> {
            asked.complete(true);
            return Optional.of(new Page("new"));
        })).contains(new Page("old"));
        assertThat(asked.get()).isTrue();
    }

    @Test
    void a_resident_who_reports_something_makes_no_page_old() {
        shelf.get("door", () -> Optional.of(new Page("old")));
        feed.publish(ProjectChange.ofMatters(PROJECT, ""));

        assertThat(shelf.get("door", () -> Optional.of(new Page("new")))).contains(new Page("old"));
        news();
        clock.pass(PATIENCE);
        assertThat(shelf.get("door", () -> Optional.of(new Page("new")))).contains(new Page("new"));
    }

    private void news() {
        feed.publish(new ProjectChange(PROJECT, "engineer", Set.of()));
    }
}
