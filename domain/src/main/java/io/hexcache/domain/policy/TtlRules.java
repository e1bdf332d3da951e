package io.hexcache.domain.policy;

import io.hexcache.domain.error.CacheConfigurationException;
import io.hexcache.domain.key.CacheKey;
import io.hexcache.domain.key.KeyPattern;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Times to live by key: the first rule whose pattern matches {@code namespace:identifier} decides.
 *
 * @param rules in the order in which they are tried, at each load and write; at most 100
 */
public record TtlRules(List<Rule> rules) {

    /** The most rules that one namespace can have. */
    public static final int MOST = 100;

    /** No rules: every key lives as long as its namespace says. */
    public static final TtlRules NONE = new TtlRules(List.of());

    /** Keys that match live this long. */
    public record Rule(KeyPattern pattern, Duration ttl) {

        /** Checks the ttl. */
        public Rule {
            TtlBounds.check("ttl of rule '" + pattern + "'", ttl);
        }
    }

    /** Keeps its own copy; checks the number. */
    public TtlRules {
        rules = List.copyOf(rules);
        if (rules.size() > MOST) {
            throw new CacheConfigurationException("there are %d ttl-rules; there can be %d at most; use wider patterns"
                    .formatted(rules.size(), MOST));
        }
    }

    /** The ttl of the first rule that matches; empty when none does, and the namespace's own ttl stands. */
    public Optional<Duration> ttlOf(CacheKey key) {
        String name = key.qualifiedIdentifier();
        return rules.stream().filter(rule -> rule.pattern().matches(name)).map(Rule::ttl).findFirst();
    }
}
