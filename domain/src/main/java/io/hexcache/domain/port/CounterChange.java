package io.hexcache.domain.port;

import java.time.Duration;
import java.util.Optional;

/**
 * What is to be added to a counter.
 *
 * @param operation the same one when the same change is asked for again
 * @param ttl life of the counter if this change makes it, 1 ms or more; empty means without end. A counter that exists
 *            keeps its own
 */
public record CounterChange(long delta, OperationId operation, Optional<Duration> ttl, CounterAge age) {}
