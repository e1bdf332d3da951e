package io.hexcache.benchmarks.peers.system;

import org.jspecify.annotations.Nullable;

/** A system that holds values in the memory of the process. */
public interface LocalReads extends Peer {

    /** Puts the value where {@link #readLocal} finds it. */
    void keep(String id, Product value);

    /** The value that is held in memory; null if there is none. */
    @Nullable
    Product readLocal(String id);
}
