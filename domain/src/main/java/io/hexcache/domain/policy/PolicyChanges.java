package io.hexcache.domain.policy;

import io.hexcache.domain.collection.InOrder;
import io.hexcache.domain.key.Namespace;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** All changes that hold at one moment, and the policies that have been worked out of them. */
final class PolicyChanges {

    static final int MOST_KEPT = 10_000;

    private final Map<Namespace, PolicyValues> byNamespace;
    private final Map<Namespace, NamespacePolicy> inForce = new ConcurrentHashMap<>();

    PolicyChanges(Map<Namespace, PolicyValues> byNamespace) {
        this.byNamespace = InOrder.copyOf(byNamespace);
    }

    /** Those that say something. */
    Map<Namespace, PolicyValues> byNamespace() {
        return byNamespace;
    }

    PolicyValues of(Namespace namespace) {
        return byNamespace.getOrDefault(namespace, PolicyValues.NONE);
    }

    /** The next ones, with these values as all that is changed of the namespace itself. */
    PolicyChanges with(Namespace namespace, PolicyValues values) {
        Map<Namespace, PolicyValues> next = new HashMap<>(byNamespace);
        next.put(namespace, values);
        next.values().removeIf(PolicyValues.NONE::equals);
        return new PolicyChanges(next);
    }

    /** What was worked out before, or else what is worked out now. */
    NamespacePolicy inForce(Namespace namespace, Function<Namespace, NamespacePolicy> resolve) {
        NamespacePolicy known = inForce.get(namespace);
        if (known != null) {
            return known;
        }
        NamespacePolicy resolved = resolve.apply(namespace);
        if (inForce.size() < MOST_KEPT) {
            inForce.put(namespace, resolved);
        }
        return resolved;
    }
}
