package io.hexcache.domain.invalidation;

import io.hexcache.domain.key.KeySelection;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** All regions of a node. They are added while the node is wired, and stay. */
public final class Regions {

    private final List<Region> regions = new CopyOnWriteArrayList<>();

    /** Adds one. */
    public void add(Region region) {
        regions.add(region);
    }

    void forget(KeySelection selection) {
        regions.forEach(region -> region.forget(selection));
    }

    void forgetAll() {
        regions.forEach(Region::forgetAll);
    }
}
