package io.hexcache.infrastructure.redis;

import io.hexcache.domain.error.CacheConnectionException;
import io.hexcache.domain.error.CacheException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which primary has which slot, and what stands between the adapters and each of them. A member is asked when the map
 * is first used, and again when somebody found that it was wrong. A primary that the map has once lost counts as
 * another store when it is met again: it may have been a replica meanwhile, or restarted.
 */
final class ClusterMap implements AutoCloseable {

    /**
     * All of it at one moment.
     *
     * @param names those that have a host name, by the address that redirections call them
     * @param slots one without a primary holds nothing
     */
    private record Table(Map<RedisAddress, RedisNode> nodes, Map<RedisAddress, RedisAddress> names,
            List<Optional<RedisNode>> slots) {}

    /** A dead primary is noticed by every caller, and it takes the others longer than this to replace it. */
    private static final Duration BETWEEN_LOSSES = Duration.ofMillis(50);

    private final NodeMaker maker;
    private final ClusterQuery query;
    private final StoreWatchers watchers;
    private final Deque<RedisAddress> members;
    private final Backoff backoff;
    private volatile Optional<Table> table = Optional.empty();
    private volatile long asked;
    private volatile boolean closed;

    ClusterMap(NodeMaker maker, RedisTopology.Cluster topology, StoreWatchers watchers) {
        this.maker = maker;
        this.query = new ClusterQuery(maker.settings().uri(), maker.connector());
        this.watchers = watchers;
        this.members = new ArrayDeque<>(topology.members());
        this.backoff = new Backoff(maker.ticker());
    }

    /** The cluster, as messages name it. */
    String name() {
        return maker.settings().uri().node();
    }

    /** The primary that has the slot. */
    RedisNode of(int slot) {
        Optional<RedisNode> primary = known(slot);
        if (primary.isEmpty()) {
            lost();
            primary = known(slot);
        }
        return primary.orElseThrow(() -> new CacheConnectionException(
                "no primary of the redis cluster %s has slot %d; start one, or let a replica take its place".formatted(
                        name(), slot)));
    }

    /** The primary that had the slot when somebody asked last, if there was one. */
    Optional<RedisNode> known(int slot) {
        return table().slots().get(slot);
    }

    /** Leads to the primary that has the slot. */
    Dialer dialer(int slot) {
        return of(slot).dialer();
    }

    /** The member at this address, which another one has pointed to. */
    synchronized RedisNode at(RedisAddress shown) {
        Table current = table();
        RedisAddress address = current.names().getOrDefault(shown, shown);
        RedisNode known = current.nodes().get(address);
        if (known != null) {
            return known;
        }
        Map<RedisAddress, RedisNode> more = new HashMap<>(current.nodes());
        RedisNode newcomer = newcomer(address);
        more.put(address, newcomer);
        table = Optional.of(new Table(more, current.names(), current.slots()));
        return newcomer;
    }

    /** All primaries that have slots. */
    List<RedisNode> all() {
        return table().slots().stream().flatMap(Optional::stream).distinct().toList();
    }

    private Table table() {
        Optional<Table> known = table;
        if (known.isEmpty()) {
            refresh(maker.ticker().read(), false);
            known = table;
        }
        return known.orElseThrow(() -> new CacheConnectionException("the connections to redis at %s are closed"
                .formatted(name())));
    }

    /** To be told that a slot was somewhere else: asks anew, unless somebody has done so since this caller came. */
    void moved() {
        askAnew(Duration.ZERO, false);
    }

    /** To be told that a primary cannot be reached: perhaps another one has its slots by now, or will have soon. */
    void lost() {
        askAnew(BETWEEN_LOSSES, false);
    }

    /** The same, and why; where a replica was met, the member that was asked has yet to hear of it. */
    void lost(CacheException why) {
        if (why instanceof CacheConnectionException away) {
            // What is news was not so when somebody asked a moment ago, and there is little of it.
            askAnew(Unreached.isOld(away) ? BETWEEN_LOSSES : Duration.ZERO, Unreached.isOfReplica(away));
        } else {
            lost();
        }
    }

    private void askAnew(Duration before, boolean another) {
        try {
            refresh(maker.ticker().read() - before.toNanos(), another);
        } catch (CacheConnectionException nobodyAnswers) {
            // Nothing is lost: the map stays as it is, and whoever finds it wrong asks again.
        }
    }

    /**
     * Asks, unless somebody has done so since then.
     *
     * @param another whether somebody else than the last time
     */
    private void refresh(long since, boolean another) {
        synchronized (this) {
            if (closed || (table.isPresent() && asked - since > 0)) {
                return;
            }
            backoff.check();
            if (another) {
                askItLast();
            }
            long now = maker.ticker().read();
            try {
                update(search());
                asked = now;
                backoff.worked();
            } catch (CacheConnectionException nobodyAnswers) {
                backoff.failed(nobodyAnswers);
                throw nobodyAnswers;
            }
        }
    }

    /** One member that does not answer costs the time of a connection, and is the last to be asked the next time. */
    private ClusterView search() {
        List<String> reasons = new ArrayList<>();
        long began = maker.ticker().read();
        while (reasons.size() < members.size() && maker.ticker().read() - began < maker.settings().timeouts().connect()
                .toNanos()) {
            try {
                return query.ask(members.getFirst());
            } catch (CacheConnectionException useless) {
                reasons.add(Failures.message(useless));
                askItLast();
            }
        }
        throw new CacheConnectionException("no member of the redis cluster answers: " + String.join("; ", reasons));
    }

    private void askItLast() {
        members.addLast(members.removeFirst());
    }

    private void update(ClusterView view) {
        Map<RedisAddress, RedisNode> before = table.map(Table::nodes).orElse(Map.of());
        Map<RedisAddress, RedisNode> nodes = new HashMap<>();
        Map<RedisAddress, RedisAddress> names = new HashMap<>();
        List<Optional<RedisNode>> slots = new ArrayList<>(Collections.nCopies(Slots.COUNT, Optional.empty()));
        for (ClusterView.Primary primary : view.primaries()) {
            RedisNode known = before.get(primary.address());
            RedisNode node = known != null ? known
                    : table.isPresent() ? newcomer(primary.address())
                            : maker.primary(primary.address(), new StoreIdentity(watchers));
            nodes.put(primary.address(), node);
            names.put(primary.byNumber(), primary.address());
            primary.slots().stream().forEach(slot -> slots.set(slot, Optional.of(node)));
            if (!members.contains(primary.address())) {
                members.addLast(primary.address());
            }
        }
        table = Optional.of(new Table(nodes, names, slots));
        before.forEach((address, node) -> {
            if (!nodes.containsKey(address)) {
                node.close();
            }
        });
    }

    private RedisNode newcomer(RedisAddress address) {
        return maker.primary(address, StoreIdentity.ofNewcomer(watchers));
    }

    boolean isClosed() {
        return closed;
    }

    /** Closes all connections to all members. */
    @Override
    public synchronized void close() {
        closed = true;
        table.map(Table::nodes).orElse(Map.of()).values().forEach(RedisNode::close);
    }
}
