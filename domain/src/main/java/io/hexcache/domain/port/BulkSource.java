package io.hexcache.domain.port;

import java.util.Map;
import java.util.Set;

/** A source that reads many values at once for less than one by one. */
public interface BulkSource<V> extends SourceOfTruth<V> {

    /**
     * What the source holds now under these identifiers. One that is missing in the answer does not exist; others than
     * those that were asked for are ignored.
     *
     * @param identifiers at least one, in the order in which the caller named them
     */
    Map<String, V> loadAll(Set<String> identifiers);
}
