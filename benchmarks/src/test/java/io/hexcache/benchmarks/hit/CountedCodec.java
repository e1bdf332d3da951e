package io.hexcache.benchmarks.hit;

import io.hexcache.domain.entry.CacheEntry;
import io.hexcache.domain.key.CacheKey;
import io.hexcache.domain.port.Decoded;
import io.hexcache.domain.port.ValueCodec;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts its calls. */
record CountedCodec(ValueCodec codec, AtomicInteger calls) implements ValueCodec {

    @Override
    public <V> byte[] encode(CacheEntry<V> entry) {
        calls.incrementAndGet();
        return codec.encode(entry);
    }

    @Override
    public <V> Decoded<V> decode(CacheKey key, byte[] bytes, Class<V> type) {
        calls.incrementAndGet();
        return codec.decode(key, bytes, type);
    }
}
