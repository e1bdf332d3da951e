package io.hexcache.bootstrap.command;

import io.hexcache.bootstrap.client.PathSegment;
import io.hexcache.domain.error.InvalidKeyException;
import io.hexcache.domain.key.CacheKey;
import java.util.regex.Pattern;

/**
 * A key as an operator types it: {@code namespace:identifier}. The version belongs to the code that owns the namespace
 * and is left out; the service knows it.
 */
record EntryName(CacheKey key) {

    private static final Pattern VERSIONED = Pattern.compile(".*:v[0-9]+", Pattern.DOTALL);

    static EntryName parse(String text) {
        if (VERSIONED.matcher(text).matches()) {
            throw new UsageException("KEY '%s' has a version; leave ':v...' out, the service knows the current one"
                    .formatted(text));
        }
        try {
            return new EntryName(CacheKey.parse(text, 0));
        } catch (InvalidKeyException notLegal) {
            throw new UsageException("KEY is not legal: " + notLegal.getMessage());
        }
    }

    /** Where the service has it. */
    String path() {
        return "/v1/caches/%s/entries/%s".formatted(key.namespace(), PathSegment.encode(key.identifier()));
    }

    @Override
    public String toString() {
        return key.qualifiedIdentifier();
    }
}
