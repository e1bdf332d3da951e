package io.hexcache.infrastructure.redis;

import io.hexcache.domain.time.Ticker;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.Connection;
import redis.clients.jedis.Protocol.Command;
import redis.clients.jedis.exceptions.JedisDataException;

/**
 * One connection to the server, used by one thread at a time. After an exception the replies that are still to come
 * belong to nobody, so whoever gets one closes the line.
 */
final class Line implements AutoCloseable {

    /** What is older was perhaps true of a server that has gone. */
    static final Duration FRESH = Duration.ofMillis(500);

    private static final List<CommandArguments> TIME = List.of(new CommandArguments(Command.TIME));

    /** The turn of a line that was overdue. */
    private static final long OVERDUE = -1;

    private final Connection connection;
    private final Socket socket;
    private final Ticker ticker;
    private final long roundTripNanos;
    /** Odd during a round trip, so that the watch closes the one that it means and never the next. */
    private final AtomicLong turn = new AtomicLong();
    private final String store;
    private volatile StoreClock clock;
    private volatile long deadline;
    private volatile long lastUse;

    Line(Dialer.Dialed dialed, Ticker ticker, Duration roundTrip) {
        this.connection = dialed.connection();
        this.socket = dialed.socket();
        this.ticker = ticker;
        this.roundTripNanos = roundTrip.toNanos();
        this.lastUse = ticker.read();
        this.store = dialed.store();
        this.clock = dialed.clock();
    }

    /** The name of the store at the other end. */
    String store() {
        return store;
    }

    /** The server's clock, asked again if it is a while since. */
    StoreClock clock() {
        if (clock.isOlderThan(FRESH, ticker.read())) {
            askTime();
        }
        return clock;
    }

    /** One round trip, which shows that the server answers, and what its clock says. */
    void askTime() {
        Object reply = exchange(TIME).getFirst();
        if (reply instanceof JedisDataException refused) {
            throw refused;
        }
        clock = StoreClock.of(reply, ticker.read());
    }

    /** Sends the commands in one go and returns one reply for each; an error reply is a {@code JedisDataException}. */
    List<Object> exchange(List<CommandArguments> commands) {
        long began = ticker.read();
        if (!isUsable()) {
            throw new DeadlinePassedException(new IllegalStateException("the connection is closed"));
        }
        long mine = turn.get() + 1;
        deadline = began + roundTripNanos;
        turn.set(mine);
        try {
            commands.forEach(connection::sendCommand);
            List<Object> replies = connection.getMany(commands.size());
            lastUse = began;
            return replies;
        } catch (RuntimeException broken) {
            throw isUsable() ? broken : new DeadlinePassedException(broken);
        } finally {
            turn.compareAndSet(mine, mine + 1);
        }
    }

    /** Whether the watch has let it live; it can be faster than a thread that has all its replies. */
    boolean isUsable() {
        return turn.get() != OVERDUE;
    }

    /** Closes the line if its round trip takes too long: writing to a server that hangs has no timeout of its own. */
    void closeIfOverdue() {
        long current = turn.get();
        if (current % 2 == 1 && ticker.read() - deadline > 0 && turn.compareAndSet(current, OVERDUE)) {
            close();
        }
    }

    boolean isIdleFor(Duration time) {
        return ticker.read() - lastUse > time.toNanos();
    }

    /** Does not wait, unlike Jedis, which writes first what is left to write. */
    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException gone) {
            // It is closed all the same.
        }
    }
}
