package io.hexcache.benchmarks.peers.system;

import java.util.function.Function;

/** A system that loads what it does not have. */
public interface Loads extends Peer {

    /** The value that is cached, or else the one that the loader answers, which is then cached. */
    Product readOrLoad(String id, Function<String, Product> loader);
}
