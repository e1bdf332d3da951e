package io.hexcache.infrastructure.redis;

import io.hexcache.domain.time.Ticker;
import io.hexcache.domain.time.Waiter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes what stands between the adapters and one server. */
record NodeMaker(RedisSettings settings, Connector connector, Ticker ticker, Waiter waiter) {

    private static final Logger LOGGER = LoggerFactory.getLogger(RedisAdapters.class);

    /** The server, or whichever one the destination leads to. */
    RedisNode node(Destination destination, StoreIdentity identity) {
        Dialer dialer = new Dialer(settings.uri(), connector, destination, ticker, identity);
        return node(dialer, dialer.node(), "redis");
    }

    /** One of several servers. */
    RedisNode primary(RedisAddress address, StoreIdentity identity) {
        Dialer dialer = new Dialer(settings.uri(), connector, new PrimaryDestination(address, ticker), ticker,
                identity);
        return node(dialer, address.toString(), "redis at " + address);
    }

    private RedisNode node(Dialer dialer, String name, String inTheLog) {
        return new RedisNode(new LinePool(settings, dialer, ticker), new Failures(name), new StateLog(LOGGER,
                inTheLog), new RefusalLog(LOGGER, ticker),
                new PunctualCalls(settings.timeouts().command(), ticker,
                        waiter));
    }
}
