package city.renewal.resident.http;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * What takes long to make is made by a few threads of its own, one thing after another; whoever asks for it waits for
 * their turn without a thread. Of many who ask for the same, the first has it made for all. How many may wait is bounded,
 * and half of the places are nobody's alone. Safe for use by many threads; none of them ever waits here.
 *
 * @param <K> what is asked for
 * @param <V> what is made
 */
final class Turns<K, V> {

    private static final Duration REST = Duration.ofSeconds(10);

    private final int mostWaiting;
    private final ExecutorService makers;
    private final Map<K, CompletableFuture<V>> begun = new HashMap<>();
    private final Map<String, Integer> waiting = new HashMap<>();
    private int allWaiting;

    /**
     * @param name        of the threads
     * @param makers      things that are made at the same time
     * @param mostWaiting people who may wait at the same time, those whose thing is just being made among them
     */
    Turns(String name, int makers, int mostWaiting) {
        this.mostWaiting = mostWaiting;
        ThreadPoolExecutor threads = new ThreadPoolExecutor(makers, makers, REST.toSeconds(), TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(), Thread.ofPlatform().daemon().name(name, 1).factory());
        threads.allowCoreThreadTimeOut(true);
        this.makers = threads;
    }

    /**
     * @param who   address of the caller
     * @param maker called on a thread of its own, unless somebody waits for the same already
     * @return what comes in its turn, or fails as the maker does; empty when too many wait
     */
    synchronized Optional<CompletableFuture<V>> ask(K what, String who, Supplier<V> maker) {
        if (allWaiting >= mostWaiting || waiting.getOrDefault(who, 0) >= mostWaiting / 2) {
            return Optional.empty();
        }
        allWaiting++;
        waiting.merge(who, 1, Integer::sum);
        CompletableFuture<V> made = begun.computeIfAbsent(what, first -> CompletableFuture.supplyAsync(maker, makers));
        return Optional.of(made.whenComplete((thing, failed) -> leave(what, made, who)));
    }

    private synchronized void leave(K what, CompletableFuture<V> made, String who) {
        begun.remove(what, made);
        allWaiting--;
        waiting.computeIfPresent(who, (same, places) -> places == 1 ? null : places - 1);
    }
}
