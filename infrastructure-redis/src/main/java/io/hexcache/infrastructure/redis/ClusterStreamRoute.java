package io.hexcache.infrastructure.redis;

import io.hexcache.domain.error.CacheConnectionException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.exceptions.JedisRedirectionException;

/**
 * The way to a stream of a cluster, which moves with its slot. A server that hands the slot over and is still the
 * primary that it was has given the other one the whole stream, so the place is good there too, if that one is known to
 * be what it was before. After a failover neither is so, and the place is void.
 */
final class ClusterStreamRoute implements StreamRoute {

    /** Where the last redirection led to. */
    private record Way(RedisNode node, boolean asking) {}

    private final ClusterMap map;
    private final byte[] stream;
    private final AtomicReference<@Nullable Way> shown = new AtomicReference<>();

    ClusterStreamRoute(ClusterMap map, Keyspace keyspace) {
        this.map = map;
        this.stream = keyspace.stream();
    }

    @Override
    public StreamReader connect() {
        try {
            Way way = Optional.ofNullable(shown.get()).orElseGet(() -> new Way(map.of(Slots.of(stream)), false));
            StreamReader reader = StreamReader.to(way.node().dialer(), stream);
            return way.asking() ? reader.asking() : reader;
        } catch (CacheConnectionException away) {
            shown.set(null);
            map.lost(away);
            throw away;
        }
    }

    @Override
    public Optional<StreamPlace> moved(Optional<StreamPlace> place, StreamReader reader,
            JedisRedirectionException where) {
        Way way = switch (Redirection.of(where)) {
            case Redirection.Ask(var address) -> new Way(map.at(address), true);
            case Redirection.Moved(var address) -> {
                map.moved();
                yield new Way(map.at(address), false);
            }
            case Redirection.Nowhere _, Redirection.Later _, Redirection.Down _, Redirection.Away _ -> throw where;
        };
        shown.set(way);
        return place.map(known -> known.isIn(reader.store()) && reader.isStillPrimary()
                ? known.in(way.node().dialer().knownStore())
                : known);
    }

    @Override
    public void lost() {
        shown.set(null);
        map.lost();
    }

    @Override
    public String node() {
        return map.name();
    }
}
