package io.hexcache.infrastructure.jackson;

import io.hexcache.domain.entry.Provenance;
import io.hexcache.domain.key.Tag;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.zip.CRC32C;

/**
 * What stands around a value in L2. Version 3, big-endian:
 *
 * <pre>
 *  offset  bytes  what
 *       0      2  0x48 0x58 ("HX")
 *       2      1  version of this layout: 3
 *       3      1  flags: bit 0 = absent, the source holds nothing; bit 1 = there is a validator; the others are 0
 *       4      4  CRC-32C of all bytes before and behind these four
 *       8      8  created, milliseconds since 1970-01-01T00:00Z
 *      16      8  ttl in milliseconds, 1 or more
 *      24      8  stamp, microseconds, 0 or more
 *      32      8  how long it may be served as stale after its ttl, milliseconds, 0 or more
 *      40      8  how long the load took, microseconds, 0 or more
 *      48      8  version of the value at its source, 0 or more
 *      56      1  format of the value: 1 = JSON, 2 = MessagePack; 0 if absent
 *      57      1  compression of the value: 0 = none, 1 = LZ4 (one block, no frame), 2 = gzip (RFC 1952)
 *      58      4  bytes of the value before compression, 0 or more; where it is not compressed, those to the end
 *      62      8  fingerprint of the shape of the value, see TypeShapes; 0 if it cannot be told
 *      70      2  k, length of the key
 *      72      k  the rendered key, UTF-8
 *    72+k      1  number of tags, at most 64, each:
 *              1      t, length of the tag
 *              t      the tag, UTF-8
 *                 only if there is a validator:
 *              2      v, length of the validator, at most 768
 *              v      the validator, UTF-8
 *                 the value, to the end; empty if absent
 * </pre>
 *
 * Expired is what was created a ttl ago; a store keeps it for the stale time longer, which is its physical end. The id
 * of the write is not here: each store keeps it beside the envelope, where it can compare it.
 *
 * <p>
 * Version 2 lacked the bytes from 56 to 69, its value is JSON; it is still read. Version 1 had no provenance: its
 * entries cannot be judged by stamps, so they are not read any more.
 */
record Envelope(String key, Life life, Set<Tag> tags, Provenance provenance, Optional<Payload> payload) {

    static final short MAGIC = 0x4858;
    static final byte VERSION = 3;
    static final byte VERSION_OF_JSON_ONLY = 2;
    static final byte ABSENT = 1;
    static final byte VALIDATED = 2;
    private static final int CHECKSUM_AT = 4;
    private static final int AFTER_CHECKSUM = 8;
    private static final int FIXED = 73;

    /** When an entry was created and how long it lives. */
    record Life(long createdMillis, long ttlMillis) {}

    byte[] write() {
        byte[] keyBytes = key.getBytes(StandardCharsets.UTF_8);
        List<byte[]> tagBytes = tags.stream().sorted().map(tag -> tag.name().getBytes(StandardCharsets.UTF_8)).toList();
        Optional<byte[]> validator = provenance.validator().map(text -> text.getBytes(StandardCharsets.UTF_8));
        Slice body = payload.map(Payload::body).orElseGet(Slice::empty);
        int size = FIXED + keyBytes.length + tagBytes.stream().mapToInt(tag -> 1 + tag.length).sum() + validator.map(
                text -> Short.BYTES + text.length).orElse(0) + body.length();
        ByteBuffer out = ByteBuffer.allocate(size);
        out.putShort(MAGIC).put(VERSION).put((byte) (flag(payload.isEmpty(), ABSENT) | flag(validator.isPresent(),
                VALIDATED))).putInt(0);
        out.putLong(life.createdMillis()).putLong(life.ttlMillis());
        ProvenanceFields.write(provenance, out);
        PayloadFields.write(payload, out);
        out.putShort((short) keyBytes.length).put(keyBytes).put((byte) tagBytes.size());
        tagBytes.forEach(tag -> out.put((byte) tag.length).put(tag));
        validator.ifPresent(text -> out.putShort((short) text.length).put(text));
        out.put(body.array(), body.offset(), body.length());
        return out.putInt(CHECKSUM_AT, checksum(out.array())).array();
    }

    private static int flag(boolean set, byte bit) {
        return set ? bit : 0;
    }

    /** What the four bytes behind the flags must be. */
    static int checksum(byte[] bytes) {
        CRC32C crc = new CRC32C();
        crc.update(bytes, 0, CHECKSUM_AT);
        crc.update(bytes, AFTER_CHECKSUM, bytes.length - AFTER_CHECKSUM);
        return (int) crc.getValue();
    }
}
