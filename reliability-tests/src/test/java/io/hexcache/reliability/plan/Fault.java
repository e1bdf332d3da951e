package io.hexcache.reliability.plan;

import java.time.Duration;

/**
 * One fault of a schedule.
 *
 * @param node the service that it strikes, from 0 on; without meaning for Redis
 * @param after how long all is well before it
 * @param lasting how long it stays, for those that stay; for a second kill how long after the start
 * @param amount milliseconds by which a slow link delays, or bytes that pass before a link is cut
 */
public record Fault(FaultKind kind, int node, Duration after, Duration lasting, int amount) {}
