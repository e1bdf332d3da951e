package io.hexcache.infrastructure.redis;

import io.hexcache.domain.error.CacheConfigurationException;
import java.util.regex.Pattern;

/**
 * How the adapters use their server. Two services that share a server differ in the key prefix. The text of the
 * settings shows no secret.
 *
 * @param keyPrefix what all keys and the channel begin with: 1 to 64 letters, digits, dots, dashes or underscores
 * @param poolSize the most connections that callers use at once; 10 to 100
 * @param clientName what the server's {@code CLIENT LIST} shows: 1 to 64 characters as above
 */
public record RedisSettings(RedisUri uri, String keyPrefix, RedisTimeouts timeouts, int poolSize, String clientName) {

    private static final String DEFAULT_NAME = "hexcache";
    private static final int DEFAULT_POOL = 16;
    private static final int SMALLEST_POOL = 10;
    private static final int LARGEST_POOL = 100;

    // No colon and no brace: a prefix must not reach into the part of a key that tells entries, guards and tags apart.
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    /** Checks the bounds. */
    public RedisSettings {
        checkName("key prefix", keyPrefix);
        checkName("client name", clientName);
        if (poolSize < SMALLEST_POOL || poolSize > LARGEST_POOL) {
            throw new CacheConfigurationException("redis pool size is %d; it must be between %d and %d".formatted(
                    poolSize, SMALLEST_POOL, LARGEST_POOL));
        }
    }

    /** The defaults, on the server at this address; see {@link RedisUri} for its form. */
    public static RedisSettings of(String uri) {
        return new RedisSettings(RedisUri.parse(uri), DEFAULT_NAME, RedisTimeouts.defaults(), DEFAULT_POOL,
                DEFAULT_NAME);
    }

    /** The same with another key prefix. */
    public RedisSettings withKeyPrefix(String other) {
        return new RedisSettings(uri, other, timeouts, poolSize, clientName);
    }

    /** The same with other timeouts. */
    public RedisSettings withTimeouts(RedisTimeouts other) {
        return new RedisSettings(uri, keyPrefix, other, poolSize, clientName);
    }

    /** The same with another pool size. */
    public RedisSettings withPoolSize(int other) {
        return new RedisSettings(uri, keyPrefix, timeouts, other, clientName);
    }

    private static void checkName(String what, String name) {
        if (!NAME.matcher(name).matches()) {
            throw new CacheConfigurationException(
                    "redis %s '%s' is not legal: 1 to 64 letters, digits, '.', '-' or '_'".formatted(what, name
                            .replaceAll("\\p{Cntrl}", "?")));
        }
    }
}
