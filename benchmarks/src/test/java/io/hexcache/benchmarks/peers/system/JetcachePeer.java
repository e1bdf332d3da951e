package io.hexcache.benchmarks.peers.system;

import com.alicp.jetcache.Cache;
import com.alicp.jetcache.MultiLevelCacheBuilder;
import com.alicp.jetcache.embedded.CaffeineCacheBuilder;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** JetCache: its Redis alone, and its two levels, which protect a source from a stampede within one process. */
final class JetcachePeer implements LocalReads, RemoteReads, Loads, BatchReads {

    private final JetcacheRemote remote;
    private final Cache<String, Product> both;

    JetcachePeer(JetcacheRemote remote, PeerSettings settings) {
        this.remote = remote;
        Cache<String, Product> local = CaffeineCacheBuilder.createCaffeineCacheBuilder().limit(settings.localEntries())
                .expireAfterWrite(StoredFor.SECONDS, TimeUnit.SECONDS).buildCache();
        this.both = MultiLevelCacheBuilder.createMultiLevelCacheBuilder().addCache(local, remote.cache())
                .expireAfterWrite(StoredFor.SECONDS, TimeUnit.SECONDS).cachePenetrateProtect(true).buildCache();
    }

    @Override
    public void keep(String id, Product value) {
        both.put(id, value);
    }

    @Override
    public @Nullable Product readLocal(String id) {
        return both.get(id);
    }

    @Override
    public void store(String id, Product value) {
        remote.cache().put(id, value);
    }

    @Override
    public @Nullable Product read(String id) {
        return remote.cache().get(id);
    }

    @Override
    public Product readOrLoad(String id, Function<String, Product> loader) {
        return both.computeIfAbsent(id, loader);
    }

    @Override
    public void storeForBatch(String id, Product value) {
        remote.cache().put(id, value);
    }

    @Override
    public Map<String, Product> readAll(List<String> ids) {
        return both.getAll(new LinkedHashSet<>(ids));
    }

    @Override
    public void close() {
        both.close();
        remote.closing().run();
    }
}
