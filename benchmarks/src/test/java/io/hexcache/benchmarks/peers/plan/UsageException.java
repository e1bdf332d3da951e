package io.hexcache.benchmarks.peers.plan;

/** What was asked for on the command line is not possible; the message says why, and what is. */
public final class UsageException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UsageException(String message) {
        super(message);
    }
}
