package io.hexcache.infrastructure.memory;

import io.hexcache.domain.bus.Beat;
import io.hexcache.domain.bus.Change;
import io.hexcache.domain.bus.Heads;
import io.hexcache.domain.bus.Heads.Head;
import io.hexcache.domain.bus.Message;
import io.hexcache.domain.bus.Origin;
import io.hexcache.domain.error.CacheConnectionException;
import io.hexcache.domain.key.KeySelection;
import io.hexcache.domain.key.Tag;
import io.hexcache.domain.port.BusListener;
import io.hexcache.domain.port.InvalidationBus;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;

/** Buses with one mistake each. */
final class WrongBuses {

    private WrongBuses() {}

    static InvalidationBus thatKeepsOwnMessagesBack(InvalidationBus node) {
        Set<Origin> own = ConcurrentHashMap.newKeySet();
        return new DelegatingBus(node) {
            @Override
            public long announce(Origin origin, long told, Change change) {
                own.add(origin);
                return right.announce(origin, told, change);
            }

            @Override
            public void subscribe(BusListener listener) {
                right.subscribe(new RelayingListener(listener) {
                    @Override
                    public void received(Message message) {
                        if (!own.contains(message.origin())) {
                            listener.received(message);
                        }
                    }
                });
            }
        };
    }

    /** Numbers from its own head alone, so that a head that was lost brings used numbers back. */
    static InvalidationBus thatReusesNumbers(InvalidationBus node) {
        return new DelegatingBus(node) {
            @Override
            public long announce(Origin origin, long told, Change change) {
                return right.announce(origin, 0, change);
            }

            @Override
            public Heads exchange(Origin origin, Beat own) {
                return right.exchange(origin, new Beat(own.count(), 0));
            }
        };
    }

    static InvalidationBus thatForgetsWhatThePulseSays(InvalidationBus node) {
        return new DelegatingBus(node) {
            @Override
            public Heads exchange(Origin origin, Beat own) {
                return right.exchange(origin, new Beat(own.count(), 0));
            }
        };
    }

    static InvalidationBus thatNumbersByNode(InvalidationBus node) {
        return new DelegatingBus(node) {
            @Override
            public long announce(Origin origin, long told, Change change) {
                return right.announce(alwaysTheSameLife(origin), told, change);
            }

            @Override
            public Heads exchange(Origin origin, Beat own) {
                return right.exchange(alwaysTheSameLife(origin), own);
            }

            private Origin alwaysTheSameLife(Origin origin) {
                return new Origin(origin.node(), origin.incarnation() / 1_000 * 1_000);
            }
        };
    }

    static InvalidationBus thatAnswersTheOwnHeadOnly(InvalidationBus node) {
        return new DelegatingBus(node) {
            @Override
            public Heads exchange(Origin origin, Beat own) {
                return new Heads(Map.of(origin, right.exchange(origin, own).byOrigin().get(origin)));
            }
        };
    }

    static InvalidationBus thatNeverForgetsTheSilent(InvalidationBus node) {
        Map<Origin, Head> known = new ConcurrentHashMap<>();
        return new DelegatingBus(node) {
            @Override
            public Heads exchange(Origin origin, Beat own) {
                known.putAll(right.exchange(origin, own).byOrigin());
                return new Heads(known);
            }
        };
    }

    static InvalidationBus thatSaysNoGoodbye(InvalidationBus node) {
        return new DelegatingBus(node) {
            @Override
            public Heads exchange(Origin origin, Beat own) {
                return new Heads(right.exchange(origin, own).byOrigin().entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, entry -> new Head(entry.getValue().sequence(),
                                entry.getValue().beat(), false))));
            }
        };
    }

    static InvalidationBus thatSendsTwice(InvalidationBus node) {
        return new DelegatingBus(node) {
            @Override
            public long announce(Origin origin, long told, Change change) {
                right.announce(origin, told, change);
                return right.announce(origin, told, change);
            }
        };
    }

    static InvalidationBus thatLosesTags(InvalidationBus node) {
        return new DelegatingBus(node) {
            @Override
            public long announce(Origin origin, long told, Change change) {
                KeySelection sent = change.selection() instanceof KeySelection.Tagged(Set<Tag> tags)
                        ? new KeySelection.Tagged(Set.of(tags.iterator().next()))
                        : change.selection();
                return right.announce(origin, told, new Change(sent, change.stamp()));
            }
        };
    }

    /** As a store does that keeps numbers as floating point. */
    static InvalidationBus thatRoundsNumbers(InvalidationBus node) {
        return new DelegatingBus(node) {
            @Override
            public long announce(Origin origin, long told, Change change) {
                return right.announce(origin, (long) (double) told,
                        new Change(change.selection(), (long) (double) change.stamp()));
            }
        };
    }

    static InvalidationBus thatCallsAtOnce(InvalidationBus node) {
        return new DelegatingBus(node) {
            @Override
            public void subscribe(BusListener listener) {
                right.subscribe(new RelayingListener(listener) {
                    @Override
                    public void received(Message message) {
                        Thread.ofVirtual().start(() -> listener.received(message));
                    }
                });
            }
        };
    }

    /** Says that it is connected only when the first message has come, or when none comes. */
    static InvalidationBus thatConnectsLate(InvalidationBus node) {
        Semaphore received = new Semaphore(0);
        return new DelegatingBus(node) {
            @Override
            public void subscribe(BusListener listener) {
                right.subscribe(new RelayingListener(listener) {
                    @Override
                    public void connected() {
                        Thread.ofVirtual().start(() -> {
                            Gap.awaitPermit(received, 20);
                            listener.connected();
                        });
                    }

                    @Override
                    public void received(Message message) {
                        listener.received(message);
                        received.release();
                    }
                });
            }
        };
    }

    static InvalidationBus thatSwallowsWhenClosed(InvalidationBus node) {
        return new DelegatingBus(node) {
            @Override
            public long announce(Origin origin, long told, Change change) {
                try {
                    return right.announce(origin, told, change);
                } catch (CacheConnectionException closed) {
                    return told + 1;
                }
            }
        };
    }
}
