package io.hexcache.infrastructure.redis;

import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** A caller that waits for a round trip which others make for it. */
final class Waiting {

    /** How far it has come. */
    private enum State {

        /** Nobody has taken it; it may still go. */
        QUEUED,

        /** It is being sent, or has been. */
        TAKEN,

        /** It has its answer. */
        DONE,

        /** It has gone before it was taken: nothing is sent. */
        GONE
    }

    private final Operation operation;
    private final List<Call> wanted;
    private final long since;
    private @Nullable Waiting next;
    private final Thread caller = Thread.currentThread();
    private final AtomicReference<State> state = new AtomicReference<>(State.QUEUED);
    private @Nullable List<@Nullable Object> replies;
    private @Nullable RuntimeException failure;

    /** The calling thread begins to wait at this reading of the ticker. */
    Waiting(Operation operation, List<Call> wanted, long since) {
        this.operation = operation;
        this.wanted = wanted;
        this.since = since;
    }

    Operation operation() {
        return operation;
    }

    List<Call> wanted() {
        return wanted;
    }

    boolean waitsLongerThan(long nanos, long now) {
        return now - since > nanos;
    }

    /** Puts itself before the others; whoever puts it there calls this first. */
    Waiting before(@Nullable Waiting others) {
        next = others;
        return this;
    }

    @Nullable
    Waiting next() {
        return next;
    }

    /** Whether it waits still, and is now taken. */
    boolean take() {
        return state.compareAndSet(State.QUEUED, State.TAKEN);
    }

    void answer(List<@Nullable Object> answer) {
        replies = answer;
        done();
    }

    void fail(RuntimeException why) {
        failure = why;
        done();
    }

    private void done() {
        state.set(State.DONE);
        LockSupport.unpark(caller);
    }

    /**
     * Waits for the answer, which whoever takes it gives within the time-outs of the connection.
     *
     * @throws RuntimeException what the round trip ended with
     * @throws InterruptedException to be followed by {@link #giveUp}
     */
    List<@Nullable Object> await() throws InterruptedException {
        while (state.get() != State.DONE) {
            LockSupport.park(this);
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
        }
        if (failure != null) {
            throw failure;
        }
        return replies == null ? List.of() : replies;
    }

    /** Gives up; whether it may be, or have been, sent. */
    boolean giveUp() {
        return !state.compareAndSet(State.QUEUED, State.GONE);
    }
}
