package io.hexcache.application.management;

import io.hexcache.application.management.ManagementResult.CounterRemoved;
import io.hexcache.application.management.ManagementResult.CounterStands;
import io.hexcache.application.management.ManagementResult.Refused;
import io.hexcache.domain.counter.Counter;
import io.hexcache.domain.counter.Counters;
import io.hexcache.domain.error.CacheConfigurationException;
import io.hexcache.domain.key.CounterKey;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/** Changes, reads and removes counters. */
final class CounterCommands {

    private final Optional<Counters> counters;

    CounterCommands(Optional<Counters> counters) {
        this.counters = counters;
    }

    ManagementResult execute(ManagementCommand.OnCounter command) {
        CounterKey key = new CounterKey(command.namespace(), command.name());
        return counters.map(held -> execute(command, held.of(key))).orElseGet(() -> new Refused(
                Refused.Reason.NOT_AVAILABLE, "counter " + key + " cannot be used: the store of this node keeps none"));
    }

    private static ManagementResult execute(ManagementCommand.OnCounter command, Counter counter) {
        return switch (command) {
            case ManagementCommand.AddToCounter(var _, var _, long delta, var ttl) -> add(counter, delta, ttl);
            case ManagementCommand.ReadCounter _ -> new CounterStands(counter.key(), counter.value());
            case ManagementCommand.RemoveCounter _ -> new CounterRemoved(counter.key(), counter.remove());
        };
    }

    private static ManagementResult add(Counter counter, long delta, Optional<Duration> ttl) {
        Counter living;
        try {
            living = ttl.map(counter::withTtl).orElse(counter);
        } catch (CacheConfigurationException notLegal) {
            // Not lost: the message names the field and its bounds.
            return new Refused(Refused.Reason.ILLEGAL_VALUE, String.valueOf(notLegal.getMessage()));
        }
        return new CounterStands(counter.key(), OptionalLong.of(living.add(delta)));
    }
}
