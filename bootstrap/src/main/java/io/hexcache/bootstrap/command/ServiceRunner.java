package io.hexcache.bootstrap.command;

import io.hexcache.bootstrap.configuration.ConfigurationSources;

/** Runs the service until it is told to stop. */
@FunctionalInterface
public interface ServiceRunner {

    /**
     * Starts the service with this configuration, and returns when it has stopped.
     *
     * @throws RuntimeException if it cannot start, with a message for the operator
     */
    void run(ConfigurationSources configuration);
}
