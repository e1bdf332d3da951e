package io.hexcache.simulation.run;

import io.hexcache.domain.key.Namespace;
import io.hexcache.domain.key.Tag;
import io.hexcache.domain.policy.FreshnessPolicy;
import io.hexcache.domain.policy.Jitter;
import io.hexcache.domain.policy.LocalLimits;
import io.hexcache.domain.policy.NamespacePolicy;
import io.hexcache.domain.policy.RefreshMode;
import io.hexcache.domain.policy.TtlPolicy;

import io.hexcache.domain.policy.TtlRules;
import io.hexcache.simulation.world.Versioned;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is simulated.
 *
 * @param nodes how many
 * @param clients per node
 * @param load how long clients and faults go on, in virtual time
 * @param trouble how often nodes and the store fail; 1 is what leaves L1 half of the reads
 */
record Plan(int nodes, int clients, Duration load, double trouble) {

    static final Plan DEFAULT = new Plan(5, 3, Duration.ofSeconds(36), 1);

    /** To find in few runs what depends on such failures. */
    static final Plan ROUGH = new Plan(5, 3, Duration.ofSeconds(20), 2);

    /** In each namespace. The last five share the stripes of the first five, in which a node counts its changes. */
    static final List<String> IDENTIFIERS = List.of("id0", "id1", "id2", "id3", "id4", "id5dk", "id6a", "id7ho",
            "id8bq", "id9ds");

    private static final LocalLimits LIMITS = new LocalLimits(10_000, 50L << 20, 100 << 10, Duration.ofSeconds(20));

    private static final NamespacePolicy PLAIN = NamespacePolicy.of(Duration.ofSeconds(30), Duration.ofSeconds(10),
            LIMITS);

    /** The namespaces: plain ones, and one for each way to stay fresh. */
    static final Map<String, NamespacePolicy> POLICIES = policies();

    private static Map<String, NamespacePolicy> policies() {
        Map<String, NamespacePolicy> policies = new LinkedHashMap<>();
        policies.put("shop", PLAIN);
        policies.put("shop.ahead", PLAIN.with(new TtlPolicy(Duration.ofSeconds(8), Duration.ofSeconds(8), Jitter.NONE,
                false, TtlRules.NONE, Optional.empty())).with(new FreshnessPolicy(RefreshMode.Ahead.DEFAULT,
                        Duration.ZERO)));
        policies.put("shop.stale", PLAIN.with(TtlPolicy.of(Duration.ofSeconds(2), Duration.ofSeconds(2)))
                .with(new FreshnessPolicy(new RefreshMode.WhileRevalidate(), Duration.ofSeconds(5))));
        policies.put("session", PLAIN.with(new TtlPolicy(Duration.ofSeconds(12), Duration.ofSeconds(12), Jitter.NONE,
                true, TtlRules.NONE, Optional.empty())));
        return policies;
    }

    static NamespacePolicy policy(Namespace namespace) {
        return Optional.ofNullable(POLICIES.get(namespace.name())).orElse(PLAIN);
    }

    static List<String> namespaces() {
        return List.copyOf(POLICIES.keySet());
    }

    /** A third of the identifiers of all namespaces carry the same tag. */
    static Tag tag(String identifier) {
        return new Tag("group" + identifier.charAt(2) % 3);
    }

    static Set<Tag> tags(Versioned value) {
        return Set.of(tag(value.identifier()));
    }
}
