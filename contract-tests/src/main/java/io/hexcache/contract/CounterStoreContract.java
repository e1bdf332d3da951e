package io.hexcache.contract;

import io.hexcache.domain.port.CounterAge;
import io.hexcache.domain.port.CounterStore;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The contract of {@link CounterStore}: sums, repeated changes, lives, failures. An adapter extends this class in its
 * tests and says how its stores are made, and how time passes for them.
 */
public abstract class CounterStoreContract implements CounterSumTests, CounterRepeatTests, CounterLifeTests {

    private CounterStore counters;

    @BeforeEach
    final void openCounters() {
        counters = emptyCounters();
    }

    @Override
    public final CounterStore counters() {
        return counters;
    }

    @TestFactory
    final Stream<DynamicTest> unreachable_anyOperation_throwsConnectionError() {
        Map<String, Consumer<CounterStore>> operations = new LinkedHashMap<>();
        operations.put("add", away -> away.add(KEY, change(1, 1)));
        operations.put("get", away -> away.get(KEY, CounterAge.ANY));
        operations.put("remove", away -> away.remove(KEY, CounterAge.ANY));
        return Unreachable.tests(unreachableCounters(), operations);
    }
}
