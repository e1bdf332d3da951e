package io.hexcache.domain.existence;

import io.hexcache.domain.error.CacheConfigurationException;
import io.hexcache.domain.key.KeySelection;
import io.hexcache.domain.key.Namespace;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;

/** The filters of a node, for those namespaces that have one. */
public final class ExistenceFilters {

    private final Map<Namespace, KeyExistence> filters = new ConcurrentSkipListMap<>();

    /** Adds the filter of a namespace, once, before anything is read from it. */
    public void add(KeyExistence filter) {
        if (filters.putIfAbsent(filter.namespace(), filter) != null) {
            throw new CacheConfigurationException("namespace " + filter.namespace()
                    + " has an existence filter already; make it in one place");
        }
    }

    /** The filter of this namespace. */
    public Optional<KeyExistence> find(Namespace namespace) {
        return Optional.ofNullable(filters.get(namespace));
    }

    /** All of them, by namespace. */
    public Collection<KeyExistence> all() {
        return Collections.unmodifiableCollection(filters.values());
    }

    /** Tells all of a change that was heard on the bus. */
    public void changed(KeySelection selection) {
        filters.values().forEach(filter -> filter.changed(selection));
    }

    /** Tells all that changes may have been missed; see {@link KeyExistence#missedChanges}. */
    public void missedChanges() {
        filters.values().forEach(KeyExistence::missedChanges);
    }

    /** Closes all. */
    public void close() {
        filters.values().forEach(KeyExistence::close);
    }
}
