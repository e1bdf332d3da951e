package io.hexcache.infrastructure.memory;

import io.hexcache.domain.port.CounterAge;
import io.hexcache.domain.port.CounterChange;
import java.time.Duration;

/**
 * What the memory holds of a counter.
 *
 * @param stamp the largest stamp that its maker knew; it stays, since what is added later does not make the rest newer
 * @param isEndless whether it has no ttl
 * @param deadline the reading of the ticker from which on it is gone, unless it is endless
 */
record MemoryCounter(long value, long stamp, boolean isEndless, long deadline) {

    static MemoryCounter made(CounterChange change, long now) {
        return new MemoryCounter(change.delta(), change.age().newest(), change.ttl().isEmpty(), now + change.ttl().map(
                Duration::toNanos).orElse(0L));
    }

    MemoryCounter at(long newValue) {
        return new MemoryCounter(newValue, stamp, isEndless, deadline);
    }

    boolean exists(CounterAge age, long now) {
        return stamp >= age.oldest() && (isEndless || deadline - now > 0);
    }

    Duration remaining(long now) {
        return isEndless ? Duration.ofNanos(Long.MAX_VALUE) : Duration.ofNanos(Math.max(0, deadline - now));
    }
}
