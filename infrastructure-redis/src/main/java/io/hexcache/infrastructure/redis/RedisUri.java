package io.hexcache.infrastructure.redis;

import io.hexcache.domain.error.CacheConfigurationException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where the servers are, who asks, and how:
 *
 * <pre>
 * redis://[user:password@]host[:6379][/database][?options]
 * redis-sentinel://[user:password@]host[:26379][,host...]/name[/database][?options]
 * redis-cluster://[user:password@]host[:6379][,host...][?options]
 * rediss://..., rediss-sentinel://..., rediss-cluster://...       the same with TLS
 *
 * verify=none                                          with TLS: take any certificate
 * sentinel-user=..., sentinel-password=...             what the sentinels themselves ask for
 * </pre>
 *
 * Characters of a user or a password that mean something in a URI are written as {@code %} and two hexadecimal digits.
 *
 * @param database 0 or more
 */
public record RedisUri(RedisTopology topology, RedisCredentials credentials, int database, RedisTls tls) {

    /** What is legal, in one line. */
    public static final String FORMS = "redis://[user:password@]host:port[/database],"
            + " redis-sentinel://[user:password@]host:port,.../name[/database],"
            + " redis-cluster://[user:password@]host:port,..., or the same with rediss for TLS";

    /** Reads the text; throws {@link CacheConfigurationException} with the part that is not legal, without secrets. */
    public static RedisUri parse(String text) {
        try {
            return new RedisUriText(text).read();
        } catch (RedisUriText.IllegalPart part) {
            throw new CacheConfigurationException("redis address '%s' is not legal: %s; write %s".formatted(RedisUriText
                    .masked(text), part.reason(), FORMS));
        }
    }

    /** What is wrong with the text, without any of it; empty if it is legal. */
    public static Optional<String> problem(String text) {
        try {
            new RedisUriText(text).read();
            return Optional.empty();
        } catch (RedisUriText.IllegalPart part) {
            return Optional.of(part.reason());
        }
    }

    /**
     * The same, its certificates signed by the authorities in this PEM file and by no others; throws {@link
     * CacheConfigurationException} where no certificate is checked.
     */
    public RedisUri withAuthorities(Path pem) {
        return switch (tls) {
            case RedisTls.Verified _ -> new RedisUri(topology, credentials, database, new RedisTls.Verified(Optional.of(
                    pem)));
            case RedisTls.Off _ -> throw new CacheConfigurationException(
                    "a file of certificate authorities is set, but the redis address is without TLS; write rediss"
                            + " instead of redis, or leave the file away");
            case RedisTls.Unverified _ -> throw new CacheConfigurationException(
                    "a file of certificate authorities is set, but the redis address says verify=none; leave one of"
                            + " them away");
        };
    }

    /** The servers, as messages name them. */
    public String node() {
        return topology.toString();
    }

    /** The address as it is written, with {@code ***} for the credentials. */
    @Override
    public String toString() {
        String scheme = (tls instanceof RedisTls.Off ? "redis" : "rediss") + switch (topology) {
            case RedisTopology.Standalone _ -> "";
            case RedisTopology.Sentinel _ -> "-sentinel";
            case RedisTopology.Cluster _ -> "-cluster";
        };
        return scheme + "://" + (credentials.isNone() ? "" : credentials + "@") + node() + (database == 0
                ? ""
                : "/" + database) + (tls instanceof RedisTls.Unverified ? "?verify=none" : "");
    }
}
