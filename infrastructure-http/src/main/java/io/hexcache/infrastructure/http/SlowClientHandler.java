package io.hexcache.infrastructure.http;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Scheduler;

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
            request.addHttpStreamWrapper(stream -> new TimedStream(stream, deadline, limits.idleTimeout()));
        }
        return super.handle(request, response, callback);
    }
}
