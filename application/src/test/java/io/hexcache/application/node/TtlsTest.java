package io.hexcache.application.node;

import static org.assertj.core.api.Assertions.assertThat;

import io.hexcache.domain.Cache;
import io.hexcache.domain.entry.Lookup;
import io.hexcache.domain.key.KeyPattern;
import io.hexcache.domain.key.Namespace;
import io.hexcache.domain.policy.AdaptiveTtl;
import io.hexcache.domain.policy.AdmissionMode;
import io.hexcache.domain.policy.Jitter;
import io.hexcache.domain.policy.PolicyField;
import io.hexcache.domain.policy.PolicyValues;
import io.hexcache.domain.policy.TtlRules;
import io.hexcache.domain.strategy.CacheDefinition;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Policies, seen from the handle: what lives how long. */
class TtlsTest {

    private static final Namespace USER = new Namespace("user");

    private final Cluster cluster = new Cluster();
    private final Node node = cluster.node();
    private final Cache<String> users = node.caches.declare(CacheDefinition.of("user", String.class));

    private <T> void say(PolicyField<T> field, T value) {
        node.policies.change(USER, PolicyValues.NONE.with(field, value));
    }

    private void load(String identifier) {
        users.getOrLoad(identifier, id -> "user " + id);
    }

    private boolean isCached(String identifier) {
        return users.peek(identifier) instanceof Lookup.Hit;
    }

    @Test
    void keysOfARule_areGoneWhenTheRuleSays() {
        say(PolicyField.TTL_RULES, new TtlRules(List.of(new TtlRules.Rule(KeyPattern.of("user:vip-*"), Duration
                .ofSeconds(10)))));
        load("vip-1");
        load("1");

        cluster.clock.advance(Duration.ofSeconds(11));

        assertThat(isCached("vip-1")).isFalse();
        assertThat(isCached("1")).isTrue();
    }

    @Test
    void entriesLoadedTogether_withJitter_goOneByOneAndNoneLate() {
        say(PolicyField.TTL, Duration.ofSeconds(100));
        say(PolicyField.JITTER, new Jitter(0.5));
        IntStream.range(0, 100).forEach(i -> load("" + i));

        cluster.clock.advance(Duration.ofSeconds(75));
        assertThat(IntStream.range(0, 100).filter(i -> isCached("" + i)).count()).isBetween(25L, 75L);
        cluster.clock.advance(Duration.ofSeconds(25));
        assertThat(IntStream.range(0, 100).filter(i -> isCached("" + i)).count()).isZero();
    }

    @Test
    void keysInUse_whereTheTtlAdapts_liveLongerAfterTheirNextLoad() {
        say(PolicyField.ADAPTIVE_TTL, Optional.of(AdaptiveTtl.DEFAULT));
        load("busy");
        load("idle");
        cluster.clock.advance(Duration.ofMinutes(15).minusSeconds(5));
        IntStream.range(0, 20).forEach(i -> load("busy"));
        cluster.clock.advance(Duration.ofSeconds(6));
        assertThat(isCached("busy")).isFalse();

        load("busy");
        load("idle");
        cluster.clock.advance(Duration.ofMinutes(59));

        assertThat(isCached("busy")).isTrue();
        assertThat(isCached("idle")).isFalse();
        cluster.clock.advance(Duration.ofMinutes(1));
        assertThat(isCached("busy")).isFalse();
    }

    @Test
    void keysReadOnce_whereOnlyPopularOnesAreAdmitted_takeNoPlaceInL1() {
        say(PolicyField.L1_ADMISSION, AdmissionMode.POPULAR);
        IntStream.range(0, 50).forEach(i -> load("once-" + i));
        assertThat(inL1()).isZero();

        IntStream.range(0, 100).forEach(i -> load("often"));
        assertThat(inL1()).isEqualTo(1);
    }

    private long inL1() {
        return node.caches.find(USER).orElseThrow().localUsage().get().entries();
    }
}
