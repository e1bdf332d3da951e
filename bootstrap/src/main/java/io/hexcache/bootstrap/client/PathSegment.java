package io.hexcache.bootstrap.client;

import java.nio.charset.StandardCharsets;

/** Text as one segment of a URL's path (RFC 3986, section 2). */
public final class PathSegment {

    private static final String UNRESERVED = "-._~";

    private PathSegment() {}

    /** The text with everything encoded but letters, digits and {@code -._~}. */
    public static String encode(String text) {
        StringBuilder encoded = new StringBuilder();
        for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
            char letter = (char) (octet & 0xff);
            if (letter < 0x80 && (Character.isLetterOrDigit(letter) || UNRESERVED.indexOf(letter) >= 0)) {
                encoded.append(letter);
            } else {
                encoded.append("%%%02X".formatted(octet & 0xff));
            }
        }
        return encoded.toString();
    }
}
