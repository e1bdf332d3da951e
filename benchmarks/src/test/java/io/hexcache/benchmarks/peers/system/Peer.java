package io.hexcache.benchmarks.peers.system;

/** A system, connected. What it can be asked is what else it implements. */
public interface Peer extends AutoCloseable {

    @Override
    void close();
}
