package io.hexcache.infrastructure.http;

import java.nio.ByteBuffer;
import java.time.Duration;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.http.MetaData;
import org.eclipse.jetty.server.HttpStream;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** Starts the deadline where the route is done and the client is to act: to take the answer, and to come again. */
final class TimedStream extends HttpStream.Wrapper {

    private final ConnectionDeadline deadline;
    private final Duration idleTimeout;

    TimedStream(HttpStream stream, ConnectionDeadline deadline, Duration idleTimeout) {
        super(stream);
        this.deadline = deadline;
        this.idleTimeout = idleTimeout;
    }

    @Override
    public void send(MetaData.Request request, MetaData.@Nullable Response response, boolean last,
            @Nullable ByteBuffer content, Callback callback) {
        if (response != null && !HttpStatus.isInformational(response.getStatus())) {
            deadline.within(idleTimeout);
        }
        super.send(request, response, last, content, callback);
    }
}
