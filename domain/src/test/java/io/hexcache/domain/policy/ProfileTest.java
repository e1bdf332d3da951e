package io.hexcache.domain.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hexcache.domain.entry.Compression;
import io.hexcache.domain.entry.StoredForm;
import io.hexcache.domain.error.CacheConfigurationException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProfileTest {

    @ParameterizedTest
    @CsvSource({"development, 5, 1000, NONE", "Staging, 10, 5000, LZ4", "PRODUCTION, 30, 10000, LZ4"})
    void named_givesThePolicyOfTheDocumentation(String name, int minutes, long entries, Compression compression) {
        NamespacePolicy policy = Profile.named(name).policy();
        assertThat(policy.ttls().ttl()).isEqualTo(Duration.ofMinutes(minutes));
        assertThat(policy.local().maxEntries()).isEqualTo(entries);
        assertThat(policy.form()).isEqualTo(StoredForm.DEFAULT.with(compression));
        assertThat(policy.local().maxBytes()).isEqualTo(LocalLimits.DEFAULT.maxBytes());
    }

    @Test
    void named_ofAnUnknownName_saysWhichThereAre() {
        assertThatThrownBy(() -> Profile.named("test")).isInstanceOf(CacheConfigurationException.class)
                .hasMessageContaining("[development, staging, production]");
    }
}
