package io.hexcache.domain.strategy;

import io.hexcache.domain.invalidation.Completion;
import java.time.Duration;
import java.util.Optional;

/**
 * What a new ttl did.
 *
 * @param remaining what is left of the ttl now; empty if there was no value
 */
public record ExpiryResult(Optional<Duration> remaining, Completion completion) {}
