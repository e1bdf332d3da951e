package io.hexcache.infrastructure.http;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Sees to it that a body is UTF-8, the only encoding of JSON between systems (RFC 8259, 8.1). A JSON parser would guess
 * UTF-16 and UTF-32 from their zero bytes, and let surrogates pass that UTF-8 does not have.
 */
final class Utf8Body {

    private static final int CHARACTERS_AT_ONCE = 4_096;

    private Utf8Body() {}

    /** Throws a refusal with 400 that tells the place of the first byte that JSON in UTF-8 cannot have there. */
    static void check(byte[] body) {
        for (int i = 0; i < body.length; i++) {
            if (body[i] == 0) {
                throw refusal(body, i, "has a zero byte, as in UTF-16 or UTF-32");
            }
        }
        ByteBuffer bytes = ByteBuffer.wrap(body);
        CharBuffer text = CharBuffer.allocate(CHARACTERS_AT_ONCE);
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        while (bytes.hasRemaining()) {
            CoderResult result = decoder.decode(bytes, text.clear(), true);
            if (result.isError()) {
                throw refusal(body, bytes.position(), "is not UTF-8");
            }
        }
    }

    private static RequestRefused refusal(byte[] body, int index, String reason) {
        Problem.Position place = BytePlace.of(body, index);
        String detail = "the body %s at line %d, byte %d; send JSON in UTF-8"
                .formatted(reason, place.line(), place.column());
        return new RequestRefused(Problem.of(400, detail).at("", Optional.of(place)));
    }
}
