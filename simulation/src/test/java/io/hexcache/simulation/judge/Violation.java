package io.hexcache.simulation.judge;

import io.hexcache.domain.entry.Lookup;

/** A read that returned something older than was promised. */
public record Violation(Judge.Reading reading, long version, History.Required required, Lookup<?> found, long ended) {

    @Override
    public String toString() {
        return "%s read %s from %.3f to %.3f ms and got version %d (%s); it had to see version %d: %s".formatted(
                reading.reader(), reading.key(), reading.begun() / 1e6, ended / 1e6, version, found,
                required.version(), required.why());
    }
}
