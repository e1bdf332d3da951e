package io.hexcache.infrastructure.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hexcache.domain.error.CacheConfigurationException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedisSettingsTest {

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 9, 101})
    void poolSize_outOfBounds_isRefused(int size) {
        assertThatThrownBy(() -> RedisPool.DEFAULT.withSize(size)).isInstanceOf(CacheConfigurationException.class)
                .hasMessageContaining("between 10 and 100");
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 1_000_001})
    void waitingCallers_outOfBounds_areRefused(int waiting) {
        assertThatThrownBy(() -> RedisPool.DEFAULT.withWaiting(waiting)).isInstanceOf(
                CacheConfigurationException.class).hasMessageContaining("between 0 and 1000000");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a:b", "{a}", "a b", "a*", "\u00e4"})
    void keyPrefix_thatReachesIntoTheKey_isRefused(String prefix) {
        RedisSettings settings = RedisSettings.of("redis://h");

        assertThatThrownBy(() -> settings.withKeyPrefix(prefix)).isInstanceOf(CacheConfigurationException.class)
                .hasMessageContaining("key prefix");
    }

    @Test
    void timeouts_outOfBounds_areRefused() {
        Duration legal = Duration.ofMillis(1);

        assertThatThrownBy(() -> new RedisTimeouts(legal, Duration.ZERO, legal)).isInstanceOf(
                CacheConfigurationException.class).hasMessageContaining("command timeout");
        assertThatThrownBy(() -> new RedisTimeouts(legal, legal, Duration.ofHours(1))).isInstanceOf(
                CacheConfigurationException.class).hasMessageContaining("borrow timeout");
    }

    @ParameterizedTest
    @ValueSource(ints = {999, 10_000_001, 0, -1})
    void streamSettings_outOfBounds_areRefused(int entries) {
        assertThatThrownBy(() -> new StreamSettings(entries)).isInstanceOf(CacheConfigurationException.class)
                .hasMessageContainingAll(Integer.toString(entries), "between 1000 and 10000000");
        assertThat(StreamSettings.defaults().maxEntries()).isEqualTo(100_000);
    }
}
