package io.hexcache.domain.port;

import io.hexcache.domain.key.KeySelection;

/** Who listens on the bus. Calls come one at a time; they do not wait for anything and do not throw. */
public interface BusListener {

    /** Everything that other nodes publish from now on will be delivered. */
    void connected();

    /** Messages may be lost from now on, and may have been lost a moment ago. */
    void disconnected();

    /** Another node has changed this; never a message of the own node. */
    void changed(KeySelection change);
}
