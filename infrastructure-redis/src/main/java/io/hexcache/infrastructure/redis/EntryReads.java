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
import java.util.stream.Stream;
import redis.clients.jedis.Protocol.Command;

/** The reads of a store: hits by plain commands, and the script only for those who find nothing. */
final class EntryReads {

    private static final int REPLIES_PER_KEY = 3;
    private static final byte[] NO_ENTRY = new byte[0];

    private final RedisNodes nodes;
    private final Keyspace keyspace;

    EntryReads(RedisNodes nodes, Keyspace keyspace) {
        this.nodes = nodes;
        this.keyspace = keyspace;
    }

    Optional<StoredEntry> get(CacheKey key) {
        return get(Operation.read("get", key), List.of(key)).getFirst();
    }

    private List<Optional<StoredEntry>> get(Operation operation, List<CacheKey> keys) {
        List<Object> replies = nodes.batches(operation, keys.stream().flatMap(this::plain).toList());
        return IntStream.range(0, keys.size()).mapToObj(i -> {
            List<Object> mine = replies.subList(i * REPLIES_PER_KEY, (i + 1) * REPLIES_PER_KEY);
            long left = Math.min(Replies.number(mine.getFirst()), Replies.number(mine.getLast()));
            return StoredLayout.read(mine.get(1), left);
        }).toList();
    }

    /**
     * The ttl on both sides, and the smaller one counts: were the key replaced in between, the bytes would get the ttl
     * of another entry. MULTI would say it better, but a server whose memory is full refuses what stands in one.
     */
    private Stream<Call> plain(CacheKey key) {
        byte[] entry = keyspace.entry(key);
        return Stream.of(Call.of(Command.PTTL, entry), Call.of(Command.GET, entry), Call.of(Command.PTTL, entry));
    }

    Fetched fetch(Fetch fetch) {
        return fetchAll(Operation.read("fetch", fetch.key()), List.of(fetch)).getFirst();
    }

    List<Fetched> fetchAll(List<Fetch> fetches) {
        return fetchAll(Operation.read("fetch", fetches.size() + " keys"), fetches);
    }

    private List<Fetched> fetchAll(Operation operation, List<Fetch> fetches) {
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
