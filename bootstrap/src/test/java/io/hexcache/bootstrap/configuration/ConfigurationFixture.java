package io.hexcache.bootstrap.configuration;

import io.hexcache.bootstrap.configuration.ConfigurationSources.GivenOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Loads configurations from what a test gives. */
final class ConfigurationFixture {

    private ConfigurationFixture() {}

    static Settings defaults() {
        return environment(Map.of());
    }

    static Settings environment(Map<String, String> environment) {
        return new ConfigurationSources(Optional.empty(), environment, List.of()).load();
    }

    static Settings file(Path folder, String text) {
        return new ConfigurationSources(Optional.of(write(folder, text)), Map.of(), List.of()).load();
    }

    static Path write(Path folder, String text) {
        try {
            return Files.writeString(folder.resolve("mine.conf"), text);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static GivenOption port(String text) {
        return new GivenOption("--port", KnownSettings.HTTP_PORT, text);
    }
}
