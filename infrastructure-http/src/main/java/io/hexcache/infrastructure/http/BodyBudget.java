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
    BodyShare open() {
        return new BodyShare(this);
    }

    /** Takes so many bytes if they are left; throws a refusal with 503 if they are not. */
    void take(long bytes) {
        if (taken.addAndGet(bytes) > maxBytes) {
            giveBack(bytes);
            throw refusal();
        }
    }

    void giveBack(long bytes) {
        taken.addAndGet(-bytes);
    }

    RequestRefused refusal() {
        String reason = "the bodies of all requests together may have " + maxBytes
                + " bytes, and too few of them are left for this one; send it again later";
        return new RequestRefused(Problem.of(503, reason), Map.of("Retry-After", "1"));
    }
}
