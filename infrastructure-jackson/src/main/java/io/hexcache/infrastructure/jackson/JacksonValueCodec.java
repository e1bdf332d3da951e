package io.hexcache.infrastructure.jackson;

import io.hexcache.domain.entry.CacheEntry;
import io.hexcache.domain.error.CacheSerializationException;
import io.hexcache.domain.key.CacheKey;
import io.hexcache.domain.port.Decoded;
import io.hexcache.domain.port.SchemaMigration;
import io.hexcache.domain.port.ValueCodec;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;

/** Values as JSON or MessagePack, compressed or not, in an {@link Envelope}, with fingerprints of their shapes. */
public final class JacksonValueCodec implements ValueCodec {

    private final CodecSettings settings;
    private final Values values;
    private final Packer packer;
    private final Map<Long, UnaryOperator<Map<String, Object>>> migrations;

    /** A codec with the default settings. */
    public JacksonValueCodec() {
        this(CodecSettings.DEFAULT);
    }

    /** A codec with these settings. */
    public JacksonValueCodec(CodecSettings settings) {
        this(settings, new Values(settings.maxValueBytes()), new Packer(settings.maxValueBytes()), Map.of());
    }

    private JacksonValueCodec(CodecSettings settings, Values values, Packer packer,
            Map<Long, UnaryOperator<Map<String, Object>>> migrations) {
        this.settings = settings;
        this.values = values;
        this.packer = packer;
        this.migrations = migrations;
    }

    @Override
    public ValueCodec migrating(List<SchemaMigration> earlier) {
        return new JacksonValueCodec(settings, values, packer, earlier.stream().collect(Collectors.toUnmodifiableMap(
                SchemaMigration::from, SchemaMigration::change)));
    }

    @Override
    public long fingerprint(Class<?> type) {
        return values.fingerprint(type);
    }

    @Override
    public <V> byte[] encode(CacheEntry<V> entry) {
        Envelope.Life life = new Envelope.Life(entry.createdAt().toEpochMilli(), entry.ttl().toMillis());
        return new Envelope(entry.key().render(), life, entry.tags(), entry.provenance(), entry.value().map(
                value -> payload(entry, value))).write();
    }

    private Payload payload(CacheEntry<?> entry, Object value) {
        PayloadFormat format = values.in(entry.form().format());
        try {
            Slice written = format.write(value);
            if (format.isNull(written)) {
                throw new CacheSerializationException(name(entry)
                        + " is written as null, which no value can be read from; cache no such value, or an absence");
            }
            if (written.length() > settings.maxValueBytes()) {
                throw new CacheSerializationException("%s takes %d bytes; codec.max-value allows %d. Cache less of it,"
                        .formatted(name(entry), written.length(), settings.maxValueBytes()) + " or allow more");
            }
            return packer.pack(written, values.fingerprint(value.getClass()), entry.form());
        } catch (JacksonException unwritable) {
            throw new CacheSerializationException("%s cannot be written as %s: %s".formatted(name(entry), entry.form()
                    .format(), unwritable.getOriginalMessage()), unwritable);
        }
    }

    private static String name(CacheEntry<?> entry) {
        return "the value of %s, a %s,".formatted(entry.key(), entry.value().orElseThrow().getClass().getName());
    }

    @Override
    public <V> Decoded<V> decode(CacheKey key, byte[] bytes, Class<V> type) {
        try {
            Envelope envelope = new EnvelopeReader(bytes).read(key.render());
            Optional<V> value = envelope.payload().isPresent()
                    ? Optional.of(value(envelope.payload().get(), type))
                    : Optional.empty();
            CacheEntry<V> entry = CacheEntry.of(key, value, Duration.ofMillis(envelope.life().ttlMillis()), envelope
                    .tags(), Instant.ofEpochMilli(envelope.life().createdMillis()));
            return new Decoded.Intact<>(entry.from(envelope.provenance()).withSize(bytes.length));
        } catch (UnreadableEnvelopeException broken) {
            return new Decoded.Unreadable<>(broken.reason());
        }
    }

    private <V> V value(Payload payload, Class<V> type) throws UnreadableEnvelopeException {
        Optional<UnaryOperator<Map<String, Object>>> change = change(payload.fingerprint(), values.fingerprint(type));
        Slice written = packer.unpack(payload);
        Optional<V> value;
        try {
            value = change.isPresent() ? values.read(written, payload.format(), type, change.get())
                    : values.read(written, payload.format(), type);
        } catch (RuntimeException foreign) {
            // The bytes are untrusted, and the code of the type or of the migration may throw anything about them.
            throw new UnreadableEnvelopeException("its value is not a " + type.getSimpleName());
        }
        return value.orElseThrow(() -> new UnreadableEnvelopeException("its value is null"));
    }

    /** What has to be done with a value of one shape to get one of the other; empty if nothing has. */
    private Optional<UnaryOperator<Map<String, Object>>> change(long from, long to)
            throws UnreadableEnvelopeException {
        if (from == to || from == 0 || to == 0) {
            return Optional.empty();
        }
        UnaryOperator<Map<String, Object>> change = migrations.get(from);
        if (change == null) {
            throw new UnreadableEnvelopeException("its value has the shape %016x, not %016x".formatted(from, to));
        }
        return Optional.of(change);
    }
}
