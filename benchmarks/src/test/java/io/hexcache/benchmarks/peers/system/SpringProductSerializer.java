package io.hexcache.benchmarks.peers.system;

import org.jspecify.annotations.Nullable;
import org.springframework.data.redis.serializer.RedisSerializer;

/** The decoder of all peers as Spring wants it. */
final class SpringProductSerializer implements RedisSerializer<Product> {

    private final ProductJson json = new ProductJson();

    @Override
    public byte[] serialize(@Nullable Product value) {
        return value == null ? new byte[0] : json.write(value);
    }

    @Override
    public @Nullable Product deserialize(byte @Nullable [] bytes) {
        return bytes == null || bytes.length == 0 ? null : json.read(bytes);
    }
}
