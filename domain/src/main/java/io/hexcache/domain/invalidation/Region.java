package io.hexcache.domain.invalidation;

import io.hexcache.domain.key.KeySelection;

/** What this node holds of one namespace in its memory: copies in L1, and loads under way. */
public interface Region {

    /** Drops the selected copies, and sees to it that no load under way makes or answers one any more. */
    void forget(KeySelection selection);

    /** Sees to it that nobody joins a load under way of what is selected any more; copies stay. */
    void detach(KeySelection selection);

    /** Drops every copy, and sees to it that no load under way makes or answers one any more. */
    void forgetAll();
}
