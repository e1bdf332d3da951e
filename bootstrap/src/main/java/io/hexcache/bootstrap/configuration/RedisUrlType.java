package io.hexcache.bootstrap.configuration;

import io.hexcache.domain.error.CacheConfigurationException;
import io.hexcache.infrastructure.redis.RedisUri;
import java.util.Optional;

/** Where Redis is, or nothing for the embedded store. What is not legal may be a password, so it is never shown. */
record RedisUrlType() implements ValueType<Optional<RedisUri>> {

    @Override
    public Optional<Optional<RedisUri>> read(String text) {
        if (text.isEmpty()) {
            return Optional.of(Optional.empty());
        }
        try {
            return Optional.of(Optional.of(RedisUri.parse(text)));
        } catch (CacheConfigurationException notLegal) {
            // Not lost: the caller reports what is legal.
            return Optional.empty();
        }
    }

    @Override
    public String legal() {
        return "empty, for the embedded store, or redis://user:password@host:port/database,"
                + " redis-sentinel://user:password@host:port,host:port/name/database,"
                + " redis-cluster://user:password@host:port,host:port, or the same with rediss for TLS,"
                + " with all but hosts and name optional and reserved characters of the password percent-encoded; in a"
                + " file, put it in quotes";
    }

    @Override
    public String shown(String text) {
        return "not legal, and not shown, since it may hold a password: " + RedisUri.problem(text).orElse("it is");
    }
}
