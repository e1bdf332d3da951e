package io.hexcache.benchmarks.peers.measure;

import org.jspecify.annotations.Nullable;

/** One operation as a caller makes it. */
@FunctionalInterface
public interface Operation {

    /**
     * Does it.
     *
     * @param random which key, where one is chosen at random; 0 or more
     * @return what was found; null is a failure, since every operation is to find something
     */
    @Nullable
    Object run(int random);
}
