package io.hexcache.benchmarks.peers.system;

import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.ConnectionPoolConfig;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.params.ScanParams;
import redis.clients.jedis.params.SetParams;
import redis.clients.jedis.resps.ScanResult;

/** Jedis with its pool, and what one writes on it by hand: cache-aside, MGET behind Caffeine, SCAN and UNLINK. */
final class JedisPeer implements Loads, BatchReads, Removals {

    private static final String PREFIX = "key:";
    private static final int SCAN_COUNT = 1_000;

    private final ProductJson json = new ProductJson();
    private final LocalMemory memory;
    private final RedisClient client;

    JedisPeer(PeerSettings settings) {
        this.memory = new LocalMemory(settings, json);
        this.client = connect(settings);
    }

    static RedisClient connect(PeerSettings settings) {
        ConnectionPoolConfig pool = new ConnectionPoolConfig();
        pool.setMaxTotal(settings.poolSize());
        pool.setMaxIdle(settings.poolSize());
        return RedisClient.builder().hostAndPort(settings.redis().getHost(), settings.redis().getPort()).poolConfig(
                pool).build();
    }

    @Override
    public void store(String id, Product value) {
        client.set(key(id), json.write(value), SetParams.setParams().ex(StoredFor.SECONDS));
    }

    @Override
    public @Nullable Product read(String id) {
        byte[] bytes = client.get(key(id));
        return bytes == null ? null : json.read(bytes);
    }

    @Override
    public Product readOrLoad(String id, Function<String, Product> loader) {
        Product cached = read(id);
        if (cached != null) {
            return cached;
        }
        Product loaded = loader.apply(id);
        store(id, loaded);
        return loaded;
    }

    @Override
    public void storeForBatch(String id, Product value) {
        store(id, value);
    }

    @Override
    public Map<String, Product> readAll(List<String> ids) {
        return memory.readAll(ids, missing -> client.mget(missing.stream().map(JedisPeer::key).toArray(byte[][]::new)));
    }

    @Override
    public Set<Selection> selections() {
        return EnumSet.of(Selection.PATTERN);
    }

    @Override
    public void storeDoomed(String id, Product value) {
        store(id, value);
    }

    @Override
    public long remove(Selection selection) {
        ScanParams matching = new ScanParams().match(PREFIX + DOOMED + "*").count(SCAN_COUNT);
        String cursor = ScanParams.SCAN_POINTER_START;
        long removed = 0;
        do {
            ScanResult<String> page = client.scan(cursor, matching);
            if (!page.getResult().isEmpty()) {
                removed += client.unlink(page.getResult().toArray(String[]::new));
            }
            cursor = page.getCursor();
        } while (!cursor.equals(ScanParams.SCAN_POINTER_START));
        return removed;
    }

    private static byte[] key(String id) {
        return (PREFIX + id).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        client.close();
    }
}
