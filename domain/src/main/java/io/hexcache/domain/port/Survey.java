package io.hexcache.domain.port;

import io.hexcache.domain.key.CacheKey;
import java.util.List;

/**
 * What a selection would reach.
 *
 * @param count live entries
 * @param sample some of their keys
 */
public record Survey(long count, List<CacheKey> sample) {

    /** Copies the sample. */
    public Survey {
        sample = List.copyOf(sample);
    }
}
