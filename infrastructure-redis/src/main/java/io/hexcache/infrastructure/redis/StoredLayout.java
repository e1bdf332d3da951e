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
 *      40      1  'O' open; 'C' capped: a write has begun and cut the life, which nothing lengthens any more
 *      41      8  when the life ends: milliseconds since 1970 by the server's clock, big-endian
 *      49         the encoded entry, to the end
 * </pre>
 *
 * Redis keeps the end of the life too, and a read would have to ask for it with a second command. Something shorter, or
 * with another mark, is no entry of ours; the layout before this one had the marks 'o' and 'c'.
 */
final class StoredLayout {

    /** What stands before the end of the life, and comes from who writes. */
    private static final int HEAD = 41;

    /** How many bytes stand before the encoded entry. */
    private static final int HEADER = HEAD + Long.BYTES;

    private static final byte OPEN = 'O';
    private static final byte CAPPED = 'C';

    private StoredLayout() {}

    /** What a script puts before the end of the life. */
    static byte[] head(Write write) {
        return ByteBuffer.allocate(HEAD).put(token(write.token())).putLong(write.version()).put(OPEN).array();
    }

    /** The live entry, if there is one: null stands for no bytes. */
    static Optional<StoredEntry> read(@Nullable Object stored, long millisLeft) {
        if (stored == null || millisLeft <= 0 || !isEntry(Replies.bytes(stored))) {
            return Optional.empty();
        }
        byte[] all = Replies.bytes(stored);
        Token id = new Token(new String(all, 0, Token.LENGTH, StandardCharsets.ISO_8859_1));
        return Optional.of(new StoredEntry(Arrays.copyOfRange(all, HEADER, all.length), Duration.ofMillis(millisLeft),
                id));
    }

    /** The live entry, if one was seen. */
    static Optional<StoredEntry> read(Seen seen) {
        return read(seen.bytes(), seen.millisLeft());
    }

    /** When the life of what is stored ends, in milliseconds since 1970; 0 if it is no entry. */
    static long end(byte[] stored) {
        return isEntry(stored) ? ByteBuffer.wrap(stored).getLong(HEAD) : 0;
    }

    private static boolean isEntry(byte[] stored) {
        return stored.length >= HEADER && (stored[HEAD - 1] == OPEN || stored[HEAD - 1] == CAPPED);
    }

    /** One byte for each character, whatever was found in a store. */
    static byte[] token(Token token) {
        return token.text().getBytes(StandardCharsets.ISO_8859_1);
    }
}
