package io.hexcache.domain.tier;

import static org.assertj.core.api.Assertions.assertThat;

import io.hexcache.domain.entry.CacheEntry;
import io.hexcache.domain.entry.LocalEntry;
import io.hexcache.domain.hotkey.HotKeySettings;
import io.hexcache.domain.hotkey.HotRefresh;
import io.hexcache.domain.key.CacheKey;
import io.hexcache.domain.key.Namespace;
import io.hexcache.domain.policy.AdmissionMode;
import io.hexcache.domain.policy.KeyUse;
import io.hexcache.domain.policy.NamespacePolicy;
import io.hexcache.domain.policy.Policies;
import io.hexcache.domain.policy.PolicyField;
import io.hexcache.domain.policy.PolicyValues;
import io.hexcache.domain.policy.RefreshMode;
import io.hexcache.domain.port.LocalUsage;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AdmissionTest {

    private static final Namespace USER = new Namespace("user");
    private static final LocalUsage EMPTY = new LocalUsage(0, 0, 0);

    private final Policies policies = Policies.everywhere(NamespacePolicy.DEFAULT);
    private final KeyUses uses = new KeyUses(10_000, () -> 0);
    private final Admission admission = new Admission(USER, () -> policies.of(USER), uses, () -> 0);

    private static CacheEntry<String> entry(String identifier) {
        return CacheEntry.of(new CacheKey(USER, identifier, 0), Optional.of("value"), Duration.ofHours(1), Set.of(),
                Instant.EPOCH).withSize(10);
    }

    private boolean admits(String identifier) {
        return admission.admits(entry(identifier), () -> EMPTY, () -> {});
    }

    @Test
    void admits_allKeys_takesTheFirstReadWhileThereIsRoom() {
        assertThat(admits("once")).isTrue();
    }

    @Test
    void admits_onlyPopularKeys_waitsForTheReadsThatMakeOneHot() {
        policies.change(USER, PolicyValues.NONE.with(PolicyField.L1_ADMISSION, AdmissionMode.POPULAR));

        for (int read = 1; read < HotKeySettings.DEFAULT.threshold(); read++) {
            assertThat(admits("often")).as("read %d", read).isFalse();
        }
        assertThat(admits("often")).isTrue();
        assertThat(admits("once")).isFalse();
    }

    @Test
    void admits_afterL1WasSwitchedOff_takesNothing() {
        policies.change(USER, PolicyValues.NONE.with(PolicyField.L1_MAX_ENTRIES, 0L));

        assertThat(admits("once")).isFalse();
    }

    @Test
    void times_whereNothingIsRefreshed_askForNoAttention() {
        assertThat(times().attention()).isEqualTo(times().fresh());
    }

    @Test
    void times_whereKeysAreRefreshed_letAHotOneAskEarlier() {
        policies.change(USER, PolicyValues.NONE.with(PolicyField.L1_TTL, Duration.ofHours(2)).with(PolicyField.REFRESH,
                RefreshMode.Ahead.DEFAULT));
        long ttl = Duration.ofHours(1).toNanos();

        assertThat(times().expiry() - times().attention()).isEqualTo(HotRefresh.window(entry("1").key(),
                RefreshMode.Ahead.DEFAULT, ttl)).isGreaterThan(ttl / 5);
    }

    @Test
    void times_lessLifeLeftInL2ThanL1Keeps_endWithIt() {
        assertThat(admission.times(4, entry("1"), 5, Duration.ofSeconds(2)).fresh()).isEqualTo(5 + Duration.ofSeconds(2)
                .toNanos());
    }

    private LocalEntry.Times times() {
        return admission.times(4, entry("1"), 5, Duration.ofHours(1));
    }

    @Test
    void uses_readsAndChanges_areCountedApart() {
        for (int i = 0; i < 3; i++) {
            uses.read("1");
        }
        uses.changed("1");

        assertThat(uses.of("1")).isEqualTo(new KeyUse(3, 1));
        assertThat(uses.of("2")).isEqualTo(KeyUse.NONE);
    }
}
