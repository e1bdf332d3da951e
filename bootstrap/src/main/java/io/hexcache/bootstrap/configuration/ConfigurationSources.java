package io.hexcache.bootstrap.configuration;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigValueFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where the configuration comes from; what comes later here wins: the defaults that the service brings along, those of
 * the profile, a file, the environment, the options of the command line.
 *
 * @param environment all variables of the process
 */
public record ConfigurationSources(Optional<Path> file, Map<String, String> environment, List<GivenOption> options) {

    /**
     * An option of the command line that sets something.
     *
     * @param name as it was written, such as {@code --port}
     */
    public record GivenOption(String name, Setting<?> setting, String text) {

        /** What is wrong with it; empty if it is legal. */
        public Optional<String> problem() {
            return setting.type().read(text).isPresent()
                    ? Optional.empty()
                    : Optional.of(InvalidConfigurationException.sentence(setting, "option " + name, text));
        }

        Config asConfig() {
            return ConfigValueFactory.fromAnyRef(text, "option " + name).atPath(setting.path());
        }
    }

    /** Copies what can change. */
    public ConfigurationSources {
        environment = Map.copyOf(environment);
        options = List.copyOf(options);
    }

    /** Reads all of them. */
    public Settings load() {
        Config given = ConfigFactory.empty();
        for (Config source : given()) {
            // A mistake is one also where something else overrides it: some day it will not.
            Settings.refuseIllegal(source);
            given = source.withFallback(given);
        }
        return Settings.checked(given.withFallback(ProfileDefaults.under(given, ConfigurationFile.defaults())));
    }

    private List<Config> given() {
        Stream<Config> ofProcess = Stream.concat(Stream.of(new EnvironmentVariables(environment).read()),
                options.stream().map(GivenOption::asConfig));
        return Stream.concat(file.map(ConfigurationFile::read).stream(), ofProcess).toList();
    }
}
