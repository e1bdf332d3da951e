package io.hexcache.infrastructure.memory;

import io.hexcache.domain.port.ExistenceFilter;
import io.hexcache.domain.port.FilterSize;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * An array of m bits, of which each member sets k (Bloom, "Space/time trade-offs in hash coding with allowable
 * errors", CACM 13(7), 1970). For n members and a false-positive rate p the best choice is {@code m = -n ln p / (ln
 * 2)^2} and {@code k = m / n * ln 2}.
 *
 * <p>
 * The k places come of two hashes, {@code h1 + i * h2}, which costs nothing in the rate (Kirsch and Mitzenmacher,
 * "Less hashing, same performance: building a better Bloom filter", ESA 2006). The sums are taken modulo 2^64 and then
 * scaled to m. Both hashes are mixed from one of 64 bits: FNV-1a over the characters, then the finalizer of
 * MurmurHash3.
 *
 * <p>
 * Bits are set one by one, each atomically, and seen by every thread when {@link #add} has returned.
 */
final class BloomFilter implements ExistenceFilter {

    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;
    private static final long GOLDEN_RATIO = 0x9e3779b97f4a7c15L;

    private final AtomicLongArray words;
    private final long bits;
    private final int hashes;

    BloomFilter(FilterSize size) {
        double bitsPerKey = -Math.log(size.falsePositiveRate()) / (Math.log(2) * Math.log(2));
        this.words = new AtomicLongArray((int) Math.ceilDiv((long) Math.ceil(size.expectedKeys() * bitsPerKey),
                Long.SIZE));
        this.bits = (long) words.length() * Long.SIZE;
        this.hashes = Math.max(1, (int) Math.round(bitsPerKey * Math.log(2)));
    }

    @Override
    public void add(String identifier) {
        long hash = hash(identifier);
        long step = step(hash);
        long place = mix(hash);
        for (int i = 0; i < hashes; i++, place += step) {
            long bit = scaled(place);
            int word = (int) (bit / Long.SIZE);
            long mask = 1L << bit;
            if ((words.get(word) & mask) == 0) {
                words.accumulateAndGet(word, mask, (old, added) -> old | added);
            }
        }
    }

    @Override
    public boolean mayContain(String identifier) {
        long hash = hash(identifier);
        long step = step(hash);
        long place = mix(hash);
        for (int i = 0; i < hashes; i++, place += step) {
            long bit = scaled(place);
            if ((words.get((int) (bit / Long.SIZE)) & 1L << bit) == 0) {
                return false;
            }
        }
        return true;
    }

    /** A stranger passes if all of its k places happen to be set. */
    @Override
    public double falsePositiveRate() {
        long set = 0;
        for (int i = 0; i < words.length(); i++) {
            set += Long.bitCount(words.get(i));
        }
        return Math.pow((double) set / bits, hashes);
    }

    private long scaled(long place) {
        return Math.unsignedMultiplyHigh(place, bits);
    }

    private static long step(long hash) {
        return mix(hash + GOLDEN_RATIO);
    }

    private static long hash(String text) {
        long hash = FNV_OFFSET;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * FNV_PRIME;
        }
        return hash;
    }

    private static long mix(long hash) {
        long mixed = (hash ^ hash >>> 33) * 0xff51afd7ed558ccdL;
        mixed = (mixed ^ mixed >>> 33) * 0xc4ceb9fe1a85ec53L;
        return mixed ^ mixed >>> 33;
    }
}
