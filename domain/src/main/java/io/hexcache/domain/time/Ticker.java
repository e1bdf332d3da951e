package io.hexcache.domain.time;

/**
 * A monotonic clock for deadlines inside one process. Its readings say nothing about dates and mean nothing to
 * another process.
 */
@FunctionalInterface
public interface Ticker {

    /** Nanoseconds since an arbitrary origin; compare two readings by their difference, never by {@code <}. */
    long read();
}
