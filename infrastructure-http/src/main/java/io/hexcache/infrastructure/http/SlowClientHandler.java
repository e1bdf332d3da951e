package io.hexcache.infrastructure.http;

import java.nio.ByteBuffer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.http.MetaData;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpStream;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Scheduler;
import org.jspecify.annotations.Nullable;

/**
 * Cuts connections whose client is slow on purpose. The server's own idle timeout starts anew with each byte, so a byte
 * now and then keeps a connection for hours. The deadlines here do not move: one for the first header of a connection,
 * one from each answer to the header of the next request. Between header and answer the route has deadlines of its own.
 */
final class SlowClientHandler extends Handler.Wrapper implements Connection.Listener {

    private final Map<Connection, ConnectionDeadline> deadlines = new ConcurrentHashMap<>();
    private final Scheduler scheduler;
    private final HttpSettings.Limits limits;

    SlowClientHandler(Handler handler, Scheduler scheduler, HttpSettings.Limits limits) {
        super(handler);
        this.scheduler = scheduler;
        this.limits = limits;
    }

    @Override
    public void onOpened(Connection connection) {
        ConnectionDeadline deadline = new ConnectionDeadline(connection, scheduler);
        deadlines.put(connection, deadline);
        deadline.within(limits.requestDeadline());
    }

    @Override
    public void onClosed(Connection connection) {
        ConnectionDeadline deadline = deadlines.remove(connection);
        if (deadline != null) {
            deadline.destroy();
        }
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        ConnectionDeadline deadline = deadlines.get(request.getConnectionMetaData().getConnection());
        if (deadline != null) {
            deadline.cancel();
            request.addHttpStreamWrapper(stream -> new TimedStream(stream, deadline));
        }
        return super.handle(request, response, callback);
    }

    /** Starts the deadline where the route is done and the client is to act: to take the answer, and to come again. */
    private final class TimedStream extends HttpStream.Wrapper {

        private final ConnectionDeadline deadline;

        TimedStream(HttpStream stream, ConnectionDeadline deadline) {
            super(stream);
            this.deadline = deadline;
        }

        @Override
        public void send(MetaData.Request request, MetaData.@Nullable Response response, boolean last,
                @Nullable ByteBuffer content, Callback callback) {
            if (response != null && !HttpStatus.isInformational(response.getStatus())) {
                deadline.within(limits.idleTimeout());
            }
            super.send(request, response, last, content, callback);
        }
    }
}
