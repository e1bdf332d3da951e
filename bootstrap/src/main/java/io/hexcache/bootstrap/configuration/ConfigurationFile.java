package io.hexcache.bootstrap.configuration;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigParseOptions;
import com.typesafe.config.ConfigResolveOptions;
import com.typesafe.config.ConfigSyntax;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** Reads files of settings, in HOCON, and refuses settings that nobody knows. */
final class ConfigurationFile {

    /** What the parser quotes from the file, which may be a piece of a password; single characters do no harm. */
    private static final Pattern QUOTED = Pattern.compile("'[^\n]{2,}'");

    private ConfigurationFile() {}

    /** What holds where nobody says anything else. */
    static Config defaults() {
        return ConfigFactory.parseResources(ConfigurationFile.class, "/reference.conf", options()).resolve(
                ConfigResolveOptions.noSystem());
    }

    /** The operator's file. */
    static Config read(Path file) {
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            throw new InvalidConfigurationException(
                    "configuration file %s cannot be read; give the path of an existing, readable file"
                            .formatted(Shown.quoted(file.toString())));
        }
        Config parsed = parse(file);
        new UnknownSettings(parsed).refuse();
        return parsed;
    }

    private static Config parse(Path file) {
        try {
            return ConfigFactory.parseFile(file.toFile(), options().setIncluder(new RequiredIncludes()))
                    .resolve(ConfigResolveOptions.noSystem());
        } catch (ConfigException notReadable) {
            String reason = QUOTED.matcher(String.valueOf(notReadable.getMessage())).replaceAll("'...'");
            throw new InvalidConfigurationException(
                    "configuration file is not HOCON: " + reason.replaceAll("\\s+", " "));
        }
    }

    private static ConfigParseOptions options() {
        return ConfigParseOptions.defaults().setAllowMissing(false).setSyntax(ConfigSyntax.CONF);
    }
}
