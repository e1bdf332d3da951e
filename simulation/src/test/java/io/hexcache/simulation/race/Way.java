package io.hexcache.simulation.race;

import io.hexcache.domain.error.CacheConnectionException;
import io.hexcache.domain.error.CacheTimeoutException;
import io.hexcache.simulation.port.Call;
import io.hexcache.simulation.port.Call.Destination;
import io.hexcache.simulation.port.Call.Operation;
import io.hexcache.simulation.port.Passage;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** The way of one node to its ports: comes to steps, and fails as the race says. */
final class Way implements Passage {

    private final Course course;
    private final Runnable observer;
    private final LongSupplier generation;
    private final List<Runnable> watchers = new ArrayList<>();
    private final Set<Operation> delayed = EnumSet.noneOf(Operation.class);
    private final Deque<Runnable> late = new ArrayDeque<>();
    private long known;
    private boolean cut;

    /**
     * A way on which nothing fails so far.
     *
     * @param observer is told before each call
     * @param generation tells one store from the next one in its place
     */
    Way(Course course, Runnable observer, LongSupplier generation) {
        this.course = course;
        this.observer = observer;
        this.generation = generation;
        this.known = generation.getAsLong();
    }

    /** Is told of another store, before that one answers. */
    void watch(Runnable watcher) {
        watchers.add(watcher);
    }

    /** The next such call times out, and is not carried out until {@link #applyLate}. */
    void delayNext(Operation operation) {
        delayed.add(operation);
    }

    /** What has timed out arrives. */
    void applyLate() {
        while (!late.isEmpty()) {
            late.remove().run();
        }
    }

    /** From now on the store does not answer, or answers again. */
    void cut(boolean away) {
        cut = away;
    }

    @Override
    public <T> T pass(Call call, Supplier<T> action) {
        if (call.operation().isUnderLock()) {
            return action.get();
        }
        observer.run();
        course.before(call);
        if (call.operation().destination() == Destination.STORE) {
            reach(call);
        }
        if (delayed.remove(call.operation())) {
            late.add(() -> {
                Object _ = action.get();
            });
            throw new CacheTimeoutException(call + " is carried out later");
        }
        T answer = action.get();
        course.after(call, answer);
        return answer;
    }

    private void reach(Call call) {
        if (cut) {
            throw new CacheConnectionException(call + ": the store is away");
        }
        long now = generation.getAsLong();
        if (now != known) {
            known = now;
            watchers.forEach(Runnable::run);
        }
    }
}
