package io.hexcache.infrastructure.jackson;

import io.hexcache.domain.entry.Provenance;
import io.hexcache.domain.error.InvalidKeyException;
import io.hexcache.domain.key.Tag;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.zip.CRC32C;

/**
 * What stands around a value in L2. Version 2, big-endian; times of 8 bytes are whole numbers, 0 or more:
 *
 * <pre>
 *  offset  bytes  what
 *       0      2  0x48 0x58 ("HX")
 *       2      1  version of this layout: 2
 *       3      1  flags: bit 0 = absent, the source holds nothing; the others are 0
 *       4      4  CRC-32C of all bytes before and behind these four
 *       8      8  created, milliseconds since 1970-01-01T00:00Z
 *      16      8  ttl in milliseconds, 1 or more
 *      24      8  how long it may be served after its ttl, in milliseconds
 *      32      8  stamp
 *      40      8  time of the load in microseconds
 *      48      8  version of the value at its source, 0 if it has none
 *      56      2  k, length of the key
 *      58      k  the rendered key, UTF-8
 *    58+k      2  v, length of the validator; 0 if there is none
 *              v  the validator, UTF-8
 *              1  number of tags, at most 64, each:
 *              1      t, length of the tag
 *              t      the tag, UTF-8
 *                 the value, to the end; empty if absent
 * </pre>
 *
 * <p>
 * Version 1 had no provenance. Its entries are unreadable, which is a miss: without a stamp nothing can be said of
 * them.
 */
@SuppressWarnings("ArrayRecordComponent") // envelopes are never compared
record Envelope(String key, boolean absent, long createdMillis, long ttlMillis, Provenance provenance, Set<Tag> tags,
        byte[] payload) {

    private static final short MAGIC = 0x4858;
    private static final byte VERSION = 2;
    private static final byte ABSENT = 1;
    private static final int CHECKSUM_AT = 4;
    private static final int AFTER_CHECKSUM = 8;
    private static final int FIXED = 61;

    byte[] write() {
        byte[] keyBytes = key.getBytes(StandardCharsets.UTF_8);
        List<byte[]> tagBytes = tags.stream().sorted().map(tag -> tag.name().getBytes(StandardCharsets.UTF_8)).toList();
        byte[] validator = provenance.validator().orElse("").getBytes(StandardCharsets.UTF_8);
        int size = FIXED + keyBytes.length + validator.length + tagBytes.stream().mapToInt(tag -> 1 + tag.length).sum() + payload.length;
        ByteBuffer out = ByteBuffer.allocate(size);
        out.putShort(MAGIC).put(VERSION).put(absent ? ABSENT : 0).putInt(0).putLong(createdMillis).putLong(ttlMillis);
        out.putLong(provenance.staleFor().toMillis()).putLong(provenance.stamp());
        out.putLong(TimeUnit.NANOSECONDS.toMicros(provenance.loadTime().toNanos())).putLong(provenance.version());
        out.putShort((short) keyBytes.length).put(keyBytes).putShort((short) validator.length).put(validator);
        out.put((byte) tagBytes.size());
        tagBytes.forEach(tag -> out.put((byte) tag.length).put(tag));
        out.put(payload);
        return out.putInt(CHECKSUM_AT, checksum(out.array())).array();
    }

    static Envelope read(byte[] bytes) throws UnreadableEnvelopeException {
        try {
            ByteBuffer in = ByteBuffer.wrap(bytes);
            check(in.getShort() == MAGIC, "it is no envelope");
            byte version = in.get();
            check(version == VERSION, "its layout has version " + version);
            byte flags = in.get();
            check(in.getInt() == checksum(bytes), "its checksum is wrong");
            check((flags & ~ABSENT) == 0, "it has unknown flags");
            long created = in.getLong();
            long ttl = in.getLong();
            check(ttl > 0, "it has no ttl");
            long stale = in.getLong();
            long stamp = in.getLong();
            long load = in.getLong();
            long sourceVersion = in.getLong();
            String key = text(in, in.getShort() & 0xffff);
            Optional<String> validator = Optional.of(text(in, in.getShort() & 0xffff)).filter(text -> !text.isEmpty());
            Provenance provenance = new Provenance(stamp, Duration.ofMillis(stale), Duration.of(load,
                    ChronoUnit.MICROS), sourceVersion, validator);
            Set<Tag> tags = new HashSet<>();
            for (int left = in.get() & 0xff; left > 0; left--) {
                tags.add(new Tag(text(in, in.get() & 0xff)));
            }
            byte[] payload = new byte[in.remaining()];
            in.get(payload);
            return new Envelope(key, flags == ABSENT, created, ttl, provenance, tags, payload);
        } catch (BufferUnderflowException | InvalidKeyException | IllegalArgumentException torn) {
            throw new UnreadableEnvelopeException("it is not whole");
        }
    }

    private static String text(ByteBuffer in, int length) {
        if (length > in.remaining()) {
            throw new BufferUnderflowException();
        }
        byte[] bytes = new byte[length];
        in.get(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static int checksum(byte[] bytes) {
        CRC32C crc = new CRC32C();
        crc.update(bytes, 0, CHECKSUM_AT);
        crc.update(bytes, AFTER_CHECKSUM, bytes.length - AFTER_CHECKSUM);
        return (int) crc.getValue();
    }

    private static void check(boolean holds, String otherwise) throws UnreadableEnvelopeException {
        if (!holds) {
            throw new UnreadableEnvelopeException(otherwise);
        }
    }
}
