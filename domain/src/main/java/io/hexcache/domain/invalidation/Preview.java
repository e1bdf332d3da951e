package io.hexcache.domain.invalidation;

import io.hexcache.domain.key.CacheKey;
import io.hexcache.domain.port.Survey;
import java.util.List;

/**
 * What an invalidation would remove from L2.
 *
 * @param count live entries; an upper bound if it is not exact
 * @param sample some of their keys
 * @param exact whether each entry was looked at
 */
public record Preview(long count, List<CacheKey> sample, boolean exact) {

    /** Copies the sample. */
    public Preview {
        sample = List.copyOf(sample);
    }

    static Preview exact(List<CacheKey> live, int samples) {
        return new Preview(live.size(), live.stream().limit(samples).toList(), true);
    }

    static Preview exact(Survey survey) {
        return new Preview(survey.count(), survey.sample(), true);
    }
}
