package io.hexcache.simulation.world;

import io.hexcache.domain.bus.Message;
import io.hexcache.simulation.port.Call;

/** Sees what a process does on its way to the world. It is called within the step and does not wait. */
public interface Observer {

    /** The store or the bus has carried a call out. */
    void applied(Call call);

    /** A call has failed for its caller. */
    void failed(Call call);

    /** The bus has taken a message of this process. */
    void announced(Message message);

    /** This process has taken a message in. */
    void heard(Message message);

    /** This process has learned that another store answers. */
    void noticed();
}
