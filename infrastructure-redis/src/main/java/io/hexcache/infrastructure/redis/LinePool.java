package io.hexcache.infrastructure.redis;

import io.hexcache.domain.error.CacheConnectionException;
import io.hexcache.domain.time.Ticker;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The connections of the callers: as many as were ever in use at once, and never more than callers are let in. */
final class LinePool implements AutoCloseable {

    private final RedisSettings settings;
    private final Dialer dialer;
    private final Ticker ticker;
    private final DeadlineWatch watch;
    private final CallerLimit callers;
    private final Deque<Line> idle = new ConcurrentLinkedDeque<>();
    private final RoundTrip roundTrip;
    private final CallMerger merger;
    private volatile boolean closed;

    LinePool(RedisSettings settings, Dialer dialer, Ticker ticker) {
        this.settings = settings;
        this.dialer = dialer;
        this.ticker = ticker;
        this.watch = DeadlineWatch.started();
        this.callers = new CallerLimit(settings, dialer.node());
        this.roundTrip = new RoundTrip(Reading.of(settings.uri().topology()));
        this.merger = new CallMerger(settings, ticker, wanted -> use(Operation.read("exchange", wanted.size()
                + " callers' commands"), line -> roundTrip.exchange(line, wanted)));
    }

    /** The replies to what one caller wants, in a round trip that it shares with those who come at the same time. */
    List<@Nullable Object> exchange(Operation operation, List<Call> calls) {
        return merger.exchange(operation, calls);
    }

    /** The replies to what one caller wants, on a connection of its own. */
    List<@Nullable Object> exchangeAlone(Operation operation, List<Call> calls) {
        return use(operation, line -> roundTrip.exchange(line, List.of(calls)).getFirst());
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
        for (Line line = idle.pollFirst(); line != null; line = idle.pollFirst()) {
            if (!dialer.leadsTo(line.store())) {
                drop(line);
            } else if (!line.isIdleFor(Line.FRESH) || answers(line)) {
                return line;
            }
        }
        return open();
    }

    private boolean answers(Line line) {
        try {
            line.askTime();
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
            throw Unreached.by(new CacheConnectionException("the connections to redis at %s are closed".formatted(dialer
                    .node())));
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
        if (!Thread.currentThread().isInterrupted()) {
            forgetIdle();
        }
    }

    /** Those who call next make new connections. */
    void forgetIdle() {
        for (Line line = idle.pollFirst(); line != null; line = idle.pollFirst()) {
            drop(line);
        }
    }

    private void drop(Line line) {
        watch.remove(line);
        line.close();
    }

    /** For connections of which the pool knows nothing. */
    Dialer dialer() {
        return dialer;
    }

    boolean isClosed() {
        return closed;
    }

    /** Closes what is idle and what is in use; those who use it get an error. */
    @Override
    public void close() {
        closed = true;
        merger.close();
        watch.close();
        idle.clear();
        watch.lines().forEach(this::drop);
    }
}
