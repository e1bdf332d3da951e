package io.hexcache.domain.hotkey;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/**
 * The most frequent items of a stream, in a fixed number of counters: when all are taken, a new item takes over the
 * smallest one with its count (Metwally, Agrawal and El Abbadi, "Efficient computation of frequent and top-k elements
 * in data streams", ICDT 2005).
 *
 * <p>
 * With {@code m} counters and a stream of total weight {@code N}, for every counted item
 * {@code count - error <= weight <= count} and {@code error <= N / m}; every item of more weight than {@code N / m} is
 * counted; an item that is not has at most the weight of the smallest counter. Not safe for use by several threads.
 */
final class SpaceSaving {

    /** A counter; the item's weight is between {@code count - error} and {@code count}. */
    record Counter(long count, long error) {}

    /** A counter that counts on, so that a known item costs no memory. */
    private record Running(AtomicLong count, long error) {

        long now() {
            return count.get();
        }

        Counter counter() {
            return new Counter(now(), error);
        }
    }

    private final int capacity;
    private final Map<String, Running> counters = new HashMap<>();
    private final AtomicLong total = new AtomicLong();

    SpaceSaving(int capacity) {
        this.capacity = capacity;
    }

    void add(String item, long weight) {
        total.addAndGet(weight);
        Running known = counters.get(item);
        if (known != null) {
            known.count().addAndGet(weight);
        } else {
            long inherited = counters.size() < capacity ? 0 : removeLeast();
            counters.put(item, new Running(new AtomicLong(inherited + weight), inherited));
        }
    }

    /** Looks at every counter, which is fast enough for some hundred of them and for callers who sample. */
    private long removeLeast() {
        Map.Entry<String, Running> least = null;
        for (Map.Entry<String, Running> entry : counters.entrySet()) {
            if (least == null || entry.getValue().now() < least.getValue().now()) {
                least = entry;
            }
        }
        if (least == null) {
            return 0;
        }
        counters.remove(least.getKey());
        return least.getValue().now();
    }

    /** The counter of the item; of one that is not counted, one that says what it can have at most. */
    Counter counter(String item) {
        Running known = counters.get(item);
        if (known != null) {
            return known.counter();
        }
        long least = counters.size() < capacity ? 0
                : counters.values().stream().mapToLong(Running::now).min().orElse(0);
        return new Counter(least, least);
    }

    long total() {
        return total.get();
    }

    /** The counted items, that with the highest count first. */
    Stream<Map.Entry<String, Counter>> top() {
        return counters.entrySet().stream().map(entry -> Map.entry(entry.getKey(), entry.getValue().counter())).sorted(
                Map.Entry.<String, Counter>comparingByValue(Comparator.comparingLong(Counter::count)).reversed()
                        .thenComparing(Map.Entry.comparingByKey()));
    }
}
