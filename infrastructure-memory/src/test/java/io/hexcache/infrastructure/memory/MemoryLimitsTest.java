package io.hexcache.infrastructure.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.hexcache.domain.error.CacheConfigurationException;
import io.hexcache.domain.key.CacheKey;
import io.hexcache.domain.key.Tag;
import io.hexcache.domain.port.CacheStore;
import io.hexcache.domain.port.Fetched;
import io.hexcache.domain.port.LeaseToken;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What only the adapters in memory promise: how much they hold, and for how long to the nanosecond. */
final class MemoryLimitsTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final FakeTicker ticker = new FakeTicker();

    @Test
    void set_moreThanTheBound_keepsNoMoreBytes() {
        CacheStore store = new MemoryAdapters(ticker, new MemorySettings(10_000)).store();
        keys(100).forEach(key -> store.set(key, new byte[1_000], MINUTE));

        assertThat(keys(100).stream().filter(key -> store.get(key).isPresent()).count()).isBetween(1L, 9L);
    }

    @Test
    void fetch_atTheBound_stillLeases() {
        CacheStore store = new MemoryAdapters(ticker, new MemorySettings(1)).store();
        LeaseToken token = new LeaseToken("1");

        assertThat(store.fetch(key(1), token)).isInstanceOf(Fetched.Leased.class);
        assertThat(store.fill(key(1), token, new byte[1_000], MINUTE)).isTrue();
        assertThat(store.get(key(1))).isEmpty();
    }

    @Test
    void get_lastNanosecondOfTheTtl_isThereAndGoneAfterIt() {
        CacheStore store = new MemoryAdapters(ticker, MemorySettings.DEFAULT).store();
        store.set(key(1), new byte[1], MINUTE);

        ticker.turn(MINUTE.minusNanos(1));
        assertThat(store.get(key(1)).orElseThrow().remainingTtl()).isEqualTo(Duration.ofNanos(1));
        ticker.turn(Duration.ofNanos(1));
        assertThat(store.get(key(1))).isEmpty();
    }

    @Test
    void fetch_othersAskMeanwhile_theLeaseStillExpires() {
        CacheStore store = new MemoryAdapters(ticker, MemorySettings.DEFAULT).store();
        store.fetch(key(1), new LeaseToken("1"));

        ticker.turn(CacheStore.LEASE.minusNanos(1));
        assertThat(store.fetch(key(1), new LeaseToken("2"))).isInstanceOf(Fetched.Held.class);
        ticker.turn(Duration.ofNanos(1));
        assertThat(store.fetch(key(1), new LeaseToken("3"))).isInstanceOf(Fetched.Leased.class);
    }

    @Test
    void fetch_leasesThatNobodyGaveBack_areClearedAway() {
        MemoryCacheStore store = new MemoryCacheStore(ticker, 1_000);
        keys(500).forEach(key -> store.fetch(key, new LeaseToken("1")));
        ticker.turn(CacheStore.LEASE.multipliedBy(3));
        keys(2).forEach(key -> store.fetch(key, new LeaseToken("2")));

        assertThat(store.leaseCount()).isLessThan(10);
    }

    @Test
    void add_tagsThatNobodyTouches_areClearedAway() {
        MemoryTagIndex index = new MemoryTagIndex(ticker);
        IntStream.range(0, 500).forEach(i -> index.add(Set.of(new Tag("tag-" + i)), key(i), MINUTE));
        ticker.turn(MINUTE);
        index.add(Set.of(new Tag("last")), key(1), MINUTE);

        assertThat(index.tagCount()).isEqualTo(1);
    }

    @Test
    void removeUnchanged_lastMember_dropsTheTag() {
        MemoryTagIndex index = new MemoryTagIndex(ticker);
        Tag tag = new Tag("tag");
        index.add(Set.of(tag), key(1), MINUTE);
        index.removeUnchanged(tag, index.members(tag, 1));

        assertThat(index.tagCount()).isZero();
    }

    @Test
    void settings_noBytes_areRefused() {
        assertThatExceptionOfType(CacheConfigurationException.class).isThrownBy(() -> new MemorySettings(0))
                .withMessage("memory.max-bytes is 0; it must be 1 or more");
    }

    private static List<CacheKey> keys(int count) {
        return IntStream.range(0, count).mapToObj(MemoryLimitsTest::key).toList();
    }

    private static CacheKey key(int number) {
        return CacheKey.parse("memory:" + number, 0);
    }
}
