package io.hexcache.benchmarks.hit;

import io.hexcache.domain.entry.CacheEntry;
import io.hexcache.domain.key.CacheKey;
import io.hexcache.domain.port.Decoded;
import io.hexcache.domain.port.ValueCodec;

/** Gives every text its size and reads none: a node whose L1 answers never decodes. */
final class SizeOnlyCodec implements ValueCodec {

    @Override
    public <V> byte[] encode(CacheEntry<V> entry) {
        return new byte[entry.value().map(value -> value.toString().length()).orElse(0)];
    }

    @Override
    public <V> Decoded<V> decode(CacheKey key, byte[] bytes, Class<V> type) {
        return new Decoded.Unreadable<>("only its size was written");
    }
}
