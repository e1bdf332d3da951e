package io.hexcache.domain.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hexcache.domain.error.CacheConfigurationException;
import java.time.Duration;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PolicyValuesTest {

    private static <T> Optional<T> inherited(PolicyField<T> field) {
        return Optional.of(field.of(NamespacePolicy.DEFAULT));
    }

    @Test
    void over_anyPolicy_setsWhatIsSaidAndKeepsTheRest() {
        RandomPolicies random = new RandomPolicies(new SplittableRandom(20_261_120));
        for (int i = 0; i < 5_000; i++) {
            PolicyValues values = random.values(0.5);
            NamespacePolicy policy = values.over(NamespacePolicy.DEFAULT);
            assertThat(PolicyField.ALL).allSatisfy(field -> assertThat(Optional.of(field.of(policy))).isEqualTo(values
                    .fields().contains(field) ? values.get(field) : inherited(field)));
        }
    }

    @Test
    void over_otherValues_goBeforeThem() {
        PolicyValues low = PolicyValues.NONE.with(PolicyField.TTL, Duration.ofHours(2)).with(PolicyField.SLIDING, true);
        PolicyValues high = PolicyValues.NONE.with(PolicyField.TTL, Duration.ofHours(3));

        assertThat(high.over(low)).isEqualTo(PolicyValues.NONE.with(PolicyField.SLIDING, true).with(PolicyField.TTL,
                Duration.ofHours(3)));
        assertThat(low.over(PolicyValues.NONE)).isEqualTo(low);
        assertThat(PolicyValues.NONE.over(low)).isEqualTo(low).isNotEqualTo(high);
    }

    @Test
    void over_twoLevels_isTheUpperOverTheLowerFirst() {
        RandomPolicies random = new RandomPolicies(new SplittableRandom(1));
        for (int i = 0; i < 2_000; i++) {
            PolicyValues child = random.values(0.3);
            PolicyValues parent = random.values(0.3);
            assertThat(child.over(parent).over(NamespacePolicy.DEFAULT)).isEqualTo(child.over(parent.over(
                    NamespacePolicy.DEFAULT)));
        }
    }

    @Test
    void over_aPolicyThatIsNotLegalThen_saysWhichField() {
        refused(PolicyValues.NONE.with(PolicyField.TTL, Duration.ZERO), "ttl is PT0S");
        refused(PolicyValues.NONE.with(PolicyField.ABSENT_TTL, Duration.ofDays(366)), "absent-ttl is ");
        refused(PolicyValues.NONE.with(PolicyField.MAX_STALE, Duration.ofDays(366)), "max-stale is ");
        refused(PolicyValues.NONE.with(PolicyField.L1_MAX_BYTES, 1L), "l1.max-bytes=1");
        refused(PolicyValues.NONE.with(PolicyField.L1_TTL, Duration.ZERO), "l1.ttl is ");
        refused(PolicyValues.NONE.with(PolicyField.HARD_TIMEOUT, Duration.ofSeconds(11)), "hard-timeout ");
        refused(PolicyValues.NONE.with(PolicyField.COMPRESS_ABOVE, -1), "compress-above is -1");
        refused(PolicyValues.NONE.with(PolicyField.REFRESH, new RefreshMode.WhileRevalidate()), "max-stale is zero");
    }

    private static void refused(PolicyValues values, String reason) {
        assertThatThrownBy(() -> values.over(NamespacePolicy.DEFAULT)).isInstanceOf(CacheConfigurationException.class)
                .hasMessageContaining(reason);
    }

    @Test
    void toString_namesTheFieldsInTheirOrder() {
        assertThat(PolicyValues.NONE.with(PolicyField.MAX_STALE, Duration.ofSeconds(1)).with(PolicyField.TTL, Duration
                .ofHours(2))).hasToString("{ttl=PT2H, max-stale=PT1S}");
    }
}
