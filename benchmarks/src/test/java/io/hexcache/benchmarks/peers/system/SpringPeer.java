package io.hexcache.benchmarks.peers.system;

import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.cache.Cache;
import org.springframework.data.redis.cache.RedisCacheConfiguration;
import org.springframework.data.redis.cache.RedisCacheManager;
import org.springframework.data.redis.cache.RedisCacheWriter;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.serializer.RedisSerializationContext.SerializationPair;

/** Spring's cache on Lettuce, with the decoder of all peers. It has no memory of its own, nor batches. */
final class SpringPeer implements Loads, Removals {

    private final LettuceConnectionFactory connections;
    private final Cache products;
    private final Cache doomed;

    SpringPeer(PeerSettings settings) {
        this.connections = new LettuceConnectionFactory(settings.redis().getHost(), settings.redis().getPort());
        connections.afterPropertiesSet();
        connections.start();
        // Otherwise a write is only sent, and neither a reader nor a removal could rely on it.
        RedisCacheWriter writer = RedisCacheWriter.create(connections, settled -> settled.immediateWrites(true));
        RedisCacheManager manager = RedisCacheManager.builder(writer).cacheDefaults(RedisCacheConfiguration
                .defaultCacheConfig().entryTtl(StoredFor.TTL).serializeValuesWith(SerializationPair.fromSerializer(
                        new SpringProductSerializer())))
                .build();
        manager.afterPropertiesSet();
        this.products = Objects.requireNonNull(manager.getCache("products"));
        this.doomed = Objects.requireNonNull(manager.getCache("doomed"));
    }

    @Override
    public void store(String id, Product value) {
        products.put(id, value);
    }

    @Override
    public @Nullable Product read(String id) {
        return products.get(id, Product.class);
    }

    @Override
    public Product readOrLoad(String id, Function<String, Product> loader) {
        return Objects.requireNonNull(products.get(id, () -> loader.apply(id)));
    }

    @Override
    public Set<Selection> selections() {
        return EnumSet.of(Selection.PREFIX);
    }

    @Override
    public void storeDoomed(String id, Product value) {
        doomed.put(id, value);
    }

    /** It does not say how many. */
    @Override
    public long remove(Selection selection) {
        doomed.clear();
        return 0;
    }

    @Override
    public void close() {
        connections.destroy();
    }
}
