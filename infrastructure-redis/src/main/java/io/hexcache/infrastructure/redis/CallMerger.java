package io.hexcache.infrastructure.redis;

import io.hexcache.domain.error.CacheConnectionException;
import io.hexcache.domain.error.CacheOverloadException;
import io.hexcache.domain.time.Ticker;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Lets callers who come at the same time share round trips. Who finds nobody there makes a round trip of its own, in
 * its own thread. Whoever comes while that is so is queued, and one thread sends what has gathered in the queue in one
 * go, as often as the server answers: the more callers, the larger the goes, up to a {@link GoLimit}. The idea is that
 * of Hendler, Incze, Shavit and Tzafrir, "Flat combining and the synchronization-parallelism tradeoff", SPAA 2010.
 *
 * <p>
 * A round trip that fails, fails for every caller that shares it. No caller waits longer than a round trip under way
 * and its own one are allowed to take: who has waited for longer than one is turned away with nothing sent.
 */
final class CallMerger implements AutoCloseable {

    /** So many callers at once make round trips of their own: as long as they are few, a hand-over costs more. */
    private static final int ALONE = 2;

    /** How often the sender looks for callers again before it parks; each look lets them run first. */
    private static final int LOOKS = 4;

    private final int most;
    private final long patienceNanos;
    private final Ticker ticker;
    private final Function<List<List<Call>>, List<List<@Nullable Object>>> exchange;
    private final AtomicReference<@Nullable Waiting> newest = new AtomicReference<>();
    private final GoLimit limit = new GoLimit();
    private final AtomicInteger queued = new AtomicInteger();
    private final AtomicInteger alone = new AtomicInteger();
    private final Thread sender;
    private final AtomicBoolean parked = new AtomicBoolean();
    private final AtomicBoolean closed = new AtomicBoolean();

    /** A merger over {@code exchange}, which makes one round trip and gives the replies for each caller. */
    CallMerger(RedisSettings settings, Ticker ticker,
            Function<List<List<Call>>, List<List<@Nullable Object>>> exchange) {
        this.most = settings.pool().waiting();
        this.patienceNanos = settings.timeouts().command().toNanos();
        this.ticker = ticker;
        this.exchange = exchange;
        this.sender = Thread.ofPlatform().daemon().name("hexcache-redis-sender").unstarted(this::run);
        if (most > 0) {
            sender.start();
        }
    }

    /**
     * The replies to what the caller wants.
     *
     * @throws CacheOverloadException if too many wait, or the caller has waited too long; nothing was sent then
     * @throws RuntimeException what the round trip has failed with
     */
    List<@Nullable Object> exchange(Operation operation, List<Call> wanted) {
        if (most == 0) {
            return byItself(wanted);
        }
        if (queued.get() == 0) {
            boolean few = alone.incrementAndGet() <= ALONE;
            try {
                if (few) {
                    return byItself(wanted);
                }
            } finally {
                alone.decrementAndGet();
            }
        }
        return queued(operation, wanted);
    }

    /** How many callers wait, those included for whom a round trip is under way. */
    int inLine() {
        return queued.get();
    }

    private List<@Nullable Object> byItself(List<Call> wanted) {
        return exchange.apply(List.of(wanted)).getFirst();
    }

    private List<@Nullable Object> queued(Operation operation, List<Call> wanted) {
        if (queued.incrementAndGet() > most) {
            queued.decrementAndGet();
            throw new CacheOverloadException("%s: %d callers wait for redis already; nothing was sent; try later"
                    .formatted(operation, most));
        }
        Waiting waiting = new Waiting(operation, wanted, ticker.read());
        Waiting others;
        do {
            others = newest.get();
        } while (!newest.compareAndSet(others, waiting.before(others)));
        if (closed.get()) {
            turnAllAway();
        }
        wake();
        return answer(operation, waiting);
    }

    private static List<@Nullable Object> answer(Operation operation, Waiting waiting) {
        try {
            return waiting.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            if (waiting.giveUp()) {
                throw new IllegalStateException("interrupted", stopped);
            }
            throw new CacheOverloadException("%s: interrupted before anything was sent to redis".formatted(operation));
        }
    }

    private void wake() {
        if (parked.get() && parked.compareAndSet(true, false)) {
            LockSupport.unpark(sender);
        }
    }

    private void run() {
        while (!closed.get()) {
            Waiting gathered = newest.getAndSet(null);
            if (gathered == null) {
                rest();
            } else {
                sendAll(inOrder(gathered));
            }
        }
        turnAllAway();
    }

    /** Nobody sends for those who come now. */
    private void turnAllAway() {
        for (Waiting left = newest.getAndSet(null); left != null; left = left.next()) {
            left.fail(new CacheConnectionException("%s: the connections to redis are closed".formatted(left
                    .operation())));
        }
    }

    @SuppressWarnings("ThreadPriorityCheck") // Nothing relies on it: callers that run first make a larger go.
    private void rest() {
        for (int look = 0; look < LOOKS; look++) {
            Thread.yield();
            if (newest.get() != null) {
                return;
            }
        }
        parked.set(true);
        if (newest.get() == null && !closed.get()) {
            LockSupport.park(this);
        }
        parked.set(false);
    }

    private static List<Waiting> inOrder(Waiting last) {
        List<Waiting> all = new ArrayList<>();
        for (Waiting one = last; one != null; one = one.next()) {
            all.add(one);
        }
        return all.reversed();
    }

    private void sendAll(List<Waiting> all) {
        int from = 0;
        while (from < all.size()) {
            List<Waiting> some = all.subList(from, Math.min(all.size(), from + limit.callers()));
            send(some.stream().filter(this::isInTime).toList());
            queued.addAndGet(-some.size());
            from += some.size();
        }
    }

    private boolean isInTime(Waiting waiting) {
        if (!waiting.take()) {
            return false;
        }
        boolean late = waiting.waitsLongerThan(patienceNanos, ticker.read());
        if (late) {
            waiting.fail(
                    new CacheOverloadException(("%s: redis was busy with other callers for %d ms; nothing was sent;"
                            + " try later").formatted(waiting.operation(), patienceNanos / 1_000_000)));
        }
        return !late;
    }

    private void send(List<Waiting> going) {
        if (going.isEmpty()) {
            return;
        }
        List<List<@Nullable Object>> replies;
        try {
            replies = exchange.apply(going.stream().map(Waiting::wanted).toList());
            limit.answered(replies);
        } catch (RuntimeException failure) {
            going.forEach(waiting -> waiting.fail(failure));
            return;
        } catch (Error broken) {
            // Not swallowed: everybody gets it, and the sender has others to send for.
            going.forEach(waiting -> waiting.fail(new IllegalStateException("a round trip failed", broken)));
            return;
        }
        for (int i = 0; i < going.size(); i++) {
            going.get(i).answer(replies.get(i));
        }
    }

    @Override
    public void close() {
        closed.set(true);
        LockSupport.unpark(sender);
    }
}
