package io.hexcache.bootstrap.configuration;

import io.hexcache.domain.policy.TtlBounds;
import java.time.Duration;
import java.util.Optional;

/** A duration between two bounds, both legal. */
record DurationType(Duration least, Duration most) implements ValueType<Duration> {

    /** Any time to live. */
    static final DurationType TTL = new DurationType(TtlBounds.SHORTEST, TtlBounds.LONGEST);

    @Override
    public Optional<Duration> read(String text) {
        return DurationText.read(text).filter(given -> given.compareTo(least) >= 0 && given.compareTo(most) <= 0);
    }

    @Override
    public String legal() {
        return "a duration from %s to %s, such as 250ms, 30s, 5m, 1h or 7d".formatted(DurationText.write(least),
                DurationText.write(most));
    }
}
