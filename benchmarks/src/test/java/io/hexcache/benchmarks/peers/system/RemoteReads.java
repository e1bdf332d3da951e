package io.hexcache.benchmarks.peers.system;

import org.jspecify.annotations.Nullable;

/** A system that holds values in Redis. */
public interface RemoteReads extends Peer {

    /** Puts the value where {@link #read} finds it, for an hour. */
    void store(String id, Product value);

    /** The value as Redis has it, read by this caller alone; null if there is none. */
    @Nullable
    Product read(String id);
}
