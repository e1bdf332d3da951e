package io.hexcache.benchmarks.peers.system;

import com.github.benmanes.caffeine.cache.Cache;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Caffeine alone. */
final class CaffeinePeer implements LocalReads, Loads {

    private final Cache<String, Product> memory;

    CaffeinePeer(PeerSettings settings) {
        this.memory = LocalMemory.of(settings.localEntries());
    }

    @Override
    public void keep(String id, Product value) {
        memory.put(id, value);
    }

    @Override
    public @Nullable Product readLocal(String id) {
        return memory.getIfPresent(id);
    }

    @Override
    public Product readOrLoad(String id, Function<String, Product> loader) {
        return memory.get(id, loader);
    }

    @Override
    public void close() {
        memory.invalidateAll();
    }
}
