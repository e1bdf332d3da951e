package io.hexcache.contract;

import io.hexcache.domain.key.CounterKey;
import io.hexcache.domain.port.CounterAge;
import io.hexcache.domain.port.CounterChange;
import io.hexcache.domain.port.CounterStore;
import io.hexcache.domain.port.OperationId;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/** What the tests of a counter store need from the adapter's side: stores, and a way to let time pass. */
interface CounterStoreUnderTest {

    /** The counter of most tests. */
    CounterKey KEY = new CounterKey(Samples.NAMESPACE, "visits");

    /** A store without counters; called once per test. */
    CounterStore emptyCounters();

    /** A store whose other side is away; empty if it has none, as a store in memory. */
    Optional<CounterStore> unreachableCounters();

    /**
     * Turns the clock of the adapter. Where it is a real one this does nothing: the tests wait for what they expect.
     */
    void letPass(Duration time);

    /** How long the tests wait for what they expect before they give up. */
    default Duration patience() {
        return Duration.ofSeconds(10);
    }

    /** The store of this test. */
    CounterStore counters();

    /** Always the same id for one number, another one for another number. */
    default OperationId operation(int number) {
        return new OperationId("%032x".formatted(number));
    }

    /** An endless change where nothing was ever cleared. */
    default CounterChange change(long delta, int operation) {
        return new CounterChange(delta, operation(operation), Optional.empty(), CounterAge.ANY);
    }

    /** A change where nothing was ever cleared; what it makes lives so long. */
    default CounterChange change(long delta, int operation, Duration ttl) {
        return new CounterChange(delta, operation(operation), Optional.of(ttl), CounterAge.ANY);
    }

    /** A change by a node that knows these stamps. */
    default CounterChange change(long delta, int operation, CounterAge age) {
        return new CounterChange(delta, operation(operation), Optional.empty(), age);
    }

    /** What the counter of most tests stands at. */
    default OptionalLong value() {
        return counters().get(KEY, CounterAge.ANY);
    }

    /** Returns as soon as the counter of most tests does not exist any more. */
    default void awaitGone() {
        Eventually.holds(patience(), () -> value().isEmpty(), KEY + " is gone");
    }
}
