package io.hexcache.domain.policy;

import io.hexcache.domain.error.CacheConfigurationException;
import io.hexcache.domain.key.CacheKey;
import io.hexcache.domain.key.KeyPattern;
import java.util.List;

/**
 * Urgency by key: the first rule whose pattern matches {@code namespace:identifier} decides.
 *
 * @param rules in the order in which they are tried, at each write; at most 100
 */
public record UrgencyRules(List<Rule> rules) {

    /** The most rules that a node can have. */
    public static final int MOST = 100;

    /** No rules: every write is as urgent as every other. */
    public static final UrgencyRules NONE = new UrgencyRules(List.of());

    /** Writes of keys that match are this urgent. */
    public record Rule(KeyPattern pattern, Urgency urgency) {}

    /** Keeps its own copy; checks the number. */
    public UrgencyRules {
        rules = List.copyOf(rules);
        if (rules.size() > MOST) {
            throw new CacheConfigurationException("there are %d rules of priority; there can be %d at most; use wider"
                    .formatted(rules.size(), MOST) + " patterns");
        }
    }

    /** The urgency of the first rule that matches. */
    public Urgency of(CacheKey key) {
        String name = key.qualifiedIdentifier();
        return rules.stream().filter(rule -> rule.pattern().matches(name)).map(Rule::urgency).findFirst().orElse(
                Urgency.NORMAL);
    }
}
