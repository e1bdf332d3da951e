package io.hexcache.infrastructure.redis;

import io.hexcache.domain.key.KeySelection;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;
import redis.clients.jedis.Protocol.Command;
import redis.clients.jedis.Protocol.Keyword;

/**
 * Walks over all entries and guards that a selection names, by SCAN, which never holds the server up. The server is
 * asked for the common beginning only, and the selection decides here, so that memory and Redis agree in every odd
 * corner. What is there during the whole walk is seen; some of it may be seen twice.
 */
final class KeyScan {

    private static final byte[] PER_STEP = Replies.argument(500);

    private final Session session;
    private final Keyspace keyspace;
    private final KeySelection.ByName selection;

    KeyScan(Session session, Keyspace keyspace, KeySelection.ByName selection) {
        this.session = session;
        this.keyspace = keyspace;
        this.selection = selection;
    }

    /** One whole walk; the sum of what the step answered. */
    long eachBatch(ToLongFunction<List<Keyspace.Name>> step) {
        byte[] pattern = keyspace.scanPattern(selection.literalPrefix());
        String cursor = "0";
        long sum = 0;
        do {
            List<?> reply = Replies.list(session.calls(List.of(Call.of(Command.SCAN, Replies.argument(cursor),
                    Keyword.MATCH.getRaw(), pattern, Keyword.COUNT.getRaw(), PER_STEP))).getFirst());
            cursor = Replies.text(reply.getFirst());
            sum += step.applyAsLong(selected(Replies.list(reply.getLast())));
        } while (!cursor.equals("0"));
        return sum;
    }

    private List<Keyspace.Name> selected(List<?> names) {
        return names.stream().map(Replies::bytes).map(keyspace::parse).flatMap(Optional::stream)
                .filter(name -> selection.selects(name.key())).toList();
    }
}
