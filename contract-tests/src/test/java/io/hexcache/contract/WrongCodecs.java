package io.hexcache.contract;

import io.hexcache.domain.entry.CacheEntry;
import io.hexcache.domain.error.CacheSerializationException;
import io.hexcache.domain.key.CacheKey;
import io.hexcache.domain.port.Decoded;
import io.hexcache.domain.port.ValueCodec;
import java.time.temporal.ChronoUnit;
import java.util.Set;

/** Codecs with one mistake each. */
final class WrongCodecs {

    private WrongCodecs() {}

    /** Repairs the checksum instead of comparing it. */
    static ValueCodec thatIgnoresTheChecksum() {
        return new TinyCodec() {
            @Override
            public <V> Decoded<V> decode(CacheKey key, byte[] bytes, Class<V> type) {
                return super.decode(key, bytes.length < Long.BYTES ? bytes : sealed(body(bytes)), type);
            }
        };
    }

    static ValueCodec thatIgnoresTheVersion() {
        return new TinyCodec() {
            @Override
            public <V> Decoded<V> decode(CacheKey key, byte[] bytes, Class<V> type) {
                Decoded<V> decoded = super.decode(key, bytes, type);
                return decoded instanceof Decoded.Unreadable<V>(String reason) && reason.startsWith("version ")
                        && reason.endsWith(" of " + key) ? super.decode(key, inVersion(1, bytes), type) : decoded;
            }
        };
    }

    static ValueCodec thatIgnoresTheKey() {
        return new TinyCodec() {
            @Override
            public <V> byte[] encode(CacheEntry<V> entry) {
                return super.encode(CacheEntry.of(Samples.key("any"), entry.value(), entry.ttl(), entry.tags(),
                        entry.createdAt()));
            }

            @Override
            public <V> Decoded<V> decode(CacheKey key, byte[] bytes, Class<V> type) {
                return switch (super.decode(Samples.key("any"), bytes, type)) {
                    case Decoded.Intact<V>(CacheEntry<V> entry) ->
                            new Decoded.Intact<>(CacheEntry.of(key, entry.value(),
                                    entry.ttl(), entry.tags(), entry.createdAt()).withSize(bytes.length));
                    case Decoded.Unreadable<V> unreadable -> unreadable;
                };
            }
        };
    }

    static ValueCodec thatLosesTags() {
        return new TinyCodec() {
            @Override
            public <V> byte[] encode(CacheEntry<V> entry) {
                return super.encode(
                        CacheEntry.of(entry.key(), entry.value(), entry.ttl(), Set.of(), entry.createdAt()));
            }
        };
    }

    static ValueCodec thatRoundsToSeconds() {
        return new TinyCodec() {
            @Override
            public <V> byte[] encode(CacheEntry<V> entry) {
                return super.encode(CacheEntry.of(entry.key(), entry.value(), entry.ttl(), entry.tags(),
                        entry.createdAt().truncatedTo(ChronoUnit.SECONDS)));
            }
        };
    }

    static ValueCodec thatForgetsTheSize() {
        return new TinyCodec() {
            @Override
            public <V> Decoded<V> decode(CacheKey key, byte[] bytes, Class<V> type) {
                return super.decode(key, bytes, type) instanceof Decoded.Intact<V>(CacheEntry<V> entry)
                        ? new Decoded.Intact<>(entry.withSize(0))
                        : new Decoded.Unreadable<>("no entry");
            }
        };
    }

    static ValueCodec thatThrowsWhatItCannotRead() {
        return new TinyCodec() {
            @Override
            public <V> Decoded<V> decode(CacheKey key, byte[] bytes, Class<V> type) {
                if (super.decode(key, bytes, type) instanceof Decoded.Intact<V> intact) {
                    return intact;
                }
                throw new IllegalArgumentException("no entry");
            }
        };
    }

    static ValueCodec thatThrowsItsOwnErrors() {
        return new TinyCodec() {
            @Override
            public <V> byte[] encode(CacheEntry<V> entry) {
                try {
                    return super.encode(entry);
                } catch (CacheSerializationException unwritable) {
                    throw new IllegalArgumentException("cannot write " + entry.key(), unwritable);
                }
            }
        };
    }
}
