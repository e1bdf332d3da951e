package io.hexcache.contract;

import io.hexcache.domain.bus.Change;
import io.hexcache.domain.bus.Message;
import io.hexcache.domain.bus.Origin;
import io.hexcache.domain.port.BusListener;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** Remembers what the bus said, and whether it ever said two things at once or a message before the connection. */
final class RecordingListener implements BusListener {

    private final List<Message> messages = new CopyOnWriteArrayList<>();
    private final AtomicBoolean connected = new AtomicBoolean();
    private final AtomicInteger inside = new AtomicInteger();
    private final AtomicBoolean overlapped = new AtomicBoolean();
    private final AtomicBoolean early = new AtomicBoolean();

    @Override
    public void connected() {
        oneAtATime(() -> connected.set(true));
    }

    @Override
    public void disconnected() {
        oneAtATime(() -> connected.set(false));
    }

    @Override
    public void received(Message message) {
        oneAtATime(() -> {
            if (!connected.get()) {
                early.set(true);
            }
            messages.add(message);
        });
    }

    @SuppressWarnings("ThreadPriorityCheck") // a right bus does not care; a wrong one is caught more surely
    private void oneAtATime(Runnable step) {
        if (inside.incrementAndGet() > 1) {
            overlapped.set(true);
        }
        // Whoever could come in now is given the chance.
        for (int turn = 0; turn < 20; turn++) {
            Thread.yield();
        }
        step.run();
        inside.decrementAndGet();
    }

    boolean isConnected() {
        return connected.get();
    }

    boolean wasCalledTwiceAtOnce() {
        return overlapped.get();
    }

    boolean heardBeforeConnected() {
        return early.get();
    }

    List<Message> messages() {
        return messages;
    }

    List<Change> changes() {
        return messages.stream().map(Message::change).toList();
    }

    List<Change> changesOf(Origin origin) {
        return messages.stream().filter(message -> message.origin().equals(origin)).map(Message::change).toList();
    }

    List<Long> numbersOf(Origin origin) {
        return messages.stream().filter(message -> message.origin().equals(origin)).map(Message::sequence).toList();
    }
}
