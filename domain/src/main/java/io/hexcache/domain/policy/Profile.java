package io.hexcache.domain.policy;

import io.hexcache.domain.entry.Compression;
import io.hexcache.domain.error.CacheConfigurationException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * A policy for namespaces about which nothing else is said, by where the service runs. What a profile says of a
 * cluster is not part of a {@link NamespacePolicy} and so not here.
 */
public enum Profile {

    /** Short lives and a small L1, so that a change of the code is soon seen: 5 min, 1,000 entries. */
    DEVELOPMENT(Duration.ofMinutes(5), 1_000, Compression.NONE),

    /** Between the two: 10 min, 5,000 entries, LZ4. */
    STAGING(Duration.ofMinutes(10), 5_000, Compression.LZ4),

    /** 30 min, 10,000 entries, LZ4. */
    PRODUCTION(Duration.ofMinutes(30), 10_000, Compression.LZ4);

    private final Duration ttl;
    private final long maxEntries;
    private final Compression compression;

    Profile(Duration ttl, long maxEntries, Compression compression) {
        this.ttl = ttl;
        this.maxEntries = maxEntries;
        this.compression = compression;
    }

    /** The profile of this name, in any case; throws {@link CacheConfigurationException} with the names there are. */
    public static Profile named(String name) {
        return Arrays.stream(values()).filter(profile -> profile.name().equalsIgnoreCase(name)).findFirst().orElseThrow(
                () -> new CacheConfigurationException("there is no such profile; there are " + names()));
    }

    private static List<String> names() {
        return Arrays.stream(values()).map(profile -> profile.name().toLowerCase(Locale.ROOT)).toList();
    }

    /** What the profile says; it stands where nobody says anything else. */
    public PolicyValues said() {
        return PolicyValues.NONE.with(PolicyField.TTL, ttl).with(PolicyField.L1_MAX_ENTRIES, maxEntries).with(
                PolicyField.COMPRESSION, compression);
    }

    /** The default policy with the values of this profile. */
    public NamespacePolicy policy() {
        return said().over(NamespacePolicy.DEFAULT);
    }
}
