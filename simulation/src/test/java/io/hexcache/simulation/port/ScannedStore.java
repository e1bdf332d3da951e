package io.hexcache.simulation.port;

import io.hexcache.domain.key.KeySelection;
import io.hexcache.domain.port.CacheStore;

/** A store that shows the two scans of a removal by names, so that others can come in between. */
public interface ScannedStore extends CacheStore {

    /** The first scan. */
    void voidGuards(KeySelection.ByName selection);

    /** The second scan; how many live entries it removed. */
    long removeEntries(KeySelection.ByName selection);

    @Override
    default long removeAll(KeySelection.ByName selection) {
        voidGuards(selection);
        return removeEntries(selection);
    }
}
