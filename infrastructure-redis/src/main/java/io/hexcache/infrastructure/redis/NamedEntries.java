package io.hexcache.infrastructure.redis;

import io.hexcache.domain.key.CacheKey;
import io.hexcache.domain.key.KeySelection;
import io.hexcache.domain.port.Survey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** What the store does to all entries whose names a selection selects. */
final class NamedEntries {

    /** So many keys are counted once however often a scan shows them, which it may while the server's table grows. */
    private static final int REMEMBERED = 100_000;

    private final RedisNodes nodes;
    private final Keyspace keyspace;

    NamedEntries(RedisNodes nodes, Keyspace keyspace) {
        this.nodes = nodes;
        this.keyspace = keyspace;
    }

    long remove(KeySelection.ByName selection) {
        return nodes.walk(Operation.change("remove", selection), session -> {
            KeyScan scan = new KeyScan(session, keyspace, selection);
            // Guards first: after this pass nothing that began before the call can store any more, so the second pass
            // sees all that it ever stored. In one pass, what is stored behind the cursor would survive. Guards that
            // are granted meanwhile belong to loads and writes that begin now and know the change already.
            scan.eachBatch(names -> sum(session, calls(names, Keyspace.Name::isGuard, this::voiding)));
            return scan.eachBatch(names -> sum(session, calls(names, name -> !name.isGuard(), this::removing)));
        }).stream().mapToLong(Long::longValue).sum();
    }

    private static long sum(Session session, List<Call> calls) {
        return session.keyed(calls).stream().mapToLong(Replies::number).sum();
    }

    private static List<Call> calls(List<Keyspace.Name> names, Predicate<Keyspace.Name> wanted,
            Function<CacheKey, Call> call) {
        return names.stream().filter(wanted).map(Keyspace.Name::key).map(call).toList();
    }

    /** The first half of a removal. */
    private Call voiding(CacheKey key) {
        return Call.of(StoreScripts.VOID_GUARD, List.of(keyspace.guard(key)));
    }

    /** The second half. */
    private Call removing(CacheKey key) {
        return Call.of(StoreScripts.REMOVE_ENTRY, List.of(keyspace.entry(key)));
    }

    /**
     * In one step where that can be. While a slot of a cluster moves, a script is refused that needs one key which has
     * moved and one which has not, or is nowhere; then the guard goes first, as above.
     */
    long removeAll(Operation operation, Collection<CacheKey> keys) {
        return nodes.batches(operation, keys.stream().map(key -> Call.of(StoreScripts.REMOVE, keyspace.entryAndGuard(
                key)).orWhileMoving(voiding(key), removing(key))).toList()).stream().mapToLong(Replies::number).sum();
    }

    Survey survey(KeySelection.ByName selection, int samples) {
        Set<CacheKey> seen = new HashSet<>();
        List<CacheKey> sample = new ArrayList<>();
        long count = nodes.walk(Operation.read("survey", selection), session -> new KeyScan(session, keyspace,
                selection).eachBatch(names -> {
                    List<CacheKey> live = live(session, names.stream().filter(name -> !name.isGuard())
                            .map(Keyspace.Name::key).filter(key -> isNew(seen, key)).toList());
                    live.stream().limit(samples - sample.size()).forEach(sample::add);
                    return live.size();
                })).stream().mapToLong(Long::longValue).sum();
        return new Survey(count, sample);
    }

    private List<CacheKey> live(Session session, List<CacheKey> keys) {
        List<Object> replies = session
                .keyed(keys.stream().map(key -> Call.of(StoreScripts.LIVE, List.of(keyspace.entry(key)))).toList());
        return IntStream.range(0, keys.size()).filter(i -> Replies.number(replies.get(i)) > 0).mapToObj(keys::get)
                .toList();
    }

    private static boolean isNew(Set<CacheKey> seen, CacheKey key) {
        return seen.size() < REMEMBERED ? seen.add(key) : !seen.contains(key);
    }
}
