package city.renewal.consent;

import static org.assertj.core.api.Assertions.assertThat;

import city.renewal.app.Services;
import city.renewal.base.Refusal;
import city.renewal.testing.OnEachDatabase;
import city.renewal.testing.TestClock;
import city.renewal.testing.TestDatabase;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

/** What becomes of a draft while colleagues work beside each other. */
@OnEachDatabase
class ConsentDraftsTest {

    private static final LocalDate DAY = LocalDate.of(2026, 5, 4);

    private final Services services;
    private final Consents consents;
    private ConsentSample sample;

    ConsentDraftsTest(TestDatabase database) {
        services = database.services(TestClock.at(DAY));
        consents = services.get(Consents.class);
    }

    @BeforeEach
    void compound(TestInfo test) {
        String code = test.getTestMethod().orElseThrow().getName().toUpperCase(Locale.ROOT).replace('_', '-');
        sample = ConsentSample.add(services, code.substring(0, Math.min(32, code.length())).replaceAll("-$", ""));
    }

    @Test
    void draft_that_a_colleague_opens_is_not_removed() throws Exception {
        sample.register();
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            for (int round = 0; round < 20; round++) {
                long item = draft(sample.place("B01"));
                CyclicBarrier together = new CyclicBarrier(2);
                List<Future<String>> ends = threads.invokeAll(List.of(
                        done(together, () -> consents.open(sample.worker(), item, DAY.plusDays(10))),
                        done(together, () -> consents.removeDraft(sample.worker(), item))));
                boolean opened = ends.get(0).get().equals("done");

                assertThat(ends.get(1).get()).isEqualTo(opened ? "consent.draft.not" : "done");
                assertThat(consents.asked(sample.project().id()).containsKey(item)).isEqualTo(opened);
            }
        }
    }

    private static Callable<String> done(CyclicBarrier together, Runnable work) {
        return () -> {
            together.await();
            try {
                work.run();
                return "done";
            } catch (Refusal refused) {
                return refused.key();
            }
        };
    }

    private long draft(Long... placeIds) {
        return consents.add(sample.worker(), sample.project().id(), ConsentSample.item("楼道粉刷", placeIds));
    }
}
