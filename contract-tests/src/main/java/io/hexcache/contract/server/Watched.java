package io.hexcache.contract.server;

/** What a sentinel watches: a primary of this name at this address. */
record Watched(String name, String host, int port) {}
