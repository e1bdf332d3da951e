package io.hexcache.bootstrap.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import io.hexcache.domain.entry.Compression;
import io.hexcache.domain.entry.StoredForm;
import io.hexcache.domain.entry.ValueFormat;
import io.hexcache.domain.key.KeyPattern;
import io.hexcache.domain.key.Namespace;
import io.hexcache.domain.policy.AdaptiveTtl;
import io.hexcache.domain.policy.AdmissionMode;
import io.hexcache.domain.policy.Durability;
import io.hexcache.domain.policy.FreshnessPolicy;
import io.hexcache.domain.policy.Jitter;
import io.hexcache.domain.policy.LoadPolicy;
import io.hexcache.domain.policy.LocalLimits;
import io.hexcache.domain.policy.NamespacePolicy;
import io.hexcache.domain.policy.Policies;
import io.hexcache.domain.policy.PolicyField;
import io.hexcache.domain.policy.PolicyValues;
import io.hexcache.domain.policy.RefreshMode;
import io.hexcache.domain.policy.TtlPolicy;
import io.hexcache.domain.policy.TtlRules;
import io.hexcache.domain.policy.XFetch;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamespacePoliciesTest {

    @TempDir
    private Path folder;

    private NamespacePolicy policy(String text, String namespace) {
        return ConfigurationFixture.file(folder, text).policies().atStart().of(new Namespace(namespace));
    }

    @Test
    void policy_nothingSaid_isTheDomainsDefault() {
        assertThat(policy("", "never.mentioned")).isEqualTo(NamespacePolicy.DEFAULT);
    }

    @Test
    void policy_everythingSaid_isTakenOver() {
        NamespacePolicy policy = policy("""
                namespaces.user {
                  ttl = 2h, absent-ttl = 3s, jitter = 0.25, sliding = true, adaptive-ttl = true
                  ttl-rules = [{pattern = "user:vip-*", ttl = 1m}, {pattern = "user:*", ttl = 10m}]
                  l1 { max-entries = 0, max-bytes = 2MiB, max-item-bytes = 1KiB, ttl = 1s, admission = popular }
                  refresh { mode = ahead, share = 0.3 }
                  max-stale = 30s, soft-timeout = 50ms, hard-timeout = 2s, when-away = refuse
                  format = messagepack, compression = gzip, compress-above = 2KiB, durability = eventual
                }""", "user");

        assertThat(policy).isEqualTo(new NamespacePolicy(new TtlPolicy(Duration.ofHours(2), Duration.ofSeconds(3),
                new Jitter(0.25), true, new TtlRules(List.of(rule("user:vip-*", 1), rule("user:*", 10))), Optional.of(
                        AdaptiveTtl.DEFAULT)),
                new LocalLimits(0, 2 << 20, 1024, Duration.ofSeconds(1),
                        AdmissionMode.POPULAR),
                new FreshnessPolicy(new RefreshMode.Ahead(0.3), Duration.ofSeconds(
                        30)),
                new LoadPolicy(Duration.ofMillis(50), Duration.ofSeconds(2),
                        LoadPolicy.WhenAway.REFUSE),
                new StoredForm(ValueFormat.MESSAGE_PACK, Compression.GZIP, 2048), Durability.EVENTUAL));
    }

    private static TtlRules.Rule rule(String pattern, int minutes) {
        return new TtlRules.Rule(KeyPattern.of(pattern), Duration.ofMinutes(minutes));
    }

    @Test
    void policy_eachRefreshMode_isTakenOver() {
        String text = """
                namespaces {
                  a.refresh.mode = none
                  b.refresh { mode = xfetch, beta = 1.5 }
                  c { refresh.mode = stale-while-revalidate, max-stale = 1s }
                }""";

        assertThat(policy(text, "a").freshness().refresh()).isEqualTo(new RefreshMode.None());
        assertThat(policy(text, "b").freshness().refresh()).isEqualTo(new RefreshMode.Probabilistic(new XFetch(1.5)));
        assertThat(policy(text, "c").freshness().refresh()).isEqualTo(new RefreshMode.WhileRevalidate());
    }

    @Test
    void policy_partOfARefreshModeSaidBelow_joinsThePartSaidAbove() {
        String text = "defaults.refresh.share = 0.4, namespaces { user.refresh.mode = ahead,"
                + " \"user.profile\".refresh.share = 0.5 }";

        assertThat(policy(text, "user").freshness().refresh()).isEqualTo(new RefreshMode.Ahead(0.4));
        assertThat(policy(text, "user.profile.photo").freshness().refresh()).isEqualTo(new RefreshMode.Ahead(0.5));
        assertThat(policy(text, "scratch").freshness().refresh()).isEqualTo(new RefreshMode.None());
    }

    @Test
    void policy_ttlRulesSaidBelow_replaceThoseAbove() {
        String text = "defaults.ttl-rules = [{pattern = \"*\", ttl = 9m}],"
                + " namespaces { user.ttl-rules = [], scratch {} }";

        assertThat(policy(text, "user.profile").ttls().rules()).isEqualTo(TtlRules.NONE);
        assertThat(policy(text, "scratch").ttls().rules()).isEqualTo(new TtlRules(List.of(rule("*", 9))));
    }

    @ParameterizedTest
    @CsvSource({"none, 60, 10000, NONE", "development, 5, 1000, NONE", "staging, 10, 5000, LZ4",
            "production, 30, 10000, LZ4"})
    void policy_ofAProfile_isItsOwnWhereNothingElseIsSaid(String profile, int minutes, long entries,
            Compression compression) {
        String text = "profile = " + profile + ", namespaces { user.ttl = 7m }";

        assertThat(policy(text, "scratch").ttls().ttl()).isEqualTo(Duration.ofMinutes(minutes));
        assertThat(policy(text, "scratch").local().maxEntries()).isEqualTo(entries);
        assertThat(policy(text, "scratch").form()).isEqualTo(StoredForm.DEFAULT.with(compression));
        assertThat(policy(text, "user").ttls().ttl()).isEqualTo(Duration.ofMinutes(7));
        assertThat(policy(text + ", defaults.ttl = 8m", "scratch").ttls().ttl()).isEqualTo(Duration.ofMinutes(8));
    }

    @Test
    void policy_ofAProfileFromTheEnvironment_holdsUnderTheFile() {
        Settings settings = ConfigurationFixture.environment(Map.of("HEXCACHE_PROFILE", "production",
                "HEXCACHE_DEFAULTS_L1_MAX_ENTRIES", "3"));
        NamespacePolicy policy = settings.policies().atStart().of(new Namespace("scratch"));

        assertThat(policy.ttls().ttl()).isEqualTo(Duration.ofMinutes(30));
        assertThat(policy.local().maxEntries()).isEqualTo(3);
    }

    @Test
    void policies_ofTwoNodes_areChangedApart() {
        NamespacePolicies policies = ConfigurationFixture.defaults().policies();
        Namespace scratch = new Namespace("scratch");
        Policies one = policies.atStart();
        one.change(scratch, PolicyValues.NONE.with(PolicyField.SLIDING, true));

        assertThat(one.of(scratch).ttls().sliding()).isTrue();
        assertThat(policies.atStart().of(scratch).ttls().sliding()).isFalse();
    }

    @Test
    void policy_child_inheritsFromTheNearestThatSaysSomething() {
        String text = "defaults.ttl = 9m, namespaces { user { ttl = 8m, absent-ttl = 7s },"
                + " \"user.profile\" { ttl = 6m } }";

        assertThat(policy(text, "user.profile.photo").ttls().ttl()).isEqualTo(Duration.ofMinutes(6));
        assertThat(policy(text, "user.profile.photo").ttls().absentTtl()).isEqualTo(Duration.ofSeconds(7));
        assertThat(policy(text, "user.address").ttls().ttl()).isEqualTo(Duration.ofMinutes(8));
        assertThat(policy(text, "username").ttls().ttl()).isEqualTo(Duration.ofMinutes(9));
    }

    @Test
    void namespaces_ofTheFile_joinThoseThatShip() {
        assertThat(ConfigurationFixture.file(folder, "namespaces.user {}").namespaces()).contains(
                new Namespace("scratch"),
                new Namespace("user"));
    }
}
