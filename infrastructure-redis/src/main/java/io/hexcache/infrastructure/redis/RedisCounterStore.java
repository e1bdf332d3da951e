package io.hexcache.infrastructure.redis;

import io.hexcache.domain.error.CacheOverloadException;
import io.hexcache.domain.error.CacheReadException;
import io.hexcache.domain.error.CacheWriteException;
import io.hexcache.domain.key.CounterKey;
import io.hexcache.domain.port.CounterAge;
import io.hexcache.domain.port.CounterChange;
import io.hexcache.domain.port.CounterStore;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import redis.clients.jedis.Protocol.Command;

/**
 * Counters on one Redis; what it keeps is said at {@link CounterScripts}. Each counter remembers its own changes, up to
 * a bound, beyond which changes are refused rather than counted without a memory: some 10 MB at 100,000.
 */
final class RedisCounterStore implements CounterStore {

    /** The most changes of one counter within {@link #MEMORY}. */
    static final int MAX_CHANGES = 100_000;

    private static final byte[] VALUE = Replies.argument("value");
    private static final byte[] STAMP = Replies.argument("stamp");
    private static final byte[] ENDLESS = new byte[0];

    private final RedisNodes nodes;
    private final Keyspace keyspace;
    private final int maxChanges;

    RedisCounterStore(RedisNodes nodes, Keyspace keyspace, int maxChanges) {
        this.nodes = nodes;
        this.keyspace = keyspace;
        this.maxChanges = maxChanges;
    }

    @Override
    public long add(CounterKey key, CounterChange change) {
        byte[] life = change.ttl().map(Duration::toMillis).map(Replies::argument).orElse(ENDLESS);
        List<?> answer = Replies.list(nodes.call(Operation.change("add to counter", key), Call.of(CounterScripts.ADD,
                keyspace.counterAndOutcomes(key), Replies.argument(change.operation().text()),
                Replies.argument(change.delta()), Replies.argument(change.age().oldest()),
                Replies.argument(change.age().newest()), life, Replies.argument(maxChanges))));
        String number = Replies.text(answer.getLast());
        return switch (Replies.text(answer.getFirst())) {
            case "full" -> throw full(key);
            case "beyond" -> throw beyond(key, change.delta(), number);
            case "added" -> {
                nodes.tookChange();
                yield Long.parseLong(number);
            }
            default -> Long.parseLong(number);
        };
    }

    private CacheOverloadException full(CounterKey key) {
        return new CacheOverloadException("counter " + key + " was not changed: " + maxChanges
                + " changes of it were made within a minute, the limit. Try again, or add larger numbers less often");
    }

    private static CacheWriteException beyond(CounterKey key, long delta, String value) {
        return new CacheWriteException("adding %d to counter %s, which stands at %s, leaves 64 bits; nothing was"
                .formatted(delta, key, value) + " changed. Remove the counter to begin again");
    }

    @Override
    public OptionalLong get(CounterKey key, CounterAge age) {
        Operation operation = Operation.read("get counter", key);
        List<?> fields = Replies.list(nodes.call(operation, Call.of(Command.HMGET, keyspace.counter(key), VALUE,
                STAMP)));
        if (fields.contains(null)) {
            return OptionalLong.empty();
        }
        try {
            long value = Long.parseLong(Replies.text(fields.getFirst()));
            boolean exists = Long.parseLong(Replies.text(fields.getLast())) >= age.oldest();
            return exists ? OptionalLong.of(value) : OptionalLong.empty();
        } catch (NumberFormatException foreign) {
            throw new CacheReadException(operation + ": what is there are no numbers; something else uses our key"
                    + " prefix: delete that key, or set another prefix", foreign);
        }
    }

    @Override
    public boolean remove(CounterKey key, CounterAge age) {
        return Replies
                .number(nodes.call(Operation.change("remove counter", key), Call.of(CounterScripts.REMOVE, List.of(
                        keyspace.counter(key)), Replies.argument(age.oldest())))) == 1;
    }
}
