package io.hexcache.domain.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hexcache.domain.error.CacheConfigurationException;
import io.hexcache.domain.key.CacheKey;
import io.hexcache.domain.key.KeyPattern;
import io.hexcache.domain.key.Namespace;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class TtlDecisionTest {

    private static final TtlRules RULES = new TtlRules(List.of(rule("user:vip-*", 2), rule("user:*7", 3)));
    private static final TtlPolicy FIXED = TtlPolicy.of(Duration.ofMinutes(10), Duration.ofMinutes(1));
    private static final TtlPolicy ADAPTIVE = new TtlPolicy(Duration.ofMinutes(10), Duration.ofMinutes(1), Jitter.NONE,
            false, RULES, Optional.of(AdaptiveTtl.DEFAULT));

    private final RandomGenerator random = new SplittableRandom(20_261_120);
    private final TtlDecision unused = new TtlDecision(_ -> KeyUse.NONE, random);

    private static TtlRules.Rule rule(String pattern, int minutes) {
        return new TtlRules.Rule(KeyPattern.of(pattern), Duration.ofMinutes(minutes));
    }

    private static CacheKey key(String identifier) {
        return new CacheKey(new Namespace("user"), identifier, 0);
    }

    private static TtlOptions asked(Duration ttl) {
        return TtlOptions.of(Optional.of(ttl));
    }

    @Test
    void ofValue_nothingElseSaid_isTheNamespaces() {
        assertThat(unused.ofValue(FIXED, key("1"), TtlOptions.NONE)).isEqualTo(Duration.ofMinutes(10));
        assertThat(unused.ofAbsence(FIXED, TtlOptions.NONE)).isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void ofValue_adaptiveNamespace_isWhatTheUseEarns() {
        TtlDecision used = new TtlDecision(key -> new KeyUse(key.identifier().length() * 100L, 1), random);

        assertThat(used.ofValue(ADAPTIVE, key("22"), TtlOptions.NONE)).isEqualTo(Duration.ofHours(2));
        assertThat(used.ofAbsence(ADAPTIVE, TtlOptions.NONE)).isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void ofValue_keyOfARule_isTheFirstThatMatchesAndNobodyCounts() {
        TtlDecision uncounted = new TtlDecision(key -> {
            throw new AssertionError("asked for the use of " + key);
        }, random);

        assertThat(uncounted.ofValue(ADAPTIVE, key("vip-7"), TtlOptions.NONE)).isEqualTo(Duration.ofMinutes(2));
        assertThat(uncounted.ofValue(ADAPTIVE, key("17"), TtlOptions.NONE)).isEqualTo(Duration.ofMinutes(3));
        assertThat(uncounted.ofValue(FIXED, key("1"), TtlOptions.NONE)).isEqualTo(Duration.ofMinutes(10));
    }

    @Test
    void ofValue_askedByTheCall_goesBeforeAll() {
        assertThat(unused.ofValue(ADAPTIVE, key("vip-7"), asked(Duration.ofHours(9)))).isEqualTo(Duration.ofHours(9));
        assertThat(unused.ofAbsence(ADAPTIVE, asked(Duration.ofHours(9)))).isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void jitter_ofTheCall_goesBeforeTheNamespaces() {
        TtlPolicy jittered = new TtlPolicy(Duration.ofMinutes(10), Duration.ofMinutes(1), new Jitter(1), false,
                TtlRules.NONE, Optional.empty());
        TtlOptions exact = new TtlOptions(Optional.empty(), Optional.of(Jitter.NONE));

        assertThat(unused.ofValue(jittered, key("1"), exact)).isEqualTo(Duration.ofMinutes(10));
        assertThat(unused.ofAbsence(jittered, exact)).isEqualTo(Duration.ofMinutes(1));
        assertThat(unused.ofValue(jittered, key("1"), TtlOptions.NONE)).isLessThan(Duration.ofMinutes(10));
        assertThat(unused.ofAbsence(jittered, TtlOptions.NONE)).isLessThan(Duration.ofMinutes(1));
    }

    @Test
    void anyPolicyUseAndCall_giveATtlInBoundsNeverLongerThanWhatWasSaid() {
        RandomPolicies policies = new RandomPolicies(random);
        for (int i = 0; i < 20_000; i++) {
            TtlPolicy policy = policies.values(0.7).over(NamespacePolicy.DEFAULT).ttls();
            KeyUse use = new KeyUse(random.nextLong(2_000), random.nextLong(50));
            CacheKey key = key(String.valueOf(random.nextInt(100)));
            Optional<Duration> ttl = random.nextBoolean() ? Optional.of(policies.ttl()) : Optional.empty();
            Optional<Jitter> jitter = random.nextBoolean() ? Optional.of(policies.jitter()) : Optional.empty();

            Duration decided = new TtlDecision(_ -> use, random).ofValue(policy, key, new TtlOptions(ttl, jitter));

            Duration said = ttl.or(() -> policy.rules().ttlOf(key)).orElseGet(() -> policy.adaptive().map(
                    adaptive -> adaptive.ttlFor(use)).orElse(policy.ttl()));
            double least = said.toNanos() * (1 - jitter.orElse(policy.jitter()).fraction()) * (1 - 1e-12) - 1;
            assertThat(decided).isBetween(TtlBounds.SHORTEST, said);
            assertThat((double) decided.toNanos()).isGreaterThanOrEqualTo(least);
        }
    }

    @Test
    void options_andUse_outOfBounds_areRefused() {
        assertThatThrownBy(() -> asked(Duration.ZERO)).isInstanceOf(CacheConfigurationException.class)
                .hasMessageContaining("ttl of the call is PT0S");
        assertThatThrownBy(() -> asked(Duration.ofDays(366))).isInstanceOf(CacheConfigurationException.class);
        assertThatThrownBy(() -> new KeyUse(-1, 0)).isInstanceOf(CacheConfigurationException.class);
        assertThatThrownBy(() -> new KeyUse(0, -1)).isInstanceOf(CacheConfigurationException.class);
    }
}
