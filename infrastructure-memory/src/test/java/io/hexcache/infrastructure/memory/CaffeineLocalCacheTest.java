package io.hexcache.infrastructure.memory;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.hexcache.contract.LocalCacheContract;
import io.hexcache.domain.entry.CacheEntry;
import io.hexcache.domain.entry.LocalEntry;
import io.hexcache.domain.entry.Tier;
import io.hexcache.domain.key.CacheKey;
import io.hexcache.domain.policy.LocalLimits;
import io.hexcache.domain.port.LocalCache;
import io.hexcache.domain.port.LocalCacheFactory;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

final class CaffeineLocalCacheTest extends LocalCacheContract {

    private static final int HITS = 20_000;
    private static final CacheEntry<String> ENTRY = CacheEntry.of(CacheKey.parse("memory:1:v0"), Optional.of("value"),
            Duration.ofMinutes(1), Set.of(), Instant.EPOCH);
    private static final LocalEntry<String> COPY = new LocalEntry<>(ENTRY, ENTRY.asFoundIn(Tier.L1),
            new LocalEntry.Times(0, 0, 0, 0, 0), 0);

    @Override
    public LocalCacheFactory factory() {
        return new MemoryAdapters(new FakeTicker(), InstantSource.system(), MemorySettings.DEFAULT).localCaches();
    }

    /** The path of a hit takes no lock, so it does not even wait for a store of the same identifier. */
    @Test
    void get_whileTheSameIdentifierIsBeingStored_doesNotWait()
            throws InterruptedException, ExecutionException, TimeoutException {
        LocalCache<String> cache = factory().create(LocalLimits.DEFAULT);
        cache.putIf("1", COPY, () -> true);
        CompletableFuture<Optional<LocalEntry<String>>> read = new CompletableFuture<>();

        cache.putIf("1", COPY, () -> {
            Thread.ofPlatform().start(() -> read.complete(cache.get("1")));
            return read.orTimeout(5, TimeUnit.SECONDS).handle((found, late) -> late == null).join();
        });

        assertThat(read.get(5, TimeUnit.SECONDS)).contains(COPY);
    }

    /** Less than a byte per hit: what is left is Caffeine's own, now and then, and what the measurement takes. */
    @Test
    void get_hit_allocatesNothing() {
        LocalCache<String> cache = factory().create(LocalLimits.DEFAULT);
        cache.putIf("1", COPY, () -> true);
        ThreadMXBean threads = ManagementFactory.getPlatformMXBean(ThreadMXBean.class);
        countHits(cache);

        long before = threads.getCurrentThreadAllocatedBytes();
        int hits = countHits(cache);
        long allocated = threads.getCurrentThreadAllocatedBytes() - before;

        assertThat(hits).isEqualTo(HITS);
        assertThat(allocated).isLessThan(HITS);
    }

    private static int countHits(LocalCache<String> cache) {
        int hits = 0;
        for (int i = 0; i < HITS; i++) {
            if (cache.get("1").isPresent()) {
                hits++;
            }
        }
        return hits;
    }
}
