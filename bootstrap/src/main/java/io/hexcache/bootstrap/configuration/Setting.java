package io.hexcache.bootstrap.configuration;

import java.util.Locale;

/**
 * One thing that an operator can set.
 *
 * @param path its name in the configuration file, such as {@code http.port}
 * @param type what it can be
 */
public record Setting<T>(String path, ValueType<T> type) {

    /** What the names of all environment variables of the service begin with. */
    static final String ENVIRONMENT_PREFIX = "HEXCACHE_";

    /** The environment variable that sets it: {@code http.max-body} is {@code HEXCACHE_HTTP_MAX_BODY}. */
    String environmentName() {
        return ENVIRONMENT_PREFIX + path.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }

    Setting<T> within(String group) {
        return new Setting<>(group + "." + path, type);
    }
}
