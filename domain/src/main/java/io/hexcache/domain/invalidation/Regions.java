package io.hexcache.domain.invalidation;

import io.hexcache.domain.key.KeySelection;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** All regions of a node. They are added while the node is wired, and stay. */
public final class Regions {

    private final List<Region> regions = new CopyOnWriteArrayList<>();

    private final Dependants dependants = new Dependants();

    /** The namespaces on whose keys entries of others may depend. */
    public Dependants dependants() {
        return dependants;
    }

    /** Adds one. */
    public void add(Region region) {
        regions.add(region);
    }

    void forget(KeySelection selection) {
        regions.forEach(region -> region.forget(selection));
    }

    void detach(KeySelection selection) {
        regions.forEach(region -> region.detach(selection));
    }

    /** Sees to it that nobody joins any load under way. */
    public void detachAll() {
        detach(new KeySelection.Everything());
    }

    /** Drops every copy, and sees to it that no load under way makes or answers one any more. */
    public void forgetAll() {
        regions.forEach(Region::forgetAll);
    }
}
