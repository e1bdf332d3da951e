package io.hexcache.infrastructure.redis;

/** A channel of one server, whatever database is used. */
record ClassicChannel(Dialer dialer, Keyspace keyspace) implements BusChannel {

    @Override
    public byte[] name() {
        return keyspace.channel();
    }

    @Override
    public Script announce() {
        return BusScripts.ANNOUNCE;
    }

    @Override
    public Subscription subscribe() {
        return Subscription.to(dialer, name());
    }

    @Override
    public String node() {
        return dialer.node();
    }
}
