package io.hexcache.domain.policy;

import io.hexcache.domain.key.Namespace;
import java.util.HashMap;
import java.util.Map;

/**
 * All changes that hold at one moment.
 *
 * @param number of changes made so far, by which two moments are told apart
 * @param byNamespace those that say something
 */
record PolicyChanges(long number, Map<Namespace, PolicyValues> byNamespace) {

    static final PolicyChanges NONE = new PolicyChanges(0, Map.of());

    PolicyChanges {
        byNamespace = Map.copyOf(byNamespace);
    }

    PolicyValues of(Namespace namespace) {
        return byNamespace.getOrDefault(namespace, PolicyValues.NONE);
    }

    /** The next ones, with these values as all that is changed of the namespace itself. */
    PolicyChanges with(Namespace namespace, PolicyValues values) {
        Map<Namespace, PolicyValues> next = new HashMap<>(byNamespace);
        next.put(namespace, values);
        next.values().removeIf(PolicyValues.NONE::equals);
        return new PolicyChanges(number + 1, next);
    }
}
