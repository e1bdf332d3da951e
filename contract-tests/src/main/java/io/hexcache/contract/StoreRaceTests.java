package io.hexcache.contract;

import static io.hexcache.contract.Samples.LONG;
import static io.hexcache.contract.Samples.NAMESPACE;
import static io.hexcache.contract.Samples.bytes;
import static io.hexcache.contract.Samples.filled;
import static io.hexcache.contract.Samples.key;
import static io.hexcache.contract.Samples.token;
import static org.assertj.core.api.Assertions.assertThat;

import io.hexcache.domain.key.CacheKey;
import io.hexcache.domain.key.KeySelection;
import io.hexcache.domain.port.Fetched;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Each operation on one key is one atomic step, whoever else is at it. */
interface StoreRaceTests extends StoreUnderTest {

    /** How many threads use the store at once. */
    int THREADS = 8;

    /** How often each race is run. */
    int ROUNDS = 50;

    @Test
    default void fetch_atOnce_exactlyOneIsLeased() {
        for (CacheKey key : Samples.keys(ROUNDS)) {
            List<Fetched> answers = Together.run(THREADS, thread -> fetch(key, token(thread)));

            assertThat(answers).filteredOn(Fetched.Leased.class::isInstance).hasSize(1);
            assertThat(answers).filteredOn(Fetched.Held.class::isInstance).hasSize(THREADS - 1);
        }
    }

    @Test
    default void fetchThenFill_atOnce_exactlyOneIsStored() {
        for (CacheKey key : Samples.keys(ROUNDS)) {
            List<Boolean> stored = Together.run(THREADS,
                    thread -> fetch(key, token(thread)) instanceof Fetched.Leased
                            && fill(key, token(thread), "value"));

            assertThat(stored).containsOnlyOnce(true);
        }
    }

    @Test
    default void fill_sameTokenAtOnce_exactlyOneIsStored() {
        for (CacheKey key : Samples.keys(ROUNDS)) {
            fetch(key, token(1));

            List<Boolean> stored = Together.run(THREADS,
                    thread -> fill(key, token(1), "value-" + thread));

            assertThat(stored).containsOnlyOnce(true);
            assertThat(store().get(key).orElseThrow().bytes()).isEqualTo(bytes("value-" + stored.indexOf(true)));
        }
    }

    @Test
    default void remove_atOnce_countsTheEntryOnce() {
        for (CacheKey key : Samples.keys(ROUNDS)) {
            set(key, "value");

            List<Long> removed = Together.run(THREADS, thread -> store().remove(Set.of(key)));

            assertThat(removed.stream().mapToLong(Long::longValue).sum()).isEqualTo(1);
        }
    }

    @Test
    default void remove_duringTheFill_leavesNothing() {
        for (CacheKey key : Samples.keys(ROUNDS)) {
            fetch(key, token(1));

            var both = Together.both(() -> fill(key, token(1), "value"),
                    () -> store().remove(Set.of(key)));

            assertThat(store().get(key)).isEmpty();
            assertThat(both.second()).as("removed, if filled is " + both.first()).isEqualTo(both.first() ? 1 : 0);
        }
    }

    @Test
    default void removeAll_duringFillsOfLeasesHeldBefore_leavesNothing() {
        List<CacheKey> keys = Samples.keys(ROUNDS);
        for (int round = 0; round < 10; round++) {
            keys.forEach(key -> fetch(key, token(1)));

            var both = Together.both(
                    () -> keys.stream().filter(key -> fill(key, token(1), "v")).count(),
                    () -> store().removeAll(new KeySelection.Within(NAMESPACE)));

            assertThat(keys).allSatisfy(key -> assertThat(store().get(key)).isEmpty());
            assertThat(both.second()).as("removed is what was filled").isEqualTo(both.first());
        }
    }

    @Test
    default void set_atOnce_isNeverTorn() {
        CacheKey key = key("a");
        set(key, filled(1, 0), LONG);

        List<Boolean> whole = Together.run(THREADS, thread -> {
            boolean uniform = true;
            for (int round = 0; round < ROUNDS; round++) {
                set(key, filled(1_000 * (thread + 1), thread), LONG);
                byte[] read = store().get(key).orElseThrow().bytes();
                uniform &= Arrays.equals(read, filled(Math.max(1, read.length), read[0]));
                uniform &= read.length == 1_000 * (read[0] + 1);
            }
            return uniform;
        });

        assertThat(whole).containsOnly(true);
    }
}
