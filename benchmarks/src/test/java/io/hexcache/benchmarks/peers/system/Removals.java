package io.hexcache.benchmarks.peers.system;

import java.util.Set;

/** A system that removes many entries by what they have in common. */
public interface Removals extends RemoteReads {

    /** What the identifiers of all entries begin with that are to be removed. */
    String DOOMED = "doomed:";

    /** What entries may have in common. */
    enum Selection {

        /** A tag. */
        TAG,

        /** The beginning of the key. */
        PREFIX,

        /** A pattern that the key matches. */
        PATTERN
    }

    /** By what it can remove. */
    Set<Selection> selections();

    /** Stores an entry that {@link #remove} is to find; its identifier begins with {@link #DOOMED}. */
    void storeDoomed(String id, Product value);

    /** Removes all doomed entries; how many, as far as the system says. */
    long remove(Selection selection);
}
