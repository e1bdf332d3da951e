package io.hexcache.infrastructure.http;

import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.Callback;

/**
 * What is left of a request that was answered before its end. It is read on and thrown away for a while: to close at
 * once resets the connection under a client that is still sending, who then never sees the answer (RFC 9112, 9.6).
 */
final class UnreadBody implements Runnable {

    private static final long MAX_BYTES = 16L << 20;

    private final Request request;
    private final Callback answered;
    private final AtomicLong left = new AtomicLong(MAX_BYTES);

    private UnreadBody(Request request, Callback answered) {
        this.request = request;
        this.answered = answered;
    }

    /** What to do when the answer is sent, so that the exchange ends once the body has been thrown away. */
    static Callback behind(Request request, Callback answered) {
        // A client that waits to be asked for its body has not sent it, and must not be asked now.
        return request.getHeaders().contains(HttpHeader.EXPECT)
                ? answered
                : Callback.from(new UnreadBody(request, answered), answered::failed);
    }

    @Override
    public void run() {
        while (left.get() > 0) {
            Content.Chunk chunk = request.read();
            if (chunk == null) {
                request.demand(this);
                return;
            }
            boolean ended = chunk.isLast() || Content.Chunk.isFailure(chunk);
            left.addAndGet(ended ? -MAX_BYTES : -chunk.remaining());
            chunk.release();
        }
        answered.succeeded();
    }
}
