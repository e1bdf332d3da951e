package io.hexcache.infrastructure.jackson;

import io.hexcache.domain.entry.Provenance;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The four numbers of a provenance in an {@link Envelope}; times are rounded down to their unit. */
record ProvenanceFields(long stamp, long staleMillis, long loadMicros, long version) {

    static void write(Provenance provenance, ByteBuffer out) {
        out.putLong(provenance.stamp()).putLong(provenance.staleFor().toMillis()).putLong(TimeUnit.MICROSECONDS.convert(
                provenance.loadTime())).putLong(provenance.version());
    }

    static ProvenanceFields read(ByteBuffer in) {
        return new ProvenanceFields(in.getLong(), in.getLong(), in.getLong(), in.getLong());
    }

    /** The provenance, if its numbers and its validator are within their ranges. */
    Provenance with(Optional<String> validator) throws UnreadableEnvelopeException {
        boolean isAnyNegative = (stamp | staleMillis | loadMicros | version) < 0;
        if (isAnyNegative || validator.filter(text -> text.length() > Provenance.MAX_VALIDATOR).isPresent()) {
            throw new UnreadableEnvelopeException("its provenance is out of range");
        }
        return new Provenance(stamp, Duration.ofMillis(staleMillis), Duration.of(loadMicros, ChronoUnit.MICROS),
                version, validator);
    }
}
