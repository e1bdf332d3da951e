package io.hexcache.simulation.world;

import io.hexcache.domain.port.BusListener;
import io.hexcache.simulation.schedule.Host;
import io.hexcache.simulation.schedule.Scheduler;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** What the bus has brought to a process, and the task of that process that takes it in, one after the other. */
final class Inbox {

    private final Scheduler scheduler;
    private final Host host;
    private final Deque<Consumer<BusListener>> waiting = new ArrayDeque<>();
    private CompletableFuture<Boolean> filled = new CompletableFuture<>();

    Inbox(Scheduler scheduler, Host host) {
        this.scheduler = scheduler;
        this.host = host;
    }

    void open(BusListener listener) {
        waiting.add(BusListener::connected);
        scheduler.daemon(host + " listens", host, () -> {
            while (!host.isDead()) {
                if (waiting.isEmpty()) {
                    filled = new CompletableFuture<>();
                    scheduler.waiter().await(filled, Duration.ofDays(365));
                } else {
                    waiting.remove().accept(listener);
                }
            }
        });
    }

    void put(Consumer<BusListener> event) {
        waiting.add(event);
        filled.complete(true);
    }
}
