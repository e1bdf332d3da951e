package io.hexcache.contract;

import io.hexcache.domain.entry.CacheEntry;
import io.hexcache.domain.error.CacheSerializationException;
import io.hexcache.domain.key.CacheKey;
import io.hexcache.domain.key.Tag;
import io.hexcache.domain.port.Decoded;
import io.hexcache.domain.port.ValueCodec;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.zip.CRC32;

/**
 * The smallest honest codec, by which the suite of codecs is tried: CRC-32 of the rest (8 bytes), version (1), key,
 * ttl, creation, tags, and the value as {@link TinyValues} writes it.
 */
class TinyCodec implements ValueCodec {

    private static final int VERSION = 1;

    @Override
    public <V> byte[] encode(CacheEntry<V> entry) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(body)) {
            out.writeByte(VERSION);
            out.writeUTF(entry.key().render());
            out.writeLong(entry.ttl().toMillis());
            out.writeLong(entry.createdAt().toEpochMilli());
            out.writeByte(entry.tags().size());
            for (Tag tag : entry.tags()) {
                out.writeUTF(tag.name());
            }
            out.writeBoolean(entry.value().isPresent());
            if (entry.value().isPresent()) {
                TinyValues.write(out, entry.value().get());
            }
        } catch (IOException unwritable) {
            throw new CacheSerializationException("the value of " + entry.key() + " cannot be written", unwritable);
        }
        return sealed(body.toByteArray());
    }

    @Override
    public <V> Decoded<V> decode(CacheKey key, byte[] bytes, Class<V> type) {
        if (bytes.length < Long.BYTES || !Arrays.equals(bytes, sealed(body(bytes)))) {
            return new Decoded.Unreadable<>("the checksum is wrong");
        }
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(body(bytes)))) {
            int version = in.readByte();
            String owner = in.readUTF();
            if (version != VERSION || !owner.equals(key.render())) {
                return new Decoded.Unreadable<>("version " + version + " of " + owner);
            }
            return new Decoded.Intact<>(entry(key, in, type).withSize(bytes.length));
        } catch (IOException | ClassCastException foreign) {
            return new Decoded.Unreadable<>("it is not a " + type.getName());
        }
    }

    private static <V> CacheEntry<V> entry(CacheKey key, DataInputStream in, Class<V> type)
            throws IOException {
        Duration ttl = Duration.ofMillis(in.readLong());
        Instant createdAt = Instant.ofEpochMilli(in.readLong());
        Set<Tag> tags = new HashSet<>();
        for (int left = in.readByte(); left > 0; left--) {
            tags.add(new Tag(in.readUTF()));
        }
        Optional<V> value = in.readBoolean() ? Optional.of(type.cast(TinyValues.read(in)))
                : Optional.empty();
        return CacheEntry.of(key, value, ttl, tags, createdAt);
    }

    static byte[] body(byte[] bytes) {
        return Arrays.copyOfRange(bytes, Long.BYTES, bytes.length);
    }

    static byte[] sealed(byte[] body) {
        CRC32 checksum = new CRC32();
        checksum.update(body);
        return ByteBuffer.allocate(Long.BYTES + body.length).putLong(checksum.getValue()).put(body).array();
    }

    /** These bytes as a later version would write them. */
    static byte[] inVersion(int version, byte[] encoded) {
        byte[] body = body(encoded);
        body[0] = (byte) version;
        return sealed(body);
    }
}
