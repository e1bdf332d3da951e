package io.hexcache.infrastructure.memory;

import io.hexcache.domain.bus.Message;
import io.hexcache.domain.port.BusListener;

/** Hands everything on, but for what a wrong bus overrides. */
class RelayingListener implements BusListener {

    final BusListener listener;

    RelayingListener(BusListener listener) {
        this.listener = listener;
    }

    @Override
    public void connected() {
        listener.connected();
    }

    @Override
    public void disconnected() {
        listener.disconnected();
    }

    @Override
    public void received(Message message) {
        listener.received(message);
    }
}
