package io.hexcache.infrastructure.redis;

import io.hexcache.domain.error.CacheConnectionException;
import java.nio.charset.StandardCharsets;
import redis.clients.jedis.Protocol.Command;
import redis.clients.jedis.exceptions.JedisDataException;
import redis.clients.jedis.exceptions.JedisException;

/** Asks a member of a cluster what it knows of it, on a connection for this question alone. */
final class ClusterQuery {

    private static final byte[] NODES = "NODES".getBytes(StandardCharsets.US_ASCII);

    private final RedisUri uri;
    private final Connector connector;

    ClusterQuery(RedisUri uri, Connector connector) {
        this.uri = uri;
        this.connector = connector;
    }

    /** The question, as a call. */
    static Call call() {
        return Call.of(Command.CLUSTER, NODES);
    }

    /** Throws {@link CacheConnectionException} in one line if the member is of no use. */
    ClusterView ask(RedisAddress member) {
        Connector.Connected connected = connector.connect(member, uri.credentials(), 0);
        try {
            connected.connection().sendCommand(call().arguments());
            return view(member, connected.connection().getMany(1).getFirst());
        } catch (JedisException broken) {
            throw HandshakeFailure.translated(uri, member, broken);
        } finally {
            connected.close();
        }
    }

    private ClusterView view(RedisAddress member, Object reply) {
        if (reply instanceof JedisDataException refused) {
            throw new CacheConnectionException("cannot use redis at %s as a cluster: it says: %s; write redis:// for a"
                    .formatted(member, refused.getMessage()) + " server alone, or allow our user cluster|nodes",
                    refused);
        }
        ClusterView view = ClusterView.of(Replies.text(reply), member, !(uri.tls() instanceof RedisTls.Off));
        if (!view.isOfUse()) {
            throw new CacheConnectionException(
                    "cannot use redis at %s as a cluster: no slots are assigned that it knows"
                            .formatted(member) + " of; join it to the cluster, or correct the address");
        }
        return view;
    }
}
