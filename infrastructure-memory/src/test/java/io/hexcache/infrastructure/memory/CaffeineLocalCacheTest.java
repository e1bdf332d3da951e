package io.hexcache.infrastructure.memory;

import static org.assertj.core.api.Assertions.assertThat;

import io.hexcache.contract.LocalCacheContract;
import io.hexcache.domain.entry.CacheEntry;
import io.hexcache.domain.entry.LocalEntry;
import io.hexcache.domain.entry.Tier;
import io.hexcache.domain.key.CacheKey;
import io.hexcache.domain.policy.LocalLimits;
import io.hexcache.domain.port.LocalCache;
import io.hexcache.domain.port.LocalCacheFactory;
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
}
