package io.hexcache.infrastructure.redis;

import io.hexcache.domain.port.StoredEntry;
import io.hexcache.domain.port.Token;
import io.hexcache.domain.port.Write;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is stored under the name of an entry. The scripts read the fields in place:
 *
 * <pre>
 *  offset  bytes  what
 *       0     32  text of the token under which the entry was stored, ISO 8859-1: the id of the entry
 *      32      8  the source's version of the value, big-endian, 0 or more
 *      40      1  'o' open; 'c' capped: a write has begun and cut the life, which nothing lengthens any more
 *      41         the encoded entry, to the end
 * </pre>
 *
 * Something shorter, or without a ttl, is no entry of ours.
 */
final class StoredLayout {

    /** How many bytes stand before the encoded entry. */
    static final int HEADER = 41;

    private static final byte OPEN = 'o';

    private StoredLayout() {}

    static byte[] write(Write write) {
        return ByteBuffer.allocate(HEADER + write.bytes().length).put(token(write.token())).putLong(write.version())
                .put(OPEN).put(write.bytes()).array();
    }

    /** The live entry, if there is one: the server says -1 or -2 where there is no life, and null for no bytes. */
    static Optional<StoredEntry> read(@Nullable Object stored, long millisLeft) {
        if (stored == null || millisLeft <= 0 || Replies.bytes(stored).length < HEADER) {
            return Optional.empty();
        }
        byte[] all = Replies.bytes(stored);
        Token id = new Token(new String(all, 0, Token.LENGTH, StandardCharsets.ISO_8859_1));
        return Optional.of(new StoredEntry(Arrays.copyOfRange(all, HEADER, all.length), Duration.ofMillis(millisLeft),
                id));
    }

    /** One byte for each character, whatever was found in a store. */
    static byte[] token(Token token) {
        return token.text().getBytes(StandardCharsets.ISO_8859_1);
    }
}
