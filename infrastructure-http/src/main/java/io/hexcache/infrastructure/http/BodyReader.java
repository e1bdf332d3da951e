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
    private final ByteArrayOutputStream received = new ByteArrayOutputStream();
    private final CompletableFuture<byte[]> whole = new CompletableFuture<>();

    private BodyReader(Request request, int maxBytes) {
        this.request = request;
        this.maxBytes = maxBytes;
    }

    /** The body; throws a refusal with 413 for one that is too large, 408 for a late one, 400 for a broken one. */
    static byte[] read(Request request, int maxBytes, Duration deadline) throws InterruptedException {
        if (request.getLength() > maxBytes) {
            throw tooLarge(maxBytes);
        }
        BodyReader reader = new BodyReader(request, maxBytes);
        reader.run();
        try {
            return reader.whole.get(deadline.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
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
        if (received.size() + chunk.remaining() > maxBytes) {
            whole.completeExceptionally(tooLarge(maxBytes));
        } else {
            received.writeBytes(BufferUtil.toArray(chunk.getByteBuffer()));
        }
        boolean last = chunk.isLast();
        chunk.release();
        if (last) {
            whole.complete(received.toByteArray());
        }
    }

    private static RequestRefused tooLarge(int maxBytes) {
        return new RequestRefused(413, "the body is larger than " + maxBytes + " bytes, which is the limit");
    }
}
