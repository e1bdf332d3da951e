package io.hexcache.infrastructure.memory;

import io.hexcache.domain.error.CacheConnectionException;
import io.hexcache.domain.key.KeySelection;
import io.hexcache.domain.key.Tag;
import io.hexcache.domain.port.BusListener;
import io.hexcache.domain.port.InvalidationBus;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Buses with one mistake each. */
final class WrongBuses {

    private WrongBuses() {}

    static InvalidationBus thatDeliversOwnMessages(InvalidationBus node) {
        List<BusListener> own = new CopyOnWriteArrayList<>();
        return new DelegatingBus(node) {
            @Override
            public void publish(KeySelection change) {
                right.publish(change);
                own.forEach(listener -> listener.changed(change));
            }

            @Override
            public void subscribe(BusListener listener) {
                own.add(listener);
                right.subscribe(listener);
            }
        };
    }

    static InvalidationBus thatDeliversTwice(InvalidationBus node) {
        return new DelegatingBus(node) {
            @Override
            public void publish(KeySelection change) {
                right.publish(change);
                right.publish(change);
            }
        };
    }

    static InvalidationBus thatLosesTags(InvalidationBus node) {
        return new DelegatingBus(node) {
            @Override
            public void publish(KeySelection change) {
                right.publish(change instanceof KeySelection.Tagged(Set<Tag> tags)
                        ? new KeySelection.Tagged(Set.of(tags.iterator().next()))
                        : change);
            }
        };
    }

    static InvalidationBus thatCallsAtOnce(InvalidationBus node) {
        return new DelegatingBus(node) {
            @Override
            public void subscribe(BusListener listener) {
                right.subscribe(new BusListener() {
                    @Override
                    public void connected() {
                        listener.connected();
                    }

                    @Override
                    public void disconnected() {
                        listener.disconnected();
                    }

                    @Override
                    public void changed(KeySelection change) {
                        Thread.ofVirtual().start(() -> listener.changed(change));
                    }
                });
            }
        };
    }

    /** Says that it is connected only when the first change has come, or when none comes. */
    static InvalidationBus thatConnectsLate(InvalidationBus node) {
        CountDownLatch changed = new CountDownLatch(1);
        return new DelegatingBus(node) {
            @Override
            public void subscribe(BusListener listener) {
                right.subscribe(new BusListener() {
                    @Override
                    public void connected() {
                        Thread.ofVirtual().start(() -> {
                            await(changed);
                            listener.connected();
                        });
                    }

                    @Override
                    public void disconnected() {
                        listener.disconnected();
                    }

                    @Override
                    public void changed(KeySelection change) {
                        listener.changed(change);
                        changed.countDown();
                    }
                });
            }
        };
    }

    private static void await(CountDownLatch changed) {
        try {
            if (!changed.await(20, TimeUnit.MILLISECONDS)) {
                // Nothing came.
                return;
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    static InvalidationBus thatSwallowsWhenClosed(InvalidationBus node) {
        return new DelegatingBus(node) {
            @Override
            public void publish(KeySelection change) {
                try {
                    right.publish(change);
                } catch (CacheConnectionException closed) {
                    // Swallowed.
                }
            }
        };
    }
}
