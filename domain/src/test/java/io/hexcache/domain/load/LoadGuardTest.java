package io.hexcache.domain.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.hexcache.domain.error.CacheConfigurationException;
import io.hexcache.domain.error.CacheOverloadException;
import io.hexcache.domain.key.CacheKey;
import io.hexcache.domain.key.Namespace;
import io.hexcache.domain.policy.LoadPolicy;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class LoadGuardTest {

    private static final CacheKey KEY = new CacheKey(new Namespace("rows"), "a", 0);

    private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 1_000);
    private final LoadGuard guard = new LoadGuard(new LoadLimits(2, 10), now::get);

    private void pass(Duration time) {
        now.addAndGet(time.toNanos());
    }

    private int admitted(int attempts) {
        int admitted = 0;
        for (int i = 0; i < attempts; i++) {
            try {
                admitted += guard.callWhileAway(KEY, () -> 1);
            } catch (CacheOverloadException refused) {
                assertThat(refused).hasMessageContaining("loads.per-second-while-away").hasMessageContaining("rows:a");
            }
        }
        return admitted;
    }

    @Test
    void loadBeyondThoseAtOnce_isRefusedAtOnce_andNotCalled() {
        guard.call(KEY, () -> guard.callWhileAway(KEY, () -> {
            assertThatExceptionOfType(CacheOverloadException.class).isThrownBy(() -> guard.call(KEY, () -> {
                throw new AssertionError("called");
            })).withMessageContaining("2 loads run at once").withMessageContaining("rows:a");
            return 1;
        }));
        assertThat(guard.<Integer>call(KEY, () -> 2)).isEqualTo(2);
    }

    @Test
    void loaderThatThrows_leavesItsPlace() {
        for (int i = 0; i < 10; i++) {
            assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> guard.call(KEY, () -> {
                throw new IllegalStateException("source away");
            }));
        }
        assertThat(guard.<Integer>call(KEY, () -> 2)).isEqualTo(2);
    }

    @Test
    void loadersThatHang_doNotHoldTheirPlacesForEver() {
        guard.call(KEY, () -> guard.call(KEY, () -> {
            pass(LoadPolicy.LONGEST.plusNanos(1));
            return guard.<Integer>call(KEY, () -> 1);
        }));
    }

    @Test
    void loadsWhileAway_areBoundInEachSecond_andOthersAreNot() {
        assertThat(admitted(25)).isEqualTo(10);
        assertThat(guard.<Integer>call(KEY, () -> 2)).isEqualTo(2);
        pass(Duration.ofMillis(300));
        assertThat(admitted(25)).isEqualTo(3);
        pass(Duration.ofMinutes(5));
        assertThat(admitted(25)).as("what was not used for long is not saved").isEqualTo(10);
    }

    @Test
    void limitsOutOfBounds_areRefusedByName() {
        assertThatExceptionOfType(CacheConfigurationException.class).isThrownBy(() -> new LoadLimits(0, 10))
                .withMessageContaining("loads.at-once is 0; it must be 1 to 100000");
        assertThatExceptionOfType(CacheConfigurationException.class).isThrownBy(() -> new LoadLimits(1, 1_000_001))
                .withMessageContaining("loads.per-second-while-away");
    }
}
