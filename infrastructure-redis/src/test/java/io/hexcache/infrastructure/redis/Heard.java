package io.hexcache.infrastructure.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.hexcache.domain.bus.Message;
import io.hexcache.domain.key.KeySelection;
import io.hexcache.domain.port.BusListener;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.awaitility.Awaitility;

/** Writes down what it hears, in order: changes by the identifier of their key. */
final class Heard implements BusListener {

    private final List<String> calls = new CopyOnWriteArrayList<>();

    /** Breaks down once, after it has written down that call. */
    private record Choking(Heard heard, String call, AtomicBoolean done) implements BusListener {

        @Override
        public void connected() {
            heard.connected();
            choke();
        }

        @Override
        public void disconnected() {
            heard.disconnected();
            choke();
        }

        @Override
        public void received(Message message) {
            heard.received(message);
            choke();
        }

        private void choke() {
            if (heard.calls.getLast().equals(call) && done.compareAndSet(false, true)) {
                throw new LinkageError("made by the test");
            }
        }
    }

    @Override
    public void connected() {
        calls.add("connected");
    }

    @Override
    public void disconnected() {
        calls.add("disconnected");
    }

    @Override
    public void received(Message message) {
        calls.add(((KeySelection.Keys) message.change().selection()).keys().iterator().next().identifier());
    }

    /** A listener that writes down here what it hears, and breaks down once, at this call. */
    BusListener chokingOn(String call) {
        return new Choking(this, call, new AtomicBoolean());
    }

    List<String> calls() {
        return calls;
    }

    void awaitCalls(String... expected) {
        Awaitility.await().atMost(Duration.ofSeconds(15)).pollInterval(Duration.ofMillis(10)).untilAsserted(
                () -> assertThat(calls).containsExactly(expected));
    }

    void awaitLast(String expected) {
        Awaitility.await().atMost(Duration.ofSeconds(15)).pollInterval(Duration.ofMillis(10))
                .until(() -> calls.getLast()
                        .equals(expected));
    }
}
