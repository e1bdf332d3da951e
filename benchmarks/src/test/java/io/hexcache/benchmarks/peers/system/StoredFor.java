package io.hexcache.benchmarks.peers.system;

import java.time.Duration;

/** How long every system stores its values: longer than any run takes. */
final class StoredFor {

    static final int SECONDS = 3_600;
    static final Duration TTL = Duration.ofSeconds(SECONDS);

    private StoredFor() {}
}
