package io.hexcache.contract;

import java.util.Iterator;
import java.util.List;

/** A value that no codec can write: it has a part that fails when it is read. */
public final class Unwritable {

    private final Iterator<String> nothing = List.<String>of().iterator();

    /** Never answers. */
    public String getText() {
        return nothing.next();
    }
}
