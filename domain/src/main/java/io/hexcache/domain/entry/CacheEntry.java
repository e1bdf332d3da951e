package io.hexcache.domain.entry;

import io.hexcache.domain.key.CacheKey;
import io.hexcache.domain.key.Tag;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * One cached thing: a key, what the source holds under it, and what is known about it. Two entries are equal when
 * key, value, ttl and tags are; when and how often they were used does not count.
 *
 * @param value empty means that the source holds nothing under this key
 * @param ttl time to live, counted from {@code createdAt}; positive
 * @param tags at most {@link Tag#MAX_PER_ENTRY}
 * @param createdAt when the value was read from its source
 * @param size bytes of the encoded value; 0 while it has not been encoded
 * @param accessCount how often it was read
 * @param lastAccessedAt when it was last read, at first {@code createdAt}
 * @param provenance where it comes from
 * @param form in which a store gets it; of one that was read from a store it says nothing
 */
public record CacheEntry<V>(CacheKey key, Optional<V> value, Duration ttl, Set<Tag> tags, Instant createdAt, int size,
        long accessCount, Instant lastAccessedAt, Provenance provenance, StoredForm form) {

    /** Checks what the parameters promise. */
    public CacheEntry {
        if (!ttl.isPositive()) {
            throw new IllegalArgumentException("ttl of " + key + " is " + ttl + "; it must be positive");
        }
        if (size < 0 || accessCount < 0) {
            throw new IllegalArgumentException("size and accessCount of " + key + " must not be negative");
        }
        tags = Tag.checked(tags);
    }

    /** An entry of which nothing more is known. */
    public static <V> CacheEntry<V> of(CacheKey key, Optional<V> value, Duration ttl, Set<Tag> tags, Instant now) {
        return new CacheEntry<>(key, value, ttl, tags, now, 0, 0, now, Provenance.UNKNOWN,
                StoredForm.DEFAULT);
    }

    /** The same entry, from there. */
    public CacheEntry<V> from(Provenance newProvenance) {
        return new CacheEntry<>(key, value, ttl, tags, createdAt, size, accessCount, lastAccessedAt, newProvenance,
                form);
    }

    /** The same entry, to be stored in this form. */
    public CacheEntry<V> in(StoredForm newForm) {
        return new CacheEntry<>(key, value, ttl, tags, createdAt, size, accessCount, lastAccessedAt, provenance,
                newForm);
    }

    /** The same entry with these tags instead. */
    public CacheEntry<V> withTags(Set<Tag> newTags) {
        return new CacheEntry<>(key, value, ttl, newTags, createdAt, size, accessCount, lastAccessedAt, provenance,
                form);
    }

    /** The same entry, read once more. */
    public CacheEntry<V> withAccess(Instant now) {
        return new CacheEntry<>(key, value, ttl, tags, createdAt, size, accessCount + 1, now, provenance, form);
    }

    /** The same entry, with the size of its encoded form. */
    public CacheEntry<V> withSize(int bytes) {
        return new CacheEntry<>(key, value, ttl, tags, createdAt, bytes, accessCount, lastAccessedAt, provenance, form);
    }

    /** The first instant at which the entry is no longer alive. */
    public Instant expiresAt() {
        return createdAt.plus(ttl);
    }

    /** Whether the ttl has passed; the instant of expiry itself counts as expired. */
    public boolean isExpired(Instant now) {
        return !now.isBefore(expiresAt());
    }

    /** What is left of the ttl; zero once expired. */
    public Duration remainingTtl(Instant now) {
        return isExpired(now) ? Duration.ZERO : Duration.between(now, expiresAt());
    }

    /** How long a store keeps it: its ttl, and the time in which it may be served as stale. */
    public Duration life() {
        return ttl.plus(provenance.staleFor());
    }

    /** What a reader learns who finds this entry in the given tier within its ttl. */
    public Lookup<V> asFoundIn(Tier tier) {
        return asFoundIn(tier, Freshness.FRESH);
    }

    /** What a reader learns who finds this entry in the given tier. */
    public Lookup<V> asFoundIn(Tier tier, Freshness freshness) {
        return value.<Lookup<V>>map(found -> new Lookup.Hit<>(found, tier, createdAt, freshness))
                .orElseGet(() -> new Lookup.Absent<>(tier));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CacheEntry<?> entry && key.equals(entry.key) && value.equals(entry.value)
                && ttl.equals(entry.ttl) && tags.equals(entry.tags);
    }

    @Override
    public int hashCode() {
        return Objects.hash(key, value, ttl, tags);
    }
}
