package io.hexcache.infrastructure.redis;

import io.hexcache.domain.error.CacheConnectionException;
import io.hexcache.domain.time.Ticker;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * The primary that the sentinels name. They are asked for each new connection, so that nobody has to be told of a
 * failover: what has failed is dialed anew, and leads to the new primary as soon as a sentinel knows it. The sentinel
 * that answered last is asked first, until it names a server that is of no use.
 */
final class SentinelDestination implements Destination {

    private final SentinelQuery query;
    private final RedisTopology.Sentinel topology;
    private final Deque<RedisAddress> order;
    private final Ticker ticker;
    private final long longestSearch;
    private final Backoff backoff;
    private Optional<RedisAddress> named = Optional.empty();

    SentinelDestination(SentinelQuery query, RedisTopology.Sentinel topology, RedisTimeouts timeouts, Ticker ticker) {
        this.query = query;
        this.topology = topology;
        this.order = new ArrayDeque<>(topology.sentinels());
        this.ticker = ticker;
        this.longestSearch = timeouts.connect().toNanos();
        this.backoff = new Backoff(ticker);
    }

    @Override
    public boolean isForPrimary() {
        return true;
    }

    /** One search at a time: who has waited for one that failed is told so, and does not begin another. */
    @Override
    public synchronized RedisAddress address() {
        backoff.check();
        try {
            RedisAddress primary = search();
            named = Optional.of(primary);
            return primary;
        } catch (CacheConnectionException nobodyKnows) {
            backoff.failed(nobodyKnows);
            throw nobodyKnows;
        }
    }

    private RedisAddress search() {
        long began = ticker.read();
        List<String> reasons = new ArrayList<>();
        // One that hangs costs the whole time of a search, and is the last to be asked in the next one.
        while (reasons.size() < order.size() && ticker.read() - began < longestSearch) {
            switch (query.ask(order.getFirst(), topology)) {
                case SentinelQuery.Answer.Primary(var address) -> {
                    return address;
                }
                case SentinelQuery.Answer.Useless(var reason) -> {
                    reasons.add(reason);
                    askItLast();
                }
            }
        }
        throw new CacheConnectionException("no sentinel says where the primary '%s' is: %s; start one, or correct the"
                .formatted(topology.name(), String.join("; ", reasons)) + " address");
    }

    private void askItLast() {
        order.addLast(order.removeFirst());
    }

    @Override
    public void reached() {
        backoff.worked();
    }

    /** A sentinel may have slept through a failover, so another one is asked next. */
    @Override
    public synchronized void missed(RedisAddress address, CacheConnectionException reason) {
        // Somebody who set out earlier can come back later, with news that are none.
        if (named.filter(address::equals).isPresent()) {
            named = Optional.empty();
            backoff.failed(reason);
            askItLast();
        }
    }
}
