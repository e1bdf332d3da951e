package io.hexcache.domain.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hexcache.domain.error.CacheConfigurationException;
import io.hexcache.domain.key.CacheKey;
import io.hexcache.domain.key.KeyPattern;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class TtlRulesTest {

    private static TtlRules.Rule rule(String pattern, int seconds) {
        return new TtlRules.Rule(KeyPattern.of(pattern), Duration.ofSeconds(seconds));
    }

    @Test
    void ttlOf_isThatOfTheFirstRuleThatMatches() {
        TtlRules rules = new TtlRules(List.of(rule("user:7", 1), rule("user:*", 2), rule("*:7", 3)));
        assertThat(rules.ttlOf(CacheKey.parse("user:7:v0"))).contains(Duration.ofSeconds(1));
        assertThat(rules.ttlOf(CacheKey.parse("user:7:v9"))).contains(Duration.ofSeconds(1));
        assertThat(rules.ttlOf(CacheKey.parse("user:8:v0"))).contains(Duration.ofSeconds(2));
        assertThat(rules.ttlOf(CacheKey.parse("order:7:v0"))).contains(Duration.ofSeconds(3));
        assertThat(rules.ttlOf(CacheKey.parse("order:8:v0"))).isEmpty();
        assertThat(TtlRules.NONE.ttlOf(CacheKey.parse("order:8:v0"))).isEmpty();
    }

    @Test
    void ttlOf_withARuleAddedBehindAMatch_staysAsItWas() {
        RandomGenerator random = new SplittableRandom(20_261_120);
        int matched = 0;
        for (int i = 0; i < 5_000; i++) {
            List<TtlRules.Rule> rules = new ArrayList<>();
            for (int r = 0; r < 4; r++) {
                rules.add(rule("a:" + "1234*?".charAt(random.nextInt(6)) + "1234*?".charAt(random.nextInt(6)), r + 1));
            }
            CacheKey key = CacheKey.parse("a:" + random.nextInt(1, 5) + random.nextInt(1, 5) + ":v0");
            Optional<Duration> some = new TtlRules(rules.subList(0, 3)).ttlOf(key);
            Optional<Duration> all = new TtlRules(rules).ttlOf(key);
            assertThat(all).isEqualTo(some.isPresent() ? some : new TtlRules(rules.subList(3, 4)).ttlOf(key));
            matched += some.isPresent() ? 1 : 0;
        }
        assertThat(matched).isBetween(500, 4_500);
    }

    @Test
    void rule_withATtlOutOfBounds_isRefusedWithItsPattern() {
        assertThatThrownBy(() -> rule("user:*", 0)).isInstanceOf(CacheConfigurationException.class)
                .hasMessageContaining("ttl of rule 'user:*'");
    }
}
