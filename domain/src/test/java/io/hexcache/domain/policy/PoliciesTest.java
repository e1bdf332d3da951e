package io.hexcache.domain.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hexcache.domain.error.CacheConfigurationException;
import io.hexcache.domain.key.Namespace;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class PoliciesTest {

    private static final Namespace USER = new Namespace("user");
    private static final Namespace PROFILE = new Namespace("user.profile");
    private static final Namespace PHOTO = new Namespace("user.profile.photo");
    private static final PolicyValues STALE = PolicyValues.NONE.with(PolicyField.MAX_STALE, Duration.ofSeconds(60));
    private static final PolicyValues REVALIDATE = PolicyValues.NONE.with(PolicyField.REFRESH,
            new RefreshMode.WhileRevalidate());

    private static PolicyValues ttl(int minutes) {
        return PolicyValues.NONE.with(PolicyField.TTL, Duration.ofMinutes(minutes));
    }

    private static long minutes(NamespacePolicy policy) {
        return policy.ttls().ttl().toMinutes();
    }

    private final Policies policies = new Policies(NamespacePolicy.DEFAULT, Map.of(PROFILE, ttl(20)));

    @Test
    void of_nothingSaid_isTheDefault() {
        assertThat(policies.of(USER)).isEqualTo(NamespacePolicy.DEFAULT);
        assertThat(policies.of(new Namespace("user-profile"))).isEqualTo(NamespacePolicy.DEFAULT);
    }

    @Test
    void change_ofANamespace_holdsBelowItUnlessMoreIsSaidThere() {
        policies.change(USER, ttl(5));

        assertThat(minutes(policies.of(USER))).isEqualTo(5);
        assertThat(minutes(policies.of(new Namespace("user.address")))).isEqualTo(5);
        assertThat(minutes(policies.of(PROFILE))).isEqualTo(20);
        assertThat(minutes(policies.of(PHOTO))).isEqualTo(20);
        assertThat(minutes(policies.of(new Namespace("username")))).isEqualTo(60);
    }

    @Test
    void change_ofWhatIsConfigured_goesBeforeIt() {
        policies.change(PROFILE, ttl(5));

        assertThat(minutes(policies.of(PROFILE))).isEqualTo(5);
        assertThat(minutes(policies.of(PHOTO))).isEqualTo(5);
    }

    @Test
    void change_ofAnotherField_keepsTheEarlierChange() {
        policies.change(USER, ttl(5));
        policies.change(USER, STALE);

        assertThat(policies.changes()).isEqualTo(Map.of(USER, STALE.over(ttl(5))));
        assertThat(minutes(policies.of(USER))).isEqualTo(5);
    }

    @Test
    void report_tellsWhatHoldsFromWhatWasSaid() {
        policies.change(PROFILE, STALE);

        PolicyReport report = policies.report(PROFILE);
        assertThat(report.inForce()).isEqualTo(STALE.over(ttl(20)).over(NamespacePolicy.DEFAULT));
        assertThat(report.configured()).isEqualTo(ttl(20));
        assertThat(report.changed()).isEqualTo(STALE);
        assertThat(policies.report(PHOTO)).isEqualTo(new PolicyReport(PHOTO, report.inForce(), PolicyValues.NONE,
                PolicyValues.NONE));
    }

    @Test
    void reset_bringsBackWhatIsConfigured() {
        policies.change(PROFILE, ttl(5));
        policies.change(USER, STALE);

        assertThat(policies.reset(PROFILE).changed()).isEqualTo(PolicyValues.NONE);
        assertThat(minutes(policies.of(PROFILE))).isEqualTo(20);
        assertThat(policies.changes()).containsOnlyKeys(USER);
    }

    @Test
    void change_thatIsNotLegal_isRefusedAsAWhole() {
        PolicyValues one = ttl(5).with(PolicyField.ABSENT_TTL, Duration.ZERO);

        assertThatThrownBy(() -> policies.change(USER, one)).isInstanceOf(CacheConfigurationException.class)
                .hasMessage("namespace user: absent-ttl is PT0S; it must be between 1 ms and 365 days");
        assertThat(policies.of(USER)).isEqualTo(NamespacePolicy.DEFAULT);
        assertThat(policies.changes()).isEmpty();
    }

    @Test
    void change_thatOneBelowCannotLiveWith_isRefusedAndNamesIt() {
        policies.change(USER, STALE);
        policies.change(PHOTO, REVALIDATE);

        assertThatThrownBy(() -> policies.reset(USER)).isInstanceOf(CacheConfigurationException.class)
                .hasMessageContaining("namespace user.profile.photo: ").hasMessageContaining("max-stale is zero");
        assertThat(policies.changes()).containsOnlyKeys(USER, PHOTO);
        policies.reset(PHOTO);
        assertThat(policies.reset(USER).inForce()).isEqualTo(NamespacePolicy.DEFAULT);
    }

    @Test
    void change_thatAConfiguredOneBelowCannotLiveWith_isRefused() {
        Policies configured = new Policies(NamespacePolicy.DEFAULT, Map.of(USER, STALE, PHOTO, REVALIDATE));

        assertThatThrownBy(() -> configured.change(USER, PolicyValues.NONE.with(PolicyField.MAX_STALE, Duration.ZERO)))
                .isInstanceOf(CacheConfigurationException.class).hasMessageContaining("user.profile.photo");
        assertThat(configured.changes()).isEmpty();
    }

    @Test
    void configuration_thatIsNotLegal_isRefused() {
        assertThatThrownBy(() -> new Policies(NamespacePolicy.DEFAULT, Map.of(PHOTO, REVALIDATE))).isInstanceOf(
                CacheConfigurationException.class).hasMessageContaining("user.profile.photo");
    }

    @Test
    void of_betweenChanges_isTheSameObjectAndFollowsEachChangeFromAbove() {
        Namespace address = new Namespace("user.address");
        NamespacePolicy before = policies.of(address);
        assertThat(policies.of(address)).isSameAs(before);

        policies.change(USER, ttl(5));
        assertThat(minutes(policies.of(address))).isEqualTo(5);
        assertThat(policies.of(address)).isSameAs(policies.of(address));

        policies.reset(USER);
        assertThat(policies.of(address)).isEqualTo(before);
    }

    @Test
    void of_whileOthersChange_neverShowsHalfAChange() {
        policies.change(USER, ttl(1).with(PolicyField.ABSENT_TTL, Duration.ofMinutes(1)));
        AtomicBoolean done = new AtomicBoolean();
        CompletableFuture<Void> writer = CompletableFuture.runAsync(() -> {
            for (int i = 1; i <= 5_000; i++) {
                policies.change(USER, ttl(i).with(PolicyField.ABSENT_TTL, Duration.ofMinutes(i)));
            }
            done.set(true);
        });
        while (!done.get() && !writer.isCompletedExceptionally()) {
            TtlPolicy seen = policies.of(USER).ttls();
            assertThat(seen.ttl()).isEqualTo(seen.absentTtl());
        }
        writer.join();
        assertThat(minutes(policies.of(USER))).isEqualTo(5_000);
    }

    @Test
    void of_moreNamespacesThanAreKept_isStillRight() {
        for (int i = 0; i < PolicyChanges.MOST_KEPT + 10; i++) {
            policies.of(new Namespace("n" + i));
        }
        assertThat(minutes(policies.of(PHOTO))).isEqualTo(20);
    }

    @Test
    void change_ofManyNamespacesAtOnce_losesNone() {
        CompletableFuture<?>[] writers = new CompletableFuture<?>[8];
        for (int writer = 0; writer < writers.length; writer++) {
            int number = writer;
            writers[writer] = CompletableFuture.runAsync(() -> {
                for (int i = 0; i < 100; i++) {
                    policies.change(new Namespace("n" + number + ".m" + i), ttl(i + 1));
                }
            });
        }
        CompletableFuture.allOf(writers).join();

        assertThat(policies.changes()).hasSize(800);
        assertThat(minutes(policies.of(new Namespace("n7.m99.child")))).isEqualTo(100);
    }
}
