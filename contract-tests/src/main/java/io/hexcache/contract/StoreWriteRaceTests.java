package io.hexcache.contract;

import static io.hexcache.contract.Samples.NAMESPACE;
import static io.hexcache.contract.Samples.token;
import static io.hexcache.contract.StoreRaceTests.ROUNDS;
import static io.hexcache.contract.StoreRaceTests.THREADS;
import static io.hexcache.domain.port.CacheStore.TOKEN_LIFE;
import static org.assertj.core.api.Assertions.assertThat;

import io.hexcache.domain.key.CacheKey;
import io.hexcache.domain.key.KeySelection;
import io.hexcache.domain.port.Guard;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Writers that overlap leave nothing rather than something wrong, however their steps fall. */
interface StoreWriteRaceTests extends StoreUnderTest {

    @Test
    default void begin_atOnce_noneStoresAndTheGuardIsFreeAfterThem() {
        for (CacheKey key : Samples.keys(ROUNDS)) {
            Together.run(THREADS, thread -> {
                begin(key, token(thread));
                return thread;
            });
            List<Boolean> stored = Together.run(THREADS, thread -> put(key, token(thread), "v" + thread));

            assertThat(stored).containsOnly(false);
            assertNothingStored(key);
            assertThat(guardOf(key)).isEqualTo(Guard.FREE);
        }
    }

    @Test
    default void put_sameTokenAtOnce_leavesTheValueOrNothing() {
        for (CacheKey key : Samples.keys(ROUNDS)) {
            begin(key, token(1));
            List<Boolean> stored = Together.run(THREADS, thread -> put(key, token(1), "value"));

            assertThat(stored).containsOnlyOnce(true);
            // The others came later, and found a guard that was not theirs.
            assertNothingStored(key);
        }
    }

    @Test
    default void beginThenPut_atOnce_freesTheGuard() {
        for (CacheKey key : Samples.keys(ROUNDS)) {
            List<Boolean> stored = Together.run(THREADS, thread -> {
                begin(key, token(thread));
                return put(key, token(thread), "v" + thread);
            });

            assertThat(guardOf(key)).isEqualTo(Guard.FREE);
            store().get(key).ifPresent(entry -> assertThat(stored.stream().filter(one -> one).count()).isPositive());
        }
    }

    @Test
    default void remove_duringThePut_leavesNothing() {
        for (CacheKey key : Samples.keys(ROUNDS)) {
            begin(key, token(1));

            var both = Together.both(() -> put(key, token(1), "value"), () -> store().remove(Set.of(key)));

            assertNothingStored(key);
            assertThat(both.second()).as("removed, if put is " + both.first()).isEqualTo(both.first() ? 1 : 0);
        }
    }

    @Test
    default void begin_duringTheFill_isCutOrRefused() {
        for (CacheKey key : Samples.keys(ROUNDS)) {
            fetch(key, token(1));

            var both = Together.both(() -> fill(key, token(1), "loaded"), () -> {
                begin(key, token(2));
                return key;
            });

            assertThat(store().get(key).isPresent()).isEqualTo(both.first());
            store().get(key).ifPresent(entry -> assertThat(entry.remainingLife()).isLessThanOrEqualTo(TOKEN_LIFE));
            assertThat(put(key, token(2), "written")).isTrue();
        }
    }

    @Test
    default void expire_duringTheBegin_neverLengthens() {
        for (CacheKey key : Samples.keys(ROUNDS)) {
            set(key, "old");

            Together.both(() -> store().expire(key, Samples.LONG.multipliedBy(2)), () -> {
                begin(key, token(1));
                return key;
            });

            assertThat(store().get(key).orElseThrow().remainingLife()).isLessThanOrEqualTo(TOKEN_LIFE);
        }
    }

    @Test
    default void removeAll_duringPutsOfWritesBegunBefore_leavesNothing() {
        List<CacheKey> keys = Samples.keys(ROUNDS);
        for (int round = 0; round < 10; round++) {
            int number = round;
            keys.forEach(key -> begin(key, token(number)));

            var both = Together.both(() -> keys.stream().filter(key -> put(key, token(number), "v")).count(),
                    () -> store().removeAll(new KeySelection.Within(NAMESPACE)));

            assertThat(keys).allSatisfy(this::assertNothingStored);
            assertThat(keys).allSatisfy(key -> assertThat(guardOf(key)).isEqualTo(Guard.FREE));
            assertThat(both.second()).as("removed is what was put").isEqualTo(both.first());
        }
    }
}
