package io.hexcache.domain.entry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hexcache.domain.key.CacheKey;
import io.hexcache.domain.key.Tag;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CacheEntryTest {

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final CacheKey KEY = CacheKey.parse("user:7:v0");

    private static CacheEntry<String> entry() {
        return CacheEntry.of(KEY, Optional.of("Ada"), Duration.ofMinutes(1), Set.of(new Tag("people")), NOON);
    }

    @Test
    void isExpired_fromTheInstantOfExpiryOn() {
        assertThat(entry().isExpired(NOON.plusSeconds(59))).isFalse();
        assertThat(entry().isExpired(NOON.plusSeconds(60))).isTrue();
        assertThat(entry().expiresAt()).isEqualTo(NOON.plusSeconds(60));
    }

    @Test
    void remainingTtl_countsDownToZeroAndStays() {
        assertThat(entry().remainingTtl(NOON.plusSeconds(20))).isEqualTo(Duration.ofSeconds(40));
        assertThat(entry().remainingTtl(NOON.plusSeconds(61))).isEqualTo(Duration.ZERO);
    }

    @Test
    void withAccess_countsAndKeepsEverythingElse() {
        CacheEntry<String> read = entry().withAccess(NOON.plusSeconds(3));
        assertThat(read.accessCount()).isEqualTo(1);
        assertThat(read.lastAccessedAt()).isEqualTo(NOON.plusSeconds(3));
        assertThat(read).isEqualTo(entry()).hasSameHashCodeAs(entry());
    }

    @Test
    void equals_looksAtKeyValueTtlAndTagsOnly() {
        assertThat(entry().withSize(10)).isEqualTo(entry());
        assertThat(CacheEntry.of(KEY, Optional.of("Ada"), Duration.ofMinutes(1), Set.of(new Tag("people")), NOON
                .plusSeconds(9))).isEqualTo(entry());
        assertThat(CacheEntry.of(KEY, Optional.of("Eve"), Duration.ofMinutes(1), Set.of(new Tag("people")), NOON))
                .isNotEqualTo(entry());
        assertThat(CacheEntry.of(KEY, Optional.of("Ada"), Duration.ofMinutes(2), Set.of(new Tag("people")), NOON))
                .isNotEqualTo(entry());
        assertThat(CacheEntry.of(KEY, Optional.of("Ada"), Duration.ofMinutes(1), Set.of(), NOON)).isNotEqualTo(entry());
    }

    @Test
    void entry_withoutATtl_cannotExist() {
        assertThatThrownBy(() -> CacheEntry.of(KEY, Optional.of("Ada"), Duration.ZERO, Set.of(), NOON))
                .hasMessageContaining("user:7:v0").hasMessageContaining("positive");
    }

    @Test
    void asFoundIn_aPresentAndAnAbsentEntry_isAHitAndAnAbsence() {
        assertThat(entry().asFoundIn(Tier.L2)).isEqualTo(new Lookup.Hit<>("Ada", Tier.L2, NOON, Freshness.FRESH));
        CacheEntry<String> absent = CacheEntry.of(KEY, Optional.empty(), Duration.ofMinutes(1), Set.of(), NOON);
        assertThat(absent.asFoundIn(Tier.L1)).isEqualTo(new Lookup.Absent<String>(Tier.L1));
    }

    @Test
    void age_whenTheClockOfTheReaderIsBehind_isZero() {
        Lookup.Hit<String> hit = new Lookup.Hit<>("Ada", Tier.L2, NOON, Freshness.FRESH);
        assertThat(hit.age(NOON.plusSeconds(5))).isEqualTo(Duration.ofSeconds(5));
        assertThat(hit.age(NOON.minusSeconds(5))).isEqualTo(Duration.ZERO);
    }
}
