package io.hexcache.infrastructure.http;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.CyclicTimeout;
import org.eclipse.jetty.util.thread.Scheduler;

/** Closes one connection unless what it waits for has come in time. */
final class ConnectionDeadline extends CyclicTimeout {

    private final Connection connection;

    ConnectionDeadline(Connection connection, Scheduler scheduler) {
        super(scheduler);
        this.connection = connection;
    }

    void within(Duration time) {
        schedule(time.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void onTimeoutExpired() {
        connection.getEndPoint().close(new TimeoutException("the client was too slow"));
    }
}
