package io.hexcache.contract;

import io.hexcache.domain.port.WritableSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** A source of truth in a map, by which the suite of sources is tried. */
class InMemorySource implements WritableSource<String> {

    final Map<String, String> values = new ConcurrentHashMap<>(Map.of("1", "one", "2", "two"));

    @Override
    public Optional<String> load(String identifier) {
        return Optional.ofNullable(values.get(identifier));
    }

    @Override
    public String store(String identifier, String value) {
        values.put(identifier, value);
        return value;
    }

    @Override
    public boolean delete(String identifier) {
        return values.remove(identifier) != null;
    }
}
