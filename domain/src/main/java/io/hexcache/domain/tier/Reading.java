package io.hexcache.domain.tier;

/**
 * What a reader knew before it read anything: what it reads afterwards is stored only as far as this still holds then.
 *
 * @param stamp goes with the entry into both tiers
 * @param askedAt reading of the ticker
 */
public record Reading(Ticket ticket, long stamp, long askedAt) {}
