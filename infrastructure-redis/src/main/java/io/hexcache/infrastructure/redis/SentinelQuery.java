package io.hexcache.infrastructure.redis;

import io.hexcache.domain.error.CacheConnectionException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.Protocol.Command;
import redis.clients.jedis.exceptions.JedisDataException;
import redis.clients.jedis.exceptions.JedisException;

/** Asks a sentinel for a primary, on a connection for this question alone. */
final class SentinelQuery {

    /** What came of it. */
    sealed interface Answer {

        /** The sentinel takes this server for the primary. */
        record Primary(RedisAddress address) implements Answer {}

        /** It does not help, for this reason. */
        record Useless(String reason) implements Answer {}
    }

    private static final byte[] ADDRESS_OF = "GET-MASTER-ADDR-BY-NAME".getBytes(StandardCharsets.US_ASCII);

    private final Connector connector;

    SentinelQuery(Connector connector) {
        this.connector = connector;
    }

    Answer ask(RedisAddress sentinel, RedisTopology.Sentinel topology) {
        try {
            Connector.Connected connected = connector.connect(sentinel, topology.credentials(), 0);
            try {
                connected.connection().sendCommand(Command.SENTINEL, ADDRESS_OF, Replies.argument(topology.name()));
                return answer(sentinel, topology, connected.connection().getMany(1).getFirst());
            } finally {
                connected.close();
            }
        } catch (CacheConnectionException away) {
            return new Answer.Useless(Failures.message(away));
        } catch (JedisException broken) {
            return new Answer.Useless("%s: %s".formatted(sentinel, Failures.rootMessage(broken)));
        }
    }

    private static Answer answer(RedisAddress sentinel, RedisTopology.Sentinel topology, @Nullable Object reply) {
        return switch (reply) {
            case List<?> parts when parts.size() == 2 -> new Answer.Primary(new RedisAddress(Replies.text(parts
                    .getFirst()), Integer.parseInt(Replies.text(parts.getLast()))));
            case JedisDataException refused -> new Answer.Useless("%s says: %s".formatted(sentinel, refused
                    .getMessage()));
            case null, default -> new Answer.Useless("%s knows no primary '%s'".formatted(sentinel, topology.name()));
        };
    }
}
