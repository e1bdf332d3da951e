package io.hexcache.infrastructure.http;

import java.util.concurrent.atomic.AtomicLong;

/**
 * What one request has taken of a {@link BodyBudget}. Closing gives all of it back, and refuses whatever is asked for
 * afterwards.
 */
final class BodyShare implements AutoCloseable {

    private static final long CLOSED = -1;

    private final BodyBudget budget;
    private final AtomicLong mine = new AtomicLong();

    BodyShare(BodyBudget budget) {
        this.budget = budget;
    }

    /** Takes so many bytes more; throws a refusal with 503 if they are not left. */
    void take(long bytes) {
        budget.take(bytes);
        if (mine.updateAndGet(held -> held == CLOSED ? CLOSED : held + bytes) == CLOSED) {
            budget.giveBack(bytes);
            throw budget.refusal();
        }
    }

    @Override
    public void close() {
        budget.giveBack(Math.max(0, mine.getAndSet(CLOSED)));
    }
}
