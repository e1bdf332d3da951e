package io.hexcache.infrastructure.redis;

import io.hexcache.domain.error.CacheConfigurationException;
import java.util.regex.Pattern;

/**
 * How the adapters use their server. Two services that share a server differ in the key prefix. The text of the
 * settings shows no secret.
 *
 * @param keyPrefix what all keys and the channel begin with: 1 to 64 letters, digits, dots, dashes or underscores
 * @param pool how many connections are used, and how many callers wait to share one
 * @param clientName what the server's {@code CLIENT LIST} shows: 1 to 64 characters as above
 */
public record RedisSettings(RedisUri uri, String keyPrefix, RedisTimeouts timeouts, RedisPool pool, String clientName) {

    private static final String DEFAULT_NAME = "hexcache";

    // No colon and no brace: a prefix must not reach into the part of a key that tells entries, guards and tags apart.
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    /** Checks the bounds. */
    public RedisSettings {
        checkName("key prefix", keyPrefix);
        checkName("client name", clientName);
    }

    /** The defaults, on the server at this address; see {@link RedisUri} for its form. */
    public static RedisSettings of(String uri) {
        return new RedisSettings(RedisUri.parse(uri), DEFAULT_NAME, RedisTimeouts.defaults(), RedisPool.DEFAULT,
                DEFAULT_NAME);
    }

    /** The same with another key prefix. */
    public RedisSettings withKeyPrefix(String other) {
        return new RedisSettings(uri, other, timeouts, pool, clientName);
    }

    /** The same with other timeouts. */
    public RedisSettings withTimeouts(RedisTimeouts other) {
        return new RedisSettings(uri, keyPrefix, other, pool, clientName);
    }

    /** The same with another pool. */
    public RedisSettings withPool(RedisPool other) {
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
