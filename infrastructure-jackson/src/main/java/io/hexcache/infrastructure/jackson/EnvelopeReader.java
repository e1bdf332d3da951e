package io.hexcache.infrastructure.jackson;

import io.hexcache.domain.error.InvalidKeyException;
import io.hexcache.domain.key.Tag;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Reads envelopes of version 3 and of version 2; the value stays where it is, as a part of the same array. */
final class EnvelopeReader {

    private static final int HEAD = 8;

    private final byte[] bytes;
    private final ByteBuffer in;

    EnvelopeReader(byte[] bytes) {
        this.bytes = bytes;
        this.in = ByteBuffer.wrap(bytes);
    }

    /** The envelope, if it is whole and belongs to this key. */
    Envelope read(String key) throws UnreadableEnvelopeException {
        try {
            check(bytes.length >= HEAD && in.getShort() == Envelope.MAGIC, "it is no envelope");
            byte version = in.get();
            check(version == Envelope.VERSION || version == Envelope.VERSION_OF_JSON_ONLY, "its layout has version "
                    + version);
            byte flags = in.get();
            check(in.getInt() == Envelope.checksum(bytes), "its checksum is wrong");
            check((flags & ~(Envelope.ABSENT | Envelope.VALIDATED)) == 0, "it has unknown flags");
            return read(key, version, flags);
        } catch (BufferUnderflowException | InvalidKeyException torn) {
            throw new UnreadableEnvelopeException("it is not whole");
        }
    }

    private Envelope read(String key, byte version, byte flags) throws UnreadableEnvelopeException {
        Envelope.Life life = new Envelope.Life(in.getLong(), in.getLong());
        check(life.ttlMillis() > 0, "it has no ttl");
        ProvenanceFields provenance = ProvenanceFields.read(in);
        Optional<PayloadFields> about = version == Envelope.VERSION ? Optional.of(PayloadFields.read(in))
                : Optional.empty();
        check(text(in.getShort() & 0xffff).equals(key), "it belongs to another key");
        Set<Tag> tags = tags(in.get() & 0xff);
        Optional<String> validator = (flags & Envelope.VALIDATED) == 0 ? Optional.empty()
                : Optional.of(text(in.getShort() & 0xffff));
        Slice body = new Slice(bytes, in.position(), in.remaining());
        boolean isAbsent = (flags & Envelope.ABSENT) != 0;
        boolean isEmpty = body.length() == 0 && about.filter(fields -> !fields.areEmpty()).isEmpty();
        check(isEmpty || !isAbsent, "it is an absence with a value");
        return new Envelope(key, life, tags, provenance.with(validator),
                isAbsent ? Optional.empty() : Optional.of(payload(about, body)));
    }

    private static Payload payload(Optional<PayloadFields> about, Slice body) throws UnreadableEnvelopeException {
        return about.isPresent() ? about.get().with(body) : Payload.plainJson(body);
    }

    private Set<Tag> tags(int number) throws UnreadableEnvelopeException {
        check(number <= Tag.MAX_PER_ENTRY, "it has too many tags");
        Set<Tag> tags = new HashSet<>();
        for (int left = number; left > 0; left--) {
            tags.add(new Tag(text(in.get() & 0xff)));
        }
        return tags;
    }

    private String text(int length) {
        if (length > in.remaining()) {
            throw new BufferUnderflowException();
        }
        String text = new String(bytes, in.position(), length, StandardCharsets.UTF_8);
        in.position(in.position() + length);
        return text;
    }

    private static void check(boolean holds, String otherwise) throws UnreadableEnvelopeException {
        if (!holds) {
            throw new UnreadableEnvelopeException(otherwise);
        }
    }
}
