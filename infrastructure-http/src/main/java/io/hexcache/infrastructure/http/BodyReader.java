package io.hexcache.infrastructure.http;

import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.BufferUtil;

/**
 * Reads one body whole, within a number of bytes and a time. The time is for all of it: a sender who keeps the
 * connection busy with a byte now and then is cut as well.
 */
final class BodyReader implements Runnable {

    private final Request request;
    private final int maxBytes;
    private final BodyShare share;
    private final ByteArrayOutputStream received = new ByteArrayOutputStream();
    private final CompletableFuture<byte[]> whole = new CompletableFuture<>();

    private BodyReader(Request request, int maxBytes, BodyShare share) {
        this.request = request;
        this.maxBytes = maxBytes;
        this.share = share;
    }

    /**
     * The body; throws a refusal with 413 for one that is too large, 408 for a late one, 400 for a broken one, and 503
     * if the share cannot be made large enough: at once for an announced length, else as soon as the body has grown.
     */
    static byte[] read(Request request, int maxBytes, Duration deadline, BodyShare share)
            throws InterruptedException {
        if (request.getLength() > maxBytes) {
            throw tooLarge(maxBytes);
        }
        share.take(Math.max(0, request.getLength()));
        BodyReader reader = new BodyReader(request, maxBytes, share);
        reader.run();
        try {
            return reader.whole.get(deadline.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            reader.whole.cancel(false);
            throw new RequestRefused(408, "the body had not arrived whole after " + deadline.toMillis() + " ms");
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RequestRefused refused) {
                throw refused;
            }
            throw new RequestRefused(400, "the body could not be read to its end");
        }
    }

    /** Takes what has arrived, and comes back when more has. */
    @Override
    public void run() {
        while (!whole.isDone()) {
            Content.Chunk chunk = request.read();
            if (chunk == null) {
                request.demand(this);
                return;
            }
            take(chunk);
        }
    }

    private void take(Content.Chunk chunk) {
        if (Content.Chunk.isFailure(chunk)) {
            whole.completeExceptionally(chunk.getFailure());
            return;
        }
        try {
            reserve(chunk.remaining());
            received.writeBytes(BufferUtil.toArray(chunk.getByteBuffer()));
        } catch (RequestRefused noRoom) {
            whole.completeExceptionally(noRoom);
        }
        boolean last = chunk.isLast();
        chunk.release();
        if (last) {
            whole.complete(received.toByteArray());
        }
    }

    private void reserve(int more) {
        if (received.size() + more > maxBytes) {
            throw tooLarge(maxBytes);
        }
        if (request.getLength() < 0) {
            share.take(more);
        }
    }

    private static RequestRefused tooLarge(int maxBytes) {
        return new RequestRefused(413, "the body is larger than " + maxBytes + " bytes, which is the limit");
    }
}
