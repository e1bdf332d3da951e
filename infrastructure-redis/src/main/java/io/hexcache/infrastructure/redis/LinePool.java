package io.hexcache.infrastructure.redis;

import io.hexcache.domain.error.CacheConnectionException;
import io.hexcache.domain.time.Ticker;
import java.time.Duration;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.function.Function;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.Protocol.Command;

/** The connections of the callers: as many as were ever in use at once, and never more than callers are let in. */
final class LinePool implements AutoCloseable {

    /** A connection that was idle for longer is tried first: its server may have gone meanwhile. */
    private static final Duration FRESH = Duration.ofMillis(500);

    private static final List<CommandArguments> PING = List.of(new CommandArguments(Command.PING));

    private final RedisSettings settings;
    private final Dialer dialer;
    private final Ticker ticker;
    private final DeadlineWatch watch;
    private final CallerLimit callers;
    private final Deque<Line> idle = new ConcurrentLinkedDeque<>();
    private volatile boolean closed;

    LinePool(RedisSettings settings, Dialer dialer, Ticker ticker) {
        this.settings = settings;
        this.dialer = dialer;
        this.ticker = ticker;
        this.watch = DeadlineWatch.started();
        this.callers = new CallerLimit(settings, dialer.node());
    }

    /**
     * Runs the work on a connection of its own. Whatever it throws, the connection is closed and the throwable goes on.
     */
    <T> T use(Operation operation, Function<Line, T> work) {
        callers.enter(operation);
        try {
            Line line = take();
            boolean done = false;
            try {
                T result = work.apply(line);
                done = true;
                return result;
            } finally {
                if (done) {
                    giveBack(line);
                } else {
                    discard(line);
                }
            }
        } finally {
            callers.leave();
        }
    }

    private Line take() {
        Line line = idle.pollFirst();
        if (line == null) {
            return open();
        }
        if (!line.isIdleFor(FRESH) || answers(line)) {
            return line;
        }
        return open();
    }

    private boolean answers(Line line) {
        try {
            line.exchange(PING);
            return true;
        } catch (RuntimeException broken) {
            discard(line);
            if (Failures.isTimeout(broken)) {
                throw broken;
            }
            return false;
        }
    }

    private Line open() {
        if (closed) {
            throw new CacheConnectionException("the connections to redis at %s are closed".formatted(dialer.node()));
        }
        Line line = new Line(dialer.dial(), ticker, settings.timeouts().command());
        watch.add(line);
        return line;
    }

    private void giveBack(Line line) {
        if (!line.isUsable()) {
            drop(line);
            return;
        }
        idle.addFirst(line);
        if (closed) {
            close();
        }
    }

    /** Where one connection breaks, the idle ones are likely broken too, and the next caller should not find out. */
    private void discard(Line line) {
        drop(line);
        // An interrupt breaks only the connection of the thread that it meets.
        while (!Thread.currentThread().isInterrupted()) {
            Line other = idle.pollFirst();
            if (other == null) {
                return;
            }
            drop(other);
        }
    }

    private void drop(Line line) {
        watch.remove(line);
        line.close();
    }

    boolean isClosed() {
        return closed;
    }

    /** Closes what is idle and what is in use; those who use it get an error. */
    @Override
    public void close() {
        closed = true;
        watch.close();
        idle.clear();
        watch.lines().forEach(this::drop);
    }
}
