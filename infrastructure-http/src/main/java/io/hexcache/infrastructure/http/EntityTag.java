package io.hexcache.infrastructure.http;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/** Strong validators of bodies (RFC 9110, 8.8.3): equal bytes, equal tag. */
final class EntityTag {

    /** 128 of the 256 bits: far more than accidents need, and a tag protects nothing from an attacker. */
    private static final int BYTES = 16;

    private EntityTag() {}

    static String of(ByteBuffer body) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(body.duplicate());
            return '"' + HexFormat.of().formatHex(digest.digest(), 0, BYTES) + '"';
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException("this JDK has no SHA-256", everyJdkHasIt);
        }
    }

    /**
     * Whether one of the values of If-None-Match names this tag. The comparison is the weak one (RFC 9110, 13.1.2), and
     * a tag of ours holds no comma.
     */
    static boolean matches(List<String> ifNoneMatch, String tag) {
        return ifNoneMatch.stream().flatMap(value -> Arrays.stream(value.split(",", -1))).map(String::strip).anyMatch(
                candidate -> candidate.equals("*") || candidate.equals(tag) || candidate.equals("W/" + tag));
    }
}
