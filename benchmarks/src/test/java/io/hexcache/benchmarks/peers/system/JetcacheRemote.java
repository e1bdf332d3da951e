package io.hexcache.benchmarks.peers.system;

import com.alicp.jetcache.Cache;
import com.alicp.jetcache.CacheValueHolder;
import com.alicp.jetcache.external.ExternalCacheBuilder;
import com.alicp.jetcache.redis.RedisCacheBuilder;
import com.alicp.jetcache.redis.lettuce.RedisLettuceCacheBuilder;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import java.nio.ByteBuffer;
import java.util.concurrent.TimeUnit;
import redis.clients.jedis.UnifiedJedis;

/**
 * JetCache's cache in Redis. Its holder of a value is written as the time of its end in 8 bytes, and the JSON of all
 * peers.
 */
record JetcacheRemote(Cache<String, Product> cache, Runnable closing) {

    private static final String PREFIX = "jetcache:";

    /** What takes longer than its default of a second it would count as a miss. */
    private static final long PATIENCE_MILLIS = 10_000;

    static JetcacheRemote onJedis(PeerSettings settings) {
        UnifiedJedis client = JedisPeer.connect(settings);
        return new JetcacheRemote(built(RedisCacheBuilder.createRedisCacheBuilder().jedis(client)), client::close);
    }

    static JetcacheRemote onLettuce(PeerSettings settings) {
        RedisClient client = RedisClient.create(RedisURI.create(settings.redis()));
        return new JetcacheRemote(built(RedisLettuceCacheBuilder.createRedisLettuceCacheBuilder().redisClient(client)
                .asyncResultTimeoutInMillis(PATIENCE_MILLIS)),
                client::shutdown);
    }

    private static Cache<String, Product> built(ExternalCacheBuilder<?> builder) {
        ProductJson json = new ProductJson();
        builder.keyPrefix(PREFIX);
        builder.valueEncoder(holder -> encode(json, (CacheValueHolder<?>) holder));
        builder.valueDecoder(bytes -> decode(json, bytes));
        builder.expireAfterWrite(StoredFor.SECONDS, TimeUnit.SECONDS);
        return builder.buildCache();
    }

    private static byte[] encode(ProductJson json, CacheValueHolder<?> holder) {
        byte[] value = json.write((Product) holder.getValue());
        return ByteBuffer.allocate(Long.BYTES + value.length).putLong(holder.getExpireTime()).put(value).array();
    }

    private static CacheValueHolder<Product> decode(ProductJson json, byte[] bytes) {
        CacheValueHolder<Product> holder = new CacheValueHolder<>();
        holder.setExpireTime(ByteBuffer.wrap(bytes).getLong());
        holder.setValue(json.read(bytes, Long.BYTES));
        return holder;
    }
}
