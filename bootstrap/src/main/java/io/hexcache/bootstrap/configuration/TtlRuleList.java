package io.hexcache.bootstrap.configuration;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigList;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValue;
import io.hexcache.domain.error.InvalidKeyException;
import io.hexcache.domain.key.KeyPattern;
import io.hexcache.domain.policy.TtlRules;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The one setting of a namespace that is a list: {@code ttl-rules = [{pattern = "user:vip-*", ttl = 1m}]}. A list
 * replaces the inherited one as a whole; no environment variable can give it.
 */
final class TtlRuleList {

    /** Its name within the namespace's group. */
    static final String NAME = "ttl-rules";

    private static final String FORM = "write " + NAME + " = [{pattern = \"user:vip-*\", ttl = 1m}, ...]";
    private static final Set<String> MEMBERS = Set.of("pattern", "ttl");

    private TtlRuleList() {}

    /** The rules in a configuration that has some. */
    static TtlRules read(Config said) {
        return read(NAME, said.getValue(NAME));
    }

    /** The rules of this value, if it is legal. */
    static TtlRules read(String path, ConfigValue value) {
        if (!(value instanceof ConfigList list)) {
            throw refused(path, value, "takes a list; " + FORM);
        }
        if (list.size() > TtlRules.MOST) {
            throw refused(path, value, "has " + list.size() + " rules; there can be " + TtlRules.MOST
                    + " at most; use wider patterns");
        }
        List<TtlRules.Rule> rules = new ArrayList<>();
        for (ConfigValue rule : list) {
            rules.add(rule(path + "[" + rules.size() + "]", rule));
        }
        return new TtlRules(rules);
    }

    private static TtlRules.Rule rule(String path, ConfigValue value) {
        if (!(value instanceof ConfigObject rule) || !rule.keySet().equals(MEMBERS)) {
            throw refused(path, value, "must have a pattern and a ttl, and nothing else; " + FORM);
        }
        return new TtlRules.Rule(pattern(path + ".pattern", member(rule, "pattern")), ttl(path + ".ttl", member(rule,
                "ttl")));
    }

    private static ConfigValue member(ConfigObject rule, String name) {
        return rule.toConfig().getValue(name);
    }

    private static Duration ttl(String path, ConfigValue value) {
        String text = String.valueOf(value.unwrapped());
        return DurationType.TTL.read(text).orElseThrow(() -> InvalidConfigurationException.of(new Setting<>(path,
                DurationType.TTL), Origins.of(value), text));
    }

    private static KeyPattern pattern(String path, ConfigValue value) {
        try {
            return KeyPattern.of(String.valueOf(value.unwrapped()));
        } catch (InvalidKeyException notLegal) {
            throw refused(path, value, "is not legal: " + notLegal.getMessage());
        }
    }

    private static InvalidConfigurationException refused(String path, ConfigValue value, String why) {
        return new InvalidConfigurationException("%s (%s) %s".formatted(path, Origins.of(value), why));
    }
}
