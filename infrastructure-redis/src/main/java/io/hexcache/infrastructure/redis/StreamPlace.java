package io.hexcache.infrastructure.redis;

/**
 * Up to where a node has read the stream.
 *
 * @param store the name of the store, see {@link StoreIdentity}
 * @param id of the last entry that it has read
 */
record StreamPlace(String store, String id) {

    /** Whether the stream of that store goes on from here: one that has no name may be any store. */
    boolean isIn(String otherStore) {
        return store.equals(otherStore) && !store.equals(StoreIdentity.UNKNOWN);
    }

    /** The same in another store, which has all of the stream. */
    StreamPlace in(String otherStore) {
        return new StreamPlace(otherStore, id);
    }

    StreamPlace at(StreamEntry entry) {
        return new StreamPlace(store, entry.id());
    }
}
