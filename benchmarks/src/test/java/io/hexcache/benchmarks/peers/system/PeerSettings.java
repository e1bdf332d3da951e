package io.hexcache.benchmarks.peers.system;

import java.net.URI;

/**
 * How a system is to be set up.
 *
 * @param redis the server
 * @param poolSize how many connections it may use, where that is a setting of it
 * @param localEntries how many entries the memory of the process may hold
 */
public record PeerSettings(URI redis, int poolSize, int localEntries) {}
