package io.hexcache.bootstrap.configuration;

import com.typesafe.config.ConfigValue;

/** Where values were set, in the operator's words: a file and a line, an environment variable, an option. */
final class Origins {

    private Origins() {}

    static String of(ConfigValue value) {
        String description = value.origin().description();
        return description.contains("reference.conf @") ? "the default" : description;
    }
}
