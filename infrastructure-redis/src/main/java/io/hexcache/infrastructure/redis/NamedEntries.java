package io.hexcache.infrastructure.redis;

import io.hexcache.domain.key.CacheKey;
import io.hexcache.domain.key.KeySelection;
import io.hexcache.domain.port.Survey;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** What the store does to all entries whose names a selection selects. */
final class NamedEntries {

    /** So many keys are counted once however often a scan shows them, which it may while the server's table grows. */
    private static final int REMEMBERED = 100_000;

    private final RedisNode node;
    private final Keyspace keyspace;

    NamedEntries(RedisNode node, Keyspace keyspace) {
        this.node = node;
        this.keyspace = keyspace;
    }

    long remove(KeySelection.ByName selection) {
        return node.session(Operation.change("remove", selection), session -> {
            KeyScan scan = new KeyScan(session, keyspace, selection);
            // Guards first: after this pass nothing that began before the call can store any more, so the second pass
            // sees all that it ever stored. In one pass, what is stored behind the cursor would survive. Guards that
            // are granted meanwhile belong to loads and writes that begin now and know the change already.
            scan.eachBatch(names -> sum(session, calls(names, Keyspace.Name::isGuard, StoreScripts.VOID_GUARD)));
            return scan.eachBatch(names -> sum(session, calls(names, name -> !name.isGuard(),
                    StoreScripts.REMOVE_ENTRY)));
        });
    }

    private static long sum(Session session, List<Call> calls) {
        return session.calls(calls).stream().mapToLong(Replies::number).sum();
    }

    private List<Call> calls(List<Keyspace.Name> names, Predicate<Keyspace.Name> wanted, Script script) {
        return names.stream().filter(wanted).map(Keyspace.Name::key).map(key -> call(script, key)).toList();
    }

    private Call call(Script script, CacheKey key) {
        return Call.of(script, keyspace.entryAndGuard(key));
    }

    Survey survey(KeySelection.ByName selection, int samples) {
        Set<CacheKey> seen = new HashSet<>();
        List<CacheKey> sample = new ArrayList<>();
        long count = node.session(Operation.read("survey", selection), session -> new KeyScan(session, keyspace,
                selection).eachBatch(names -> {
                    List<CacheKey> live = live(session, names.stream().filter(name -> !name.isGuard())
                            .map(Keyspace.Name::key).filter(key -> isNew(seen, key)).toList());
                    live.stream().limit(samples - sample.size()).forEach(sample::add);
                    return live.size();
                }));
        return new Survey(count, sample);
    }

    private List<CacheKey> live(Session session, List<CacheKey> keys) {
        List<Object> replies = session.calls(keys.stream().map(key -> call(StoreScripts.LIVE, key)).toList());
        return IntStream.range(0, keys.size()).filter(i -> Replies.number(replies.get(i)) > 0).mapToObj(keys::get)
                .toList();
    }

    private static boolean isNew(Set<CacheKey> seen, CacheKey key) {
        return seen.size() < REMEMBERED ? seen.add(key) : !seen.contains(key);
    }
}
