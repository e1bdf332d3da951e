package io.hexcache.domain.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hexcache.domain.error.CacheConfigurationException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class NamespacePolicyTest {

    @Test
    void defaults_areThoseOfTheDocumentation() {
        NamespacePolicy policy = NamespacePolicy.DEFAULT;
        assertThat(policy.ttls().ttl()).isEqualTo(Duration.ofHours(1));
        assertThat(policy.ttls().absentTtl()).isEqualTo(Duration.ofMinutes(5));
        assertThat(policy.local()).isEqualTo(new LocalLimits(10_000, 52_428_800, 102_400, Duration.ofMinutes(5)));
    }

    @Test
    void ttl_outOfBounds_isRefusedWithItsNameAndTheBounds() {
        assertThatThrownBy(() -> NamespacePolicy.of(Duration.ofNanos(999_999), Duration.ofMinutes(5),
                LocalLimits.DEFAULT)).isInstanceOf(CacheConfigurationException.class).hasMessageContaining("ttl is")
                .hasMessageContaining("1 ms and 365 days");
        assertThatThrownBy(() -> NamespacePolicy.of(Duration.ofHours(1), Duration.ofDays(366), LocalLimits.DEFAULT))
                .isInstanceOf(CacheConfigurationException.class).hasMessageContaining("absent-ttl");
        assertThat(NamespacePolicy.of(TtlBounds.SHORTEST, TtlBounds.LONGEST, LocalLimits.DEFAULT)).isNotNull();
    }

    @Test
    void minimumWeight_makesTheByteBoundEnforceTheEntryBound() {
        LocalLimits limits = new LocalLimits(100, 1_000, 50, Duration.ofMinutes(1));
        assertThat(limits.minimumWeight()).isEqualTo(10);
        assertThat(limits.maxBytes() / limits.minimumWeight()).isLessThanOrEqualTo(limits.maxEntries());
    }

    @Test
    void limits_thatContradictEachOther_areRefused() {
        assertThatThrownBy(() -> new LocalLimits(-1, 1_000, 50, Duration.ofMinutes(1))).isInstanceOf(
                CacheConfigurationException.class);
        assertThatThrownBy(() -> new LocalLimits(1, 10, 50, Duration.ofMinutes(1))).isInstanceOf(
                CacheConfigurationException.class);
        assertThatThrownBy(() -> new LocalLimits(1, 100, 50, Duration.ZERO)).isInstanceOf(
                CacheConfigurationException.class);
    }
}
