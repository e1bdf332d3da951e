package io.hexcache.benchmarks.peers.system;

import java.util.List;
import java.util.Map;

/** A system that is asked for many at once, and holds in memory what it was asked for most. */
public interface BatchReads extends Peer {

    /** How many entries the memory of the process may hold: all that is asked for again and again, and little else. */
    int LOCAL_ENTRIES = 1_000;

    /** Puts the value into Redis, where {@link #readAll} finds it. */
    void storeForBatch(String id, Product value);

    /** Those that are cached: out of memory, and the rest from Redis in one request. */
    Map<String, Product> readAll(List<String> ids);
}
