package io.hexcache.infrastructure.http;

import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The bytes that the bodies of all requests in flight may have together. A limit per body alone is none for a thousand
 * connections. Nobody waits for his share: to wait with a body half read is what fills the memory.
 */
final class BodyBudget {

    private final long maxBytes;
    private final AtomicLong taken = new AtomicLong();

    BodyBudget(long maxBytes) {
        this.maxBytes = maxBytes;
    }

    /** The share of one request, empty at first. */
    Share open() {
        return new Share();
    }

    /** What one request has taken. Closing gives all of it back, and refuses whatever is asked for afterwards. */
    final class Share implements AutoCloseable {

        private static final long CLOSED = -1;

        private final AtomicLong mine = new AtomicLong();

        private Share() {}

        /** Takes so many bytes more; throws a refusal with 503 if they are not left. */
        void take(long bytes) {
            if (taken.addAndGet(bytes) > maxBytes || !keep(bytes)) {
                taken.addAndGet(-bytes);
                throw new RequestRefused(Problem.of(503, "the bodies of all requests together may have " + maxBytes
                        + " bytes, and too few of them are left for this one; send it again later"), Map.of(
                                "Retry-After", "1"));
            }
        }

        private boolean keep(long bytes) {
            return mine.updateAndGet(held -> held == CLOSED ? CLOSED : held + bytes) != CLOSED;
        }

        @Override
        public void close() {
            taken.addAndGet(-Math.max(0, mine.getAndSet(CLOSED)));
        }
    }
}
