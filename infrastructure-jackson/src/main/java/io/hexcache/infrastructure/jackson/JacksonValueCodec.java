package io.hexcache.infrastructure.jackson;

import io.hexcache.domain.entry.CacheEntry;
import io.hexcache.domain.error.CacheSerializationException;
import io.hexcache.domain.key.CacheKey;
import io.hexcache.domain.port.Decoded;
import io.hexcache.domain.port.ValueCodec;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Values as JSON, in an {@link Envelope}. Polymorphic typing is off, so bytes out of a store can make objects of the
 * asked type only. A field that the type does not know, or one of a constructor that is missing, makes the value
 * unreadable: it was written by other code.
 */
public final class JacksonValueCodec implements ValueCodec {

    private static final byte[] NULL = "null".getBytes(StandardCharsets.UTF_8);

    private final JsonMapper mapper = JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
            DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES,
            DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
            DeserializationFeature.FAIL_ON_TRAILING_TOKENS, DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).disable(
                    MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .build();

    @Override
    public <V> byte[] encode(CacheEntry<V> entry) {
        Envelope.Life life = new Envelope.Life(entry.createdAt().toEpochMilli(), entry.ttl().toMillis());
        return new Envelope(entry.key().render(), life, entry.tags(), entry.provenance(), entry.value().map(
                value -> json(entry, value))).write();
    }

    private byte[] json(CacheEntry<?> entry, Object value) {
        try {
            byte[] json = mapper.writeValueAsBytes(value);
            if (Arrays.equals(json, NULL)) {
                throw new CacheSerializationException(name(entry)
                        + " is null as JSON, which no value can be read from; cache no such value, or an absence");
            }
            return json;
        } catch (JacksonException unwritable) {
            throw new CacheSerializationException("%s cannot be written as JSON: %s".formatted(name(entry), unwritable
                    .getOriginalMessage()), unwritable);
        }
    }

    private static String name(CacheEntry<?> entry) {
        return "the value of %s, a %s,".formatted(entry.key(), entry.value().orElseThrow().getClass().getName());
    }

    @Override
    public <V> Decoded<V> decode(CacheKey key, byte[] bytes, Class<V> type) {
        try {
            Envelope envelope = Envelope.read(bytes);
            if (!envelope.key().equals(key.render())) {
                return new Decoded.Unreadable<>("it belongs to another key");
            }
            Optional<V> value = envelope.payload().flatMap(json -> value(json, type));
            if (value.isEmpty() && envelope.payload().isPresent()) {
                return new Decoded.Unreadable<>("its value is null");
            }
            CacheEntry<V> entry = CacheEntry.of(key, value, Duration.ofMillis(envelope.life().ttlMillis()), envelope
                    .tags(), Instant.ofEpochMilli(envelope.life().createdMillis()));
            return new Decoded.Intact<>(entry.from(envelope.provenance()).withSize(bytes.length));
        } catch (UnreadableEnvelopeException broken) {
            return new Decoded.Unreadable<>(broken.reason());
        } catch (JacksonException foreign) {
            return new Decoded.Unreadable<>("its value is not a " + type.getSimpleName());
        }
    }

    private <V> Optional<V> value(byte[] json, Class<V> type) {
        return Optional.ofNullable(mapper.readValue(json, type));
    }
}
