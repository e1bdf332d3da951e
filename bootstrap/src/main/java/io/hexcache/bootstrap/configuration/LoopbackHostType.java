package io.hexcache.bootstrap.configuration;

import java.util.Optional;
import java.util.Set;

/**
 * An address that only this machine reaches. The service has no authentication yet, so it refuses to be reached from
 * anywhere else.
 */
record LoopbackHostType() implements ValueType<String> {

    private static final Set<String> LEGAL = Set.of("127.0.0.1", "::1", "localhost");

    @Override
    public Optional<String> read(String text) {
        return Optional.of(text).filter(LEGAL::contains);
    }

    @Override
    public String legal() {
        return "a loopback address (127.0.0.1, ::1 or localhost), since the service has no authentication yet;"
                + " to reach it from elsewhere, put a proxy that authenticates in front of it";
    }
}
