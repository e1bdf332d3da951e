package io.hexcache.benchmarks.peers.process;

/** A system could not be measured; the message says why. */
public final class ChildFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ChildFailure(String message) {
        super(message);
    }
}
