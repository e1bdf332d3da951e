package io.hexcache.infrastructure.redis;

import io.hexcache.domain.key.CacheKey;
import io.hexcache.domain.key.KeySelection;
import io.hexcache.domain.port.CacheStore;
import io.hexcache.domain.port.Fetched;
import io.hexcache.domain.port.LeaseToken;
import io.hexcache.domain.port.StoredEntry;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import redis.clients.jedis.Protocol.Command;

/** The store on one Redis. A hit takes one round trip of plain commands, everything else a script per key. */
final class RedisCacheStore implements CacheStore {

    private static final int BATCH = 500;
    private static final byte[] PROBE = Replies.argument("alive");
    private static final Duration PROBE_LIFE = Duration.ofSeconds(10);

    private final RedisNode node;
    private final Keyspace keyspace;

    RedisCacheStore(RedisNode node, Keyspace keyspace) {
        this.node = node;
        this.keyspace = keyspace;
    }

    @Override
    public Optional<StoredEntry> get(CacheKey key) {
        byte[] entry = keyspace.entry(key);
        // The ttl on both sides, and the smaller one counts: were the key replaced in between, the bytes would get the
        // ttl of another entry. MULTI would say it better, but a server whose memory is full refuses what stands in
        // one.
        List<Object> replies = node.calls(Operation.read("get", key), List.of(Call.of(Command.PTTL, entry),
                Call.of(Command.GET, entry), Call.of(Command.PTTL, entry)));
        long left = Math.min(Replies.number(replies.getFirst()), Replies.number(replies.getLast()));
        return Replies.entry(replies.get(1), left);
    }

    @Override
    public Fetched fetch(CacheKey key, LeaseToken token) {
        return get(key).<Fetched>map(Fetched.Found::new).orElseGet(() -> lease(key, token));
    }

    private Fetched lease(CacheKey key, LeaseToken token) {
        Object reply = script(Operation.read("fetch", key), StoreScripts.FETCH, key, Replies.argument(token.text()),
                Replies.argument(LEASE.toMillis()));
        return switch (reply) {
            case List<?> appeared ->
                    Replies.entry(appeared.getFirst(), Replies.number(appeared.getLast()))
                            .<Fetched>map(Fetched.Found::new).orElseGet(Fetched.Held::new);
            case Long granted when granted == 1 -> {
                node.tookChange();
                yield new Fetched.Leased();
            }
            default -> new Fetched.Held();
        };
    }

    @Override
    public boolean fill(CacheKey key, LeaseToken token, byte[] bytes, Duration ttl) {
        return Replies.number(script(Operation.change("fill", key), StoreScripts.FILL, key, Replies.argument(token
                .text()), bytes, Replies.argument(ttl.toMillis()))) == 1;
    }

    @Override
    public void release(CacheKey key, LeaseToken token) {
        script(Operation.change("release", key), StoreScripts.RELEASE, key, Replies.argument(token.text()));
    }

    @Override
    public void set(CacheKey key, byte[] bytes, Duration ttl) {
        script(Operation.change("set", key), StoreScripts.SET, key, bytes, Replies.argument(ttl.toMillis()));
        node.tookChange();
    }

    @Override
    public long remove(Set<CacheKey> keys) {
        Operation operation = Operation.change("remove", keys.size() == 1 ? keys.iterator().next()
                : keys.size() + " keys");
        long removed = 0;
        List<Call> calls = keys.stream().map(this::removal).toList();
        for (int from = 0; from < calls.size(); from += BATCH) {
            List<Object> replies = node.calls(operation, calls.subList(from, Math.min(from + BATCH, calls.size())));
            removed += replies.stream().mapToLong(Replies::number).sum();
        }
        return removed;
    }

    private Call removal(CacheKey key) {
        return Call.of(StoreScripts.REMOVE, entryAndGuard(key));
    }

    @Override
    public long removeAll(KeySelection.ByName selection) {
        Operation operation = Operation.change("remove", selection);
        return node.session(operation, session -> {
            KeyScan scan = new KeyScan(session, keyspace, selection);
            // Guards first: after this pass no load that began before the call can fill any more, so the second pass
            // sees all that was ever filled. In one pass, a fill behind the cursor would survive.
            scan.eachBatch(names -> names.stream().filter(Keyspace.Name::isGuard)
                    .map(guard -> Call.of(Command.UNLINK, keyspace.guard(guard.key()))).toList());
            return scan
                    .eachBatch(names -> names.stream().map(Keyspace.Name::key).distinct().map(this::removal).toList());
        });
    }

    @Override
    public void ping() {
        byte[] probe = keyspace.probe();
        node.calls(Operation.change("ping", "redis"), List.of(Call.of(Command.SET, probe, PROBE, Replies.argument("PX"),
                Replies.argument(PROBE_LIFE.toMillis())), Call.of(Command.GET, probe)));
        node.tookChange();
    }

    private Object script(Operation operation, Script script, CacheKey key, byte[]... arguments) {
        return node.call(operation, Call.of(script, entryAndGuard(key), arguments));
    }

    private List<byte[]> entryAndGuard(CacheKey key) {
        return List.of(keyspace.entry(key), keyspace.guard(key));
    }
}
