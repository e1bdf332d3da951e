package io.hexcache.infrastructure.resilience4j;

import java.util.Optional;

/**
 * How a breaker stands.
 *
 * @param name what it lets through: {@code reads} or {@code writes}
 * @param reason the message of the failure that was counted last; empty if none was since it closed
 */
public record BreakerReport(String name, BreakerState state, Optional<String> reason) {}
