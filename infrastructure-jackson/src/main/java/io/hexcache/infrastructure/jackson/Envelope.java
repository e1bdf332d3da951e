package io.hexcache.infrastructure.jackson;

import io.hexcache.domain.entry.Provenance;
import io.hexcache.domain.error.InvalidKeyException;
import io.hexcache.domain.key.Tag;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.zip.CRC32C;

/**
 * What stands around a value in L2. Version 2, big-endian:
 *
 * <pre>
 *  offset  bytes  what
 *       0      2  0x48 0x58 ("HX")
 *       2      1  version of this layout: 2
 *       3      1  flags: bit 0 = absent, the source holds nothing; bit 1 = there is a validator; the others are 0
 *       4      4  CRC-32C of all bytes before and behind these four
 *       8      8  created, milliseconds since 1970-01-01T00:00Z
 *      16      8  ttl in milliseconds, 1 or more
 *      24      8  stamp, microseconds, 0 or more
 *      32      8  how long it may be served as stale after its ttl, milliseconds, 0 or more
 *      40      8  how long the load took, microseconds, 0 or more
 *      48      8  version of the value at its source, 0 or more
 *      56      2  k, length of the key
 *      58      k  the rendered key, UTF-8
 *    58+k      1  number of tags, at most 64, each:
 *              1      t, length of the tag
 *              t      the tag, UTF-8
 *                 only if there is a validator:
 *              2      v, length of the validator, at most 768
 *              v      the validator, UTF-8
 *                 the value, to the end; empty if absent
 * </pre>
 *
 * Version 1 had no provenance: its entries cannot be judged by stamps, so they are not read any more.
 */
@SuppressWarnings("ArrayRecordComponent") // envelopes are never compared
record Envelope(String key, Life life, Set<Tag> tags, Provenance provenance, Optional<byte[]> payload) {

    private static final short MAGIC = 0x4858;
    private static final byte VERSION = 2;
    private static final byte ABSENT = 1;
    private static final byte VALIDATED = 2;
    private static final int CHECKSUM_AT = 4;
    private static final int AFTER_CHECKSUM = 8;
    private static final int FIXED = 59;

    /** When an entry was created and how long it lives. */
    record Life(long createdMillis, long ttlMillis) {}

    byte[] write() {
        byte[] keyBytes = key.getBytes(StandardCharsets.UTF_8);
        List<byte[]> tagBytes = tags.stream().sorted().map(tag -> tag.name().getBytes(StandardCharsets.UTF_8)).toList();
        Optional<byte[]> validator = provenance.validator().map(text -> text.getBytes(StandardCharsets.UTF_8));
        int size = FIXED + keyBytes.length + tagBytes.stream().mapToInt(tag -> 1 + tag.length).sum() + validator.map(
                text -> Short.BYTES + text.length).orElse(0) + payload.map(value -> value.length).orElse(0);
        ByteBuffer out = ByteBuffer.allocate(size);
        out.putShort(MAGIC).put(VERSION).put((byte) (flag(payload.isEmpty(), ABSENT) | flag(validator.isPresent(),
                VALIDATED))).putInt(0);
        out.putLong(life.createdMillis()).putLong(life.ttlMillis());
        ProvenanceFields.write(provenance, out);
        out.putShort((short) keyBytes.length).put(keyBytes).put((byte) tagBytes.size());
        tagBytes.forEach(tag -> out.put((byte) tag.length).put(tag));
        validator.ifPresent(text -> out.putShort((short) text.length).put(text));
        payload.ifPresent(out::put);
        return out.putInt(CHECKSUM_AT, checksum(out.array())).array();
    }

    private static int flag(boolean set, byte bit) {
        return set ? bit : 0;
    }

    static Envelope read(byte[] bytes) throws UnreadableEnvelopeException {
        try {
            ByteBuffer in = ByteBuffer.wrap(bytes);
            check(in.getShort() == MAGIC, "it is no envelope");
            byte version = in.get();
            check(version == VERSION, "its layout has version " + version);
            byte flags = in.get();
            check(in.getInt() == checksum(bytes), "its checksum is wrong");
            check((flags & ~(ABSENT | VALIDATED)) == 0, "it has unknown flags");
            Life life = new Life(in.getLong(), in.getLong());
            check(life.ttlMillis() > 0, "it has no ttl");
            ProvenanceFields provenance = ProvenanceFields.read(in);
            String key = text(in, in.getShort() & 0xffff);
            Set<Tag> tags = new HashSet<>();
            for (int left = in.get() & 0xff; left > 0; left--) {
                tags.add(new Tag(text(in, in.get() & 0xff)));
            }
            Optional<String> validator = (flags & VALIDATED) == 0 ? Optional.empty()
                    : Optional.of(text(in, in
                            .getShort() & 0xffff));
            byte[] payload = new byte[in.remaining()];
            in.get(payload);
            check((flags & ABSENT) == 0 || payload.length == 0, "it is an absence with a value");
            return new Envelope(key, life, tags, provenance.with(validator),
                    (flags & ABSENT) == 0 ? Optional.of(payload) : Optional.empty());
        } catch (BufferUnderflowException | InvalidKeyException torn) {
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
