package io.hexcache.infrastructure.redis;

import io.hexcache.domain.key.CacheKey;
import io.hexcache.domain.port.Fetch;
import io.hexcache.domain.port.Fetched;
import io.hexcache.domain.port.Guard;
import io.hexcache.domain.port.Inspection;
import io.hexcache.domain.port.StoredEntry;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** The reads of a store: hits by plain commands, and the script only for those who find nothing. */
final class EntryReads {

    private static final byte[] NO_ENTRY = new byte[0];

    private final RedisNodes nodes;
    private final Keyspace keyspace;

    EntryReads(RedisNodes nodes, Keyspace keyspace) {
        this.nodes = nodes;
        this.keyspace = keyspace;
    }

    Optional<StoredEntry> get(CacheKey key) {
        return get(Operation.read("get", key), key);
    }

    private Optional<StoredEntry> get(Operation operation, CacheKey key) {
        return StoredLayout.read((Seen) nodes.call(operation, Call.read(keyspace.entry(key))));
    }

    List<Optional<StoredEntry>> getAll(List<CacheKey> keys) {
        return get(Operation.read("get", keys.size() + " keys"), keys);
    }

    private List<Optional<StoredEntry>> get(Operation operation, List<CacheKey> keys) {
        return nodes.batches(operation, keys.stream().map(key -> Call.read(keyspace.entry(key))).toList()).stream().map(
                reply -> StoredLayout.read((Seen) reply)).toList();
    }

    Fetched fetch(Fetch fetch) {
        Operation operation = Operation.read("fetch", fetch.key());
        Optional<StoredEntry> plain = get(operation, fetch.key());
        return isEnough(plain, fetch) ? new Fetched.Found(plain.orElseThrow())
                : fetched(nodes.call(operation, script(fetch)));
    }

    List<Fetched> fetchAll(List<Fetch> fetches) {
        Operation operation = Operation.read("fetch", fetches.size() + " keys");
        List<Optional<StoredEntry>> plain = get(operation, fetches.stream().map(Fetch::key).toList());
        Iterator<Object> replies = nodes.batches(operation, IntStream.range(0, fetches.size())
                .filter(i -> !isEnough(plain.get(i), fetches.get(i))).mapToObj(i -> script(fetches.get(i))).toList())
                .iterator();
        return IntStream.range(0, fetches.size()).mapToObj(i -> isEnough(plain.get(i), fetches.get(i))
                ? new Fetched.Found(plain.get(i).orElseThrow())
                : fetched(replies.next())).toList();
    }

    private static boolean isEnough(Optional<StoredEntry> found, Fetch fetch) {
        return found.filter(entry -> fetch.dead().filter(entry.id()::equals).isEmpty())
                .filter(entry -> entry.remainingLife().compareTo(fetch.leaseBelow()) > 0).isPresent();
    }

    private Call script(Fetch fetch) {
        return Call.of(StoreScripts.FETCH, keyspace.entryAndGuard(fetch.key()), StoredLayout.token(fetch.token()),
                fetch.dead().map(StoredLayout::token).orElse(NO_ENTRY), Replies.argument(fetch.leaseBelow()
                        .toMillis()));
    }

    private Fetched fetched(Object reply) {
        List<?> parts = Replies.list(reply);
        Optional<StoredEntry> entry = StoredLayout.read(parts.get(1), Replies.number(parts.getLast()));
        String answer = Replies.text(parts.getFirst());
        return switch (answer) {
            case "E" -> new Fetched.Found(entry.orElseThrow());
            case "G" -> {
                nodes.tookChange();
                yield new Fetched.Leased(entry);
            }
            default -> new Fetched.Held(guard(answer), entry);
        };
    }

    Inspection inspect(CacheKey key) {
        List<?> parts = Replies.list(nodes.call(Operation.read("inspect", key), Call.of(StoreScripts.INSPECT, keyspace
                .entryAndGuard(key))));
        return new Inspection(StoredLayout.read(parts.get(1), Replies.number(parts.getLast())),
                guard(Replies.text(parts.getFirst())));
    }

    private static Guard guard(String kind) {
        return switch (kind) {
            case "" -> Guard.FREE;
            case "L" -> Guard.READING;
            case "W" -> Guard.WRITING;
            default -> Guard.CONTENDED;
        };
    }
}
