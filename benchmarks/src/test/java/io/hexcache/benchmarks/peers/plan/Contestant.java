package io.hexcache.benchmarks.peers.plan;

/**
 * A system in one of its settings.
 *
 * @param poolSize how many connections it may use; 0 where that is no setting of it
 */
public record Contestant(PeerSystem system, int poolSize) {

    /** What tells it from the same system in other settings; empty if there is nothing to tell. */
    public String variant() {
        return poolSize == 0 ? "" : "pool of " + poolSize;
    }

    @Override
    public String toString() {
        return poolSize == 0 ? system.id() : system.id() + ", " + variant();
    }
}
