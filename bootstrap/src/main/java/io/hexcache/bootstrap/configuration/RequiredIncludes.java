package io.hexcache.bootstrap.configuration;

import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigIncludeContext;
import com.typesafe.config.ConfigIncluder;
import com.typesafe.config.ConfigIncluderFile;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigParseable;
import java.io.File;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Refuses a file that includes one that is not there, which HOCON would take for an empty one. */
final class RequiredIncludes implements ConfigIncluder, ConfigIncluderFile {

    @Override
    public ConfigIncluder withFallback(ConfigIncluder fallback) {
        return this;
    }

    @Override
    public ConfigObject include(ConfigIncludeContext context, String what) {
        @Nullable
        ConfigParseable found = context.relativeTo(what);
        if (found == null) {
            throw missing(what);
        }
        return required(what, () -> found.parse(context.parseOptions().setAllowMissing(false)));
    }

    @Override
    public ConfigObject includeFile(ConfigIncludeContext context, File what) {
        return required(what.getPath(), () -> ConfigFactory.parseFile(what, context.parseOptions().setAllowMissing(
                false)).root());
    }

    private static ConfigObject required(String what, Supplier<ConfigObject> parsing) {
        try {
            return parsing.get();
        } catch (ConfigException.IO notThere) {
            throw missing(what);
        }
    }

    private static InvalidConfigurationException missing(String what) {
        return new InvalidConfigurationException(
                "configuration file includes %s, which cannot be read; give the path of an existing, readable file"
                        .formatted(Shown.quoted(what)));
    }
}
