package io.hexcache.infrastructure.memory;

import static org.assertj.core.api.Assertions.assertThat;

import io.hexcache.domain.key.CacheKey;
import io.hexcache.domain.key.KeyPattern;
import io.hexcache.domain.key.KeySelection;
import io.hexcache.domain.key.Namespace;
import io.hexcache.domain.port.CacheStore;
import io.hexcache.domain.port.Fetch;
import io.hexcache.domain.port.SetCondition;
import io.hexcache.domain.port.Token;
import io.hexcache.domain.port.Write;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A removal by pattern, which stands still each time that it reads the clock, while a load stores what it has. */
final class MemoryScanTest {

    private static final Duration LIFE = Duration.ofMinutes(1);

    private final AtomicReference<Runnable> atEachReading = new AtomicReference<>(() -> {});
    private final CacheStore store = new MemoryAdapters(this::read, InstantSource.system(), MemorySettings.DEFAULT)
            .store();
    private final SplittableRandom random = new SplittableRandom(7);

    private long read() {
        atEachReading.get().run();
        return 0;
    }

    @Test
    void removeAll_loadsFromBeforeStoreBetweenItsSteps_leavesNothing() {
        keys("held").forEach(key -> store.set(write(key, Token.next(random)), new SetCondition.Always()));
        Deque<Write> loaded = new ArrayDeque<>();
        for (CacheKey key : keys("loading")) {
            Token lease = Token.next(random);
            store.fetch(new Fetch(key, lease, Optional.empty(), Duration.ZERO));
            loaded.add(write(key, lease));
        }
        Thread scanner = Thread.currentThread();
        atEachReading.set(() -> {
            if (Thread.currentThread().equals(scanner) && !loaded.isEmpty()) {
                fillElsewhere(loaded.remove());
            }
        });
        store.removeAll(new KeySelection.Matching(KeyPattern.of("*")));
        atEachReading.set(() -> {});
        assertThat(loaded).as("loads that stored nothing during the scan").isEmpty();
        assertThat(keys("loading")).allSatisfy(key -> assertThat(store.get(key)).isEmpty());
        assertThat(keys("held")).allSatisfy(key -> assertThat(store.get(key)).isEmpty());
    }

    /** Returns when it is done, or waits for the very step in which the scan stands. */
    private void fillElsewhere(Write write) {
        Thread filler = Thread.ofPlatform().start(() -> store.fill(write));
        while (filler.getState() != Thread.State.TERMINATED && filler.getState() != Thread.State.BLOCKED) {
            Thread.onSpinWait();
        }
    }

    private static List<CacheKey> keys(String name) {
        return IntStream.range(0, 20).mapToObj(number -> new CacheKey(new Namespace("scan"), name + number, 0))
                .toList();
    }

    private static Write write(CacheKey key, Token token) {
        return new Write(key, token, new byte[]{1}, LIFE, 0);
    }
}
