package io.hexcache.simulation.world;

import io.hexcache.domain.entry.CacheEntry;
import io.hexcache.domain.entry.Provenance;
import io.hexcache.domain.key.CacheKey;
import io.hexcache.domain.key.Tag;
import io.hexcache.domain.port.Decoded;
import io.hexcache.domain.port.ValueCodec;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A codec for versioned values, quicker than JSON. Only entries of this codec are ever in a simulated store. */
public final class VersionedCodec implements ValueCodec {

    @Override
    public <V> byte[] encode(CacheEntry<V> entry) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeUTF(entry.key().toString());
            out.writeLong(entry.value().map(value -> ((Versioned) value).version()).orElse(0L));
            out.writeUTF(entry.key().identifier());
            out.writeLong(entry.ttl().toNanos());
            List<String> tags = new ArrayList<>(entry.tags().stream().map(Tag::name).sorted().toList());
            out.writeInt(tags.size());
            for (String tag : tags) {
                out.writeUTF(tag);
            }
            out.writeLong(Duration.between(Instant.EPOCH, entry.createdAt()).toNanos());
            Provenance provenance = entry.provenance();
            out.writeLong(provenance.stamp());
            out.writeLong(provenance.staleFor().toNanos());
            out.writeLong(provenance.loadTime().toNanos());
            out.writeLong(provenance.version());
            out.writeUTF(provenance.validator().orElse(""));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    @Override
    public <V> Decoded<V> decode(CacheKey key, byte[] bytes, Class<V> type) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            String rendered = in.readUTF();
            if (!rendered.equals(key.toString())) {
                return new Decoded.Unreadable<>("the entry of " + rendered);
            }
            long version = in.readLong();
            String identifier = in.readUTF();
            Optional<V> value = version == 0 ? Optional.empty()
                    : Optional.of(type.cast(new Versioned(identifier, version)));
            Duration ttl = Duration.ofNanos(in.readLong());
            Set<Tag> tags = new HashSet<>();
            for (int left = in.readInt(); left > 0; left--) {
                tags.add(new Tag(in.readUTF()));
            }
            Instant created = Instant.EPOCH.plusNanos(in.readLong());
            Provenance provenance = new Provenance(in.readLong(), Duration.ofNanos(in.readLong()), Duration.ofNanos(in
                    .readLong()), in.readLong(), Optional.of(in.readUTF()).filter(text -> !text.isEmpty()));
            return new Decoded.Intact<>(CacheEntry.of(key, value, ttl, tags, created).from(provenance)
                    .withSize(bytes.length));
        } catch (IOException torn) {
            return new Decoded.Unreadable<>(torn.toString());
        }
    }
}
