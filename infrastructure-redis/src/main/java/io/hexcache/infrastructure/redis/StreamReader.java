package io.hexcache.infrastructure.redis;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.Connection;
import redis.clients.jedis.Protocol.Command;

/**
 * One connection that reads the stream of the messages, by one thread; another may close it.
 *
 * <p>
 * A read is two commands in one go. The first waits until there is something behind the place. The second reads from
 * the place on, the entry there included, so its reply proves itself: a stream loses its oldest entries first, so while
 * the entry at the place is there, nothing behind it is missing.
 */
final class StreamReader implements AutoCloseable {

    /** How long the server waits for news; a stream that was removed brings none, and is noticed then. */
    private static final Duration BLOCK = Duration.ofMillis(500);

    /** A server that does not say in this time that there is nothing new is one that has gone. */
    private static final Duration READ_TIMEOUT = Duration.ofSeconds(3);

    /** Few, since each can name thousands of keys. */
    private static final int MOST_ENTRIES = 20;

    private final Dialer dialer;
    private final Dialer.Dialed dialed;
    private final byte[] stream;
    private final boolean asking;

    private StreamReader(Dialer dialer, Dialer.Dialed dialed, byte[] stream, boolean asking) {
        this.dialer = dialer;
        this.dialed = dialed;
        this.stream = stream;
        this.asking = asking;
        dialed.connection().setSoTimeout((int) READ_TIMEOUT.toMillis());
    }

    static StreamReader to(Dialer dialer, byte[] stream) {
        return new StreamReader(dialer, dialer.dial(), stream, false);
    }

    /** The same connection, to a server that is about to take the slot of the stream. */
    StreamReader asking() {
        return new StreamReader(dialer, dialed, stream, true);
    }

    /** Whether new connections lead to the same store: an address can lead to another one before this one notices. */
    boolean leadsOn() {
        return dialer.leadsTo(store());
    }

    /** Whether the server says that it is the same primary as it was when this connected. */
    boolean isStillPrimary() {
        String info = Dialer.info(dialed.connection());
        return StoreIdentity.isPrimary(info) && StoreIdentity.name(info).equals(store());
    }

    /** The name of the store at the other end. */
    String store() {
        return dialed.store();
    }

    /** Makes a place at the end of the stream, which then has an entry there. */
    StreamPlace enter(StreamSettings settings) {
        CommandArguments entering = new CommandArguments(Command.EVAL).add(BusScripts.ENTER.source()).add(1).add(stream)
                .add(settings.maxEntries());
        return new StreamPlace(store(), Replies.text(exchange(List.of(entering)).getLast()));
    }

    /** Waits for entries behind this place, not for long; nothing if the entry of the place is gone. */
    Optional<List<StreamEntry>> after(StreamPlace place) {
        CommandArguments waiting = new CommandArguments(Command.XREAD).add("COUNT").add(1).add("BLOCK").add(BLOCK
                .toMillis()).add("STREAMS").add(stream).add(place.id());
        CommandArguments reading = new CommandArguments(Command.XRANGE).add(stream).add(place.id()).add("+")
                .add("COUNT")
                .add(1 + MOST_ENTRIES);
        List<StreamEntry> entries = Replies.list(exchange(List.of(waiting, reading)).getLast()).stream().map(
                StreamEntry::of).toList();
        return entries.isEmpty() || !entries.getFirst().id().equals(place.id()) ? Optional.empty()
                : Optional.of(entries.subList(1, entries.size()));
    }

    private List<Object> exchange(List<CommandArguments> commands) {
        Connection connection = dialed.connection();
        for (CommandArguments command : commands) {
            if (asking) {
                connection.sendCommand(Command.ASKING);
            }
            connection.sendCommand(command);
        }
        return Session.withoutErrors(connection.getMany(asking ? 2 * commands.size() : commands.size()));
    }

    @Override
    public void close() {
        try {
            dialed.socket().close();
        } catch (IOException gone) {
            // It is closed all the same.
        }
    }
}
