package io.hexcache.infrastructure.redis;

import io.hexcache.domain.error.CacheTimeoutException;
import io.hexcache.domain.key.CacheKey;
import io.hexcache.domain.key.KeySelection;
import io.hexcache.domain.port.CacheStore;
import io.hexcache.domain.port.Fetch;
import io.hexcache.domain.port.Fetched;
import io.hexcache.domain.port.Inspection;
import io.hexcache.domain.port.SetCondition;
import io.hexcache.domain.port.StoredEntry;
import io.hexcache.domain.port.Survey;
import io.hexcache.domain.port.Token;
import io.hexcache.domain.port.Write;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongFunction;
import redis.clients.jedis.Protocol.Command;

/** The store on Redis. A hit takes one round trip of plain commands, everything else a script per key. */
final class RedisCacheStore implements CacheStore {

    private static final long TOO_LATE = -1;
    private static final byte[] NO_ID = new byte[0];
    private static final byte[] PROBE = Replies.argument("alive");
    private static final Duration PROBE_LIFE = Duration.ofSeconds(10);

    private final RedisNodes nodes;
    private final Keyspace keyspace;
    private final StoreWatchers watchers;
    private final EntryReads reads;
    private final NamedEntries named;

    RedisCacheStore(RedisNodes nodes, Keyspace keyspace, StoreWatchers watchers) {
        this.nodes = nodes;
        this.keyspace = keyspace;
        this.watchers = watchers;
        this.reads = new EntryReads(nodes, keyspace);
        this.named = new NamedEntries(nodes, keyspace);
    }

    @Override
    public Optional<StoredEntry> get(CacheKey key) {
        return reads.get(key);
    }

    @Override
    public List<Optional<StoredEntry>> getAll(List<CacheKey> keys) {
        return reads.getAll(keys);
    }

    @Override
    public Fetched fetch(Fetch fetch) {
        return reads.fetch(fetch);
    }

    @Override
    public List<Fetched> fetchAll(List<Fetch> fetches) {
        return reads.fetchAll(fetches);
    }

    @Override
    public Inspection inspect(CacheKey key) {
        return reads.inspect(key);
    }

    @Override
    public void begin(Set<CacheKey> keys, Token token) {
        forAll("begin a write of", keys, StoreScripts.BEGIN, StoredLayout.token(token));
    }

    @Override
    public void abandon(Set<CacheKey> keys, Token token) {
        forAll("abandon a write of", keys, StoreScripts.ABANDON, StoredLayout.token(token));
    }

    @Override
    public long remove(Set<CacheKey> keys) {
        return named.removeAll(operation("remove", keys), keys);
    }

    private long forAll(String verb, Collection<CacheKey> keys, Script script, byte[]... arguments) {
        return nodes.batches(operation(verb, keys), keys.stream().map(key -> Call.of(script, keyspace.entryAndGuard(
                key), arguments)).toList()).stream().mapToLong(Replies::number).sum();
    }

    private static Operation operation(String verb, Collection<CacheKey> keys) {
        return Operation.change(verb, keys.size() == 1 ? keys.iterator().next() : keys.size() + " keys");
    }

    @Override
    public boolean fill(Write write) {
        return fillAll(List.of(write)).getFirst();
    }

    @Override
    public List<Boolean> fillAll(List<Write> writes) {
        return storeAll("fill", writes, StoreScripts.FILL);
    }

    @Override
    public boolean put(Write write) {
        return putAll(List.of(write)).getFirst();
    }

    @Override
    public List<Boolean> putAll(List<Write> writes) {
        return storeAll("put", writes, StoreScripts.PUT);
    }

    private List<Boolean> storeAll(String verb, List<Write> writes, Script script) {
        return nodes.batches(operation(verb, writes.stream().map(Write::key).toList()), writes.stream()
                .map(write -> Call.of(script, keyspace.entryAndGuard(write.key()), StoredLayout.token(write.token()),
                        StoredLayout.head(write), Replies.argument(write.life().toMillis()), write.bytes()))
                .toList()).stream().map(reply -> Replies.number(reply) == 1).toList();
    }

    @Override
    public void release(CacheKey key, Token token) {
        forAll("release", List.of(key), StoreScripts.RELEASE, StoredLayout.token(token));
    }

    @Override
    public void releaseAll(Map<CacheKey, Token> leases) {
        nodes.batches(operation("release", leases.keySet()), leases.entrySet().stream().map(lease -> Call.of(
                StoreScripts.RELEASE, keyspace.entryAndGuard(lease.getKey()), StoredLayout.token(lease.getValue())))
                .toList());
    }

    @Override
    public boolean set(Write write, SetCondition condition) {
        return setAll(List.of(write), condition).getFirst();
    }

    @Override
    public List<Boolean> setAll(List<Write> writes, SetCondition condition) {
        if (writes.isEmpty()) {
            return List.of();
        }
        Operation operation = Operation.changeInTime("set", writes.size() == 1 ? writes.getFirst().key()
                : writes.size() + " keys");
        List<Long> answers = nodes.callsInTime(operation, writes.stream().map(write -> setter(write, condition))
                .toList()).stream().map(Replies::number).toList();
        if (answers.contains(TOO_LATE)) {
            throw new CacheTimeoutException("%s: it came too late, and redis refused it; %s".formatted(operation,
                    writes.size() == 1 ? "nothing was stored" : "not all were stored"));
        }
        nodes.tookChange();
        return answers.stream().map(answer -> answer == 1).toList();
    }

    private LongFunction<Call> setter(Write write, SetCondition condition) {
        byte[] id = condition instanceof SetCondition.IfUnchanged(Token entry) ? StoredLayout.token(entry) : NO_ID;
        return lastMicros -> Call.of(StoreScripts.SET, keyspace.entryAndGuard(write.key()), StoredLayout.head(write),
                Replies.argument(write.life().toMillis()), write.bytes(), Replies.argument(name(condition)), id,
                Replies.argument(lastMicros));
    }

    private static String name(SetCondition condition) {
        return switch (condition) {
            case SetCondition.Always _ -> "always";
            case SetCondition.IfAbsent _ -> "absent";
            case SetCondition.IfPresent _ -> "present";
            case SetCondition.IfUnchanged _ -> "unchanged";
            case SetCondition.IfNewer _ -> "newer";
        };
    }

    @Override
    public Optional<Duration> expire(CacheKey key, Duration life) {
        long left = forAll("expire", List.of(key), StoreScripts.EXPIRE, Replies.argument(life.toMillis()));
        return left > 0 ? Optional.of(Duration.ofMillis(left)) : Optional.empty();
    }

    @Override
    public long removeAll(KeySelection.ByName selection) {
        return named.remove(selection);
    }

    @Override
    public Survey survey(KeySelection.ByName selection, int samples) {
        return named.survey(selection, samples);
    }

    @Override
    public void watch(Runnable onReplaced) {
        watchers.add(onReplaced);
    }

    @Override
    public void ping() {
        byte[] probe = keyspace.probe();
        nodes.calls(Operation.change("ping", "redis"),
                List.of(Call.of(Command.SET, probe, PROBE, Replies.argument("PX"),
                        Replies.argument(PROBE_LIFE.toMillis())), Call.of(Command.GET, probe)));
        nodes.tookChange();
        nodes.probeOthers();
    }
}
