package io.hexcache.domain.key;

import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The hash of the parts of a key: the first 200 bits of SHA-256 (FIPS 180-4), as 40 digits of base32hex (RFC 4648,
 * section 7) in lower case. Two calls with the same parts give the same hash on every JVM; it is a stored format.
 *
 * <p>
 * What is hashed says its own length everywhere, so that {@code ("a", "bc")} and {@code ("ab", "c")} differ: a text is
 * the number of its UTF-16 units (4 bytes, high byte first) and then the units (2 bytes each, high byte first); a list
 * is its size (4 bytes) and then its texts; a map is its size and then, sorted by name, each name and its list.
 */
final class KeyHash {

    private static final int BITS = 200;
    private static final int RADIX_BITS = 5;

    private final MessageDigest digest;

    /** Begins with the kind of the key, so that keys of two kinds never share a hash. */
    KeyHash(String kind) {
        try {
            this.digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("this JVM lacks SHA-256, which every Java platform must have", impossible);
        }
        text(kind);
    }

    KeyHash text(String text) {
        number(text.length());
        for (int i = 0; i < text.length(); i++) {
            digest.update((byte) (text.charAt(i) >>> 8));
            digest.update((byte) text.charAt(i));
        }
        return this;
    }

    KeyHash sorted(Map<String, List<String>> lists) {
        number(lists.size());
        new TreeMap<>(lists).forEach((name, values) -> {
            text(name).number(values.size());
            values.forEach(this::text);
        });
        return this;
    }

    private void number(int number) {
        for (int shift = 24; shift >= 0; shift -= 8) {
            digest.update((byte) (number >>> shift));
        }
    }

    /** The digits; nothing can be added afterwards. */
    String digits() {
        BigInteger shortened = new BigInteger(1, Arrays.copyOf(digest.digest(), BITS / 8));
        String digits = shortened.toString(1 << RADIX_BITS);
        return "0".repeat(BITS / RADIX_BITS - digits.length()) + digits;
    }
}
