package io.hexcache.infrastructure.http;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Percent-encoded text (RFC 3986, 2.1), decoded once and strictly: what is not UTF-8 behind it is refused. */
final class PercentText {

    private PercentText() {}

    /** The decoded text; {@code where} names it in a refusal, which is a 400. */
    static String decode(String encoded, String where) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(encoded.length());
        for (int i = 0; i < encoded.length(); i++) {
            char c = encoded.charAt(i);
            if (c == '%') {
                bytes.write(octet(encoded, i, where));
                i += 2;
            } else if (c > 0x20 && c < 0x7f) {
                bytes.write(c);
            } else {
                throw new RequestRefused(400, "%s holds the character U+%04X at position %d; percent-encode its UTF-8"
                        .formatted(where, (int) c, i));
            }
        }
        return withoutControls(utf8(bytes.toByteArray(), where), where);
    }

    private static int octet(String encoded, int percent, String where) {
        int high = percent + 1 < encoded.length() ? Character.digit(encoded.charAt(percent + 1), 16) : -1;
        int low = percent + 2 < encoded.length() ? Character.digit(encoded.charAt(percent + 2), 16) : -1;
        if (high < 0 || low < 0) {
            throw new RequestRefused(400,
                    "%s has a '%%' at position %d without two hexadecimal digits; a percent sign is "
                            .formatted(where, percent) + "written %25");
        }
        return high << 4 | low;
    }

    private static String utf8(byte[] bytes, String where) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException notUtf8) {
            throw new RequestRefused(400, where + " is percent-encoded, but not as UTF-8");
        }
    }

    private static String withoutControls(String text, String where) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isISOControl(text.charAt(i))) {
                throw new RequestRefused(400, "%s holds the control character U+%04X at position %d; remove it"
                        .formatted(
                                where, (int) text.charAt(i), i));
            }
        }
        return text;
    }
}
