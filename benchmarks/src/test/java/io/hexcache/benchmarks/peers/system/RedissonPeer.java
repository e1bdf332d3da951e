package io.hexcache.benchmarks.peers.system;

import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.redisson.Redisson;
import org.redisson.api.RLocalCachedMap;
import org.redisson.api.RMap;
import org.redisson.api.RedissonClient;
import org.redisson.api.options.LocalCachedMapOptions;
import org.redisson.client.codec.ByteArrayCodec;
import org.redisson.config.Config;

/** Redisson: buckets for single values, its map with a local cache, its map's lock for loads, its scan for removals. */
final class RedissonPeer implements LocalReads, Loads, BatchReads, Removals {

    private static final String PREFIX = "key:";

    private final ProductJson json = new ProductJson();
    private final RedissonClient client;
    private final RLocalCachedMap<String, Product> nearCache;
    private final RMap<String, Product> loaded;

    RedissonPeer(PeerSettings settings) {
        Config config = new Config();
        config.useSingleServer().setAddress(settings.redis().toString()).setConnectionPoolSize(settings.poolSize())
                .setConnectionMinimumIdleSize(settings.poolSize());
        this.client = Redisson.create(config);
        this.nearCache = client.getLocalCachedMap(LocalCachedMapOptions.<String, Product>name(
                "near-cache:" + settings.poolSize()).cacheSize(
                        settings.localEntries())
                .evictionPolicy(LocalCachedMapOptions.EvictionPolicy.LFU).codec(
                        new RedissonProductCodec()));
        this.loaded = client.getMap("loaded:" + settings.poolSize(), new RedissonProductCodec());
    }

    @Override
    public void keep(String id, Product value) {
        nearCache.fastPut(id, value);
    }

    @Override
    public @Nullable Product readLocal(String id) {
        return nearCache.get(id);
    }

    @Override
    public void store(String id, Product value) {
        client.<byte[]>getBucket(PREFIX + id, ByteArrayCodec.INSTANCE).set(json.write(value), StoredFor.TTL);
    }

    @Override
    public @Nullable Product read(String id) {
        byte[] bytes = client.<byte[]>getBucket(PREFIX + id, ByteArrayCodec.INSTANCE).get();
        return bytes == null ? null : json.read(bytes);
    }

    @Override
    public Product readOrLoad(String id, Function<String, Product> loader) {
        return loaded.computeIfAbsent(id, loader);
    }

    @Override
    public void storeForBatch(String id, Product value) {
        nearCache.fastPut(id, value);
    }

    @Override
    public Map<String, Product> readAll(List<String> ids) {
        return nearCache.getAll(new LinkedHashSet<>(ids));
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
        return client.getKeys().unlinkByPattern(PREFIX + DOOMED + "*");
    }

    @Override
    public void close() {
        client.shutdown();
    }
}
