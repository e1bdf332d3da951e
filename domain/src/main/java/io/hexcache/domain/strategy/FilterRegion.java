package io.hexcache.domain.strategy;

import io.hexcache.domain.existence.KeyExistence;
import io.hexcache.domain.invalidation.Region;
import io.hexcache.domain.key.KeySelection;

/**
 * The existence filter of a namespace as a part of what the node holds of it: each change that it makes or hears of may
 * be a creation, and after changes were missed the filter is worth nothing.
 */
record FilterRegion(KeyExistence filter) implements Region {

    @Override
    public void forget(KeySelection selection) {
        filter.changed(selection);
    }

    @Override
    public void detach(KeySelection selection) {
        // An own write is not forgotten, only its loads are detached, before it is announced and answered.
        filter.changed(selection);
    }

    @Override
    public void forgetAll() {
        filter.missedChanges();
    }
}
