package city.renewal.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.renewal.app.Services;
import city.renewal.base.Refusal;
import city.renewal.base.Words;
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

/** What becomes of a draft while the register is still replaced and colleagues work beside each other. */
@OnEachDatabase
class ConsentDraftsTest {

    private static final LocalDate DAY = LocalDate.of(2026, 5, 4);
    private static final String ONLY_FIRST_BUILDING = "楼号,单元,门牌号,建筑面积\n1号楼,1,101,50\n";
    private static final String ONLY_SECOND_BUILDING = "楼号,单元,门牌号,建筑面积\n2号楼,1,底商,400\n";

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
    void draft_for_all_asks_whom_the_register_has_when_it_is_opened() {
        sample.register(ONLY_FIRST_BUILDING);
        long item = draft();
        sample.register();
        consents.open(sample.worker(), item, DAY.plusDays(10));

        assertThat(consents.asked(sample.project().id()).get(item)).extracting(Words::zh)
                .containsExactly("1号楼", "2号楼");
        assertThat(consents.counts(sample.worker(), sample.project().id()).get(item).households()).isEqualTo(4);
        assertThat(services.get(ConsentCheck.class).findings())
                .noneMatch(finding -> finding.parameters()[0].equals(sample.project().code()));
    }

    @Test
    void draft_whose_building_left_the_register_is_refused_and_stays_a_draft() {
        sample.register();
        long both = draft(sample.place("B01"), sample.place("B02"));
        long first = draft(sample.place("B01"));
        sample.register(ONLY_SECOND_BUILDING);

        for (long item : List.of(both, first)) {
            assertThatThrownBy(() -> consents.open(sample.worker(), item, DAY.plusDays(10)))
                    .isInstanceOf(Refusal.class).hasMessageContaining("consent.open.unregistered");
            assertThat(consents.get(item).state()).isEqualTo(ItemState.DRAFT);
        }
        sample.register();
        consents.open(sample.worker(), first, DAY.plusDays(10));
        assertThat(consents.asked(sample.project().id()).get(first)).extracting(Words::zh).containsExactly("1号楼");
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
