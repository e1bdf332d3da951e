package io.hexcache.infrastructure.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.hexcache.domain.error.CacheConfigurationException;
import io.hexcache.domain.key.CacheKey;
import io.hexcache.domain.key.Subject;
import io.hexcache.domain.key.Tag;
import io.hexcache.domain.port.CacheStore;
import io.hexcache.domain.port.Fetch;
import io.hexcache.domain.port.Fetched;
import io.hexcache.domain.port.Guard;
import io.hexcache.domain.port.SetCondition;
import io.hexcache.domain.port.Token;
import io.hexcache.domain.port.Write;
import java.time.Duration;
import java.time.InstantSource;
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
        CacheStore store = store(10_000);
        keys(100).forEach(key -> set(store, key, 1_000));

        assertThat(keys(100).stream().filter(key -> store.get(key).isPresent()).count()).isBetween(1L, 9L);
    }

    @Test
    void fetch_atTheBound_stillLeases() {
        CacheStore store = store(1);

        assertThat(store.fetch(Fetch.of(key(1), token(1)))).isInstanceOf(Fetched.Leased.class);
        assertThat(store.fill(new Write(key(1), token(1), new byte[1_000], MINUTE, 0))).isTrue();
        assertThat(store.get(key(1))).isEmpty();
    }

    @Test
    void get_lastNanosecondOfTheLife_isThereAndGoneAfterIt() {
        CacheStore store = store(1_000);
        set(store, key(1), 1);

        ticker.turn(MINUTE.minusNanos(1));
        assertThat(store.get(key(1)).orElseThrow().remainingLife()).isEqualTo(Duration.ofNanos(1));
        ticker.turn(Duration.ofNanos(1));
        assertThat(store.get(key(1))).isEmpty();
    }

    @Test
    void fetch_othersAskMeanwhile_theLeaseStillExpires() {
        CacheStore store = store(1_000);
        store.fetch(Fetch.of(key(1), token(1)));

        ticker.turn(CacheStore.TOKEN_LIFE.minusNanos(1));
        assertThat(store.fetch(Fetch.of(key(1), token(2)))).isInstanceOf(Fetched.Held.class);
        ticker.turn(Duration.ofNanos(1));
        assertThat(store.fetch(Fetch.of(key(1), token(3)))).isInstanceOf(Fetched.Leased.class);
    }

    @Test
    void begin_anotherBegins_bothTokensLiveForTheirTime() {
        CacheStore store = store(1_000);
        store.begin(Set.of(key(1)), token(1));
        ticker.turn(CacheStore.TOKEN_LIFE.minusNanos(1));
        store.begin(Set.of(key(1)), token(2));

        ticker.turn(CacheStore.TOKEN_LIFE.minusNanos(1));
        assertThat(store.inspect(key(1)).guard()).isEqualTo(Guard.CONTENDED);
        ticker.turn(Duration.ofNanos(1));
        assertThat(store.inspect(key(1)).guard()).isEqualTo(Guard.FREE);
    }

    @Test
    void begin_anotherBegins_theCutLifeStaysAsItWas() {
        CacheStore store = store(1_000);
        set(store, key(1), 1);
        store.begin(Set.of(key(1)), token(1));
        ticker.turn(CacheStore.TOKEN_LIFE.minusNanos(1));
        store.begin(Set.of(key(1)), token(2));
        store.expire(key(1), MINUTE);

        assertThat(store.get(key(1)).orElseThrow().remainingLife()).isEqualTo(Duration.ofNanos(1));
    }

    @Test
    void fetch_guardsThatNobodyGaveBack_areClearedAway() {
        MemoryGuards guards = new MemoryGuards(ticker);
        MemoryCacheStore store = new MemoryCacheStore(ticker, new MemoryEntries(ticker, 1_000), guards);
        keys(500).forEach(key -> store.fetch(Fetch.of(key, token(1))));
        ticker.turn(CacheStore.TOKEN_LIFE.multipliedBy(3));
        keys(2).forEach(key -> store.fetch(Fetch.of(key, token(2))));

        assertThat(guards.count()).isLessThan(10);
    }

    @Test
    void put_guardIsFreeAgain_takesUpNoRoom() {
        MemoryGuards guards = new MemoryGuards(ticker);
        MemoryCacheStore store = new MemoryCacheStore(ticker, new MemoryEntries(ticker, 1_000), guards);
        keys(500).forEach(key -> store.begin(Set.of(key), token(1)));
        keys(500).forEach(key -> store.put(new Write(key, token(1), new byte[1], MINUTE, 0)));

        assertThat(guards.count()).isZero();
    }

    @Test
    void stamp_moreSubjectsThanTheBound_forgetsTheOldestAndRaisesTheFloorToIt() {
        MemoryStampRegister register = new MemoryStampRegister(InstantSource.system(), 2);
        Subject first = Subject.of(new Tag("1"));
        Subject second = Subject.of(new Tag("2"));
        long oldest = register.stamp(Set.of(first), 0).last();
        long next = register.stamp(Set.of(second), 0).last();
        assertThat(register.read(0, 0).floor()).isLessThan(oldest);
        register.stamp(Set.of(Subject.EVERYTHING), 0);

        assertThat(register.read(0, 0).floor()).isEqualTo(oldest);
        assertThat(register.read(0, 0).subjects()).containsOnlyKeys(second, Subject.EVERYTHING);
        register.stamp(Set.of(second), 0);
        register.stamp(Set.of(first), 0);
        assertThat(register.read(0, 0).subjects()).as("the one stamped again is not the oldest")
                .containsOnlyKeys(first, second);
        assertThat(register.read(0, 0).floor()).isGreaterThan(next);
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

    private CacheStore store(long maxBytes) {
        return new MemoryAdapters(ticker, InstantSource.system(), new MemorySettings(maxBytes)).store();
    }

    private static void set(CacheStore store, CacheKey key, int length) {
        store.set(new Write(key, token(0), new byte[length], MINUTE, 0), new SetCondition.Always());
    }

    private static Token token(int number) {
        return new Token("%032x".formatted(number));
    }

    private static List<CacheKey> keys(int count) {
        return IntStream.range(0, count).mapToObj(MemoryLimitsTest::key).toList();
    }

    private static CacheKey key(int number) {
        return CacheKey.parse("memory:" + number, 0);
    }
}
