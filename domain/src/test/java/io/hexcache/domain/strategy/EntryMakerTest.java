package io.hexcache.domain.strategy;

import static org.assertj.core.api.Assertions.assertThat;

import io.hexcache.domain.entry.CacheEntry;
import io.hexcache.domain.entry.Compression;
import io.hexcache.domain.entry.StoredForm;
import io.hexcache.domain.entry.ValueFormat;
import io.hexcache.domain.key.CacheKey;
import io.hexcache.domain.key.KeyPattern;
import io.hexcache.domain.key.Namespace;
import io.hexcache.domain.key.Tag;
import io.hexcache.domain.policy.Jitter;
import io.hexcache.domain.policy.KeyUse;
import io.hexcache.domain.policy.NamespacePolicy;
import io.hexcache.domain.policy.Policies;
import io.hexcache.domain.policy.PolicyField;
import io.hexcache.domain.policy.PolicyValues;
import io.hexcache.domain.policy.TtlDecision;
import io.hexcache.domain.policy.TtlRules;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class EntryMakerTest {

    private static final Namespace USER = new Namespace("user");
    private static final CacheKey KEY = new CacheKey(USER, "1", 0);

    private final Policies policies = Policies.everywhere(NamespacePolicy.DEFAULT);
    private final EntryMaker<String> entries = new EntryMaker<>(() -> policies.of(USER), value -> Set.of(new Tag(
            value)), () -> Instant.EPOCH, new TtlDecision(_ -> KeyUse.NONE, new SplittableRandom(1)));

    private CacheEntry<String> written(WriteOptions options) {
        return entries.make(KEY, Optional.of("a"), options, 7);
    }

    @Test
    void make_afterAChangeOfThePolicy_followsIt() {
        policies.change(USER, PolicyValues.NONE.with(PolicyField.TTL, Duration.ofMinutes(2)).with(
                PolicyField.MAX_STALE, Duration.ofSeconds(3)));

        CacheEntry<String> entry = written(WriteOptions.NONE);

        assertThat(entry.ttl()).isEqualTo(Duration.ofMinutes(2));
        assertThat(entry.provenance().staleFor()).isEqualTo(Duration.ofSeconds(3));
        assertThat(entry.provenance().stamp()).isEqualTo(7);
        assertThat(entry.tags()).containsExactly(new Tag("a"));
    }

    @Test
    void make_aKeyOfARule_livesAsTheRuleSaysUnlessTheCallSaysMore() {
        policies.change(USER, PolicyValues.NONE.with(PolicyField.TTL_RULES, new TtlRules(List.of(new TtlRules.Rule(
                KeyPattern.of("user:1"), Duration.ofSeconds(9))))));

        assertThat(written(WriteOptions.NONE).ttl()).isEqualTo(Duration.ofSeconds(9));
        assertThat(written(new WriteOptions(Optional.of(Duration.ofSeconds(4)), Set.of())).ttl()).isEqualTo(Duration
                .ofSeconds(4));
    }

    @Test
    void make_withJitter_livesShorterNeverLonger() {
        policies.change(USER, PolicyValues.NONE.with(PolicyField.JITTER, Jitter.DEFAULT));

        Set<Duration> ttls = new HashSet<>();
        for (int i = 0; i < 100; i++) {
            ttls.add(written(WriteOptions.NONE).ttl());
        }
        assertThat(ttls).hasSizeGreaterThan(90).allSatisfy(ttl -> assertThat(ttl).isBetween(Duration.ofMinutes(54),
                Duration.ofHours(1)));
    }

    @Test
    void make_inTheFormOfTheNamespaceUnlessTheCallSaysOne() {
        policies.change(USER, PolicyValues.NONE.with(PolicyField.FORMAT, ValueFormat.MESSAGE_PACK).with(
                PolicyField.COMPRESSION, Compression.LZ4).with(PolicyField.COMPRESS_ABOVE, 7));
        StoredForm readable = StoredForm.DEFAULT.with(Compression.GZIP);

        assertThat(written(WriteOptions.NONE).form()).isEqualTo(new StoredForm(ValueFormat.MESSAGE_PACK,
                Compression.LZ4, 7));
        assertThat(written(WriteOptions.NONE.in(readable)).form()).isEqualTo(readable);
        assertThat(written(WriteOptions.NONE.in(readable).withTtl(Duration.ofSeconds(1)).after(Duration.ofSeconds(2)))
                .form()).isEqualTo(readable);
    }

    @Test
    void make_nothing_livesForTheAbsentTtl() {
        assertThat(entries.make(KEY, Optional.empty(), WriteOptions.NONE, 7).ttl()).isEqualTo(Duration.ofMinutes(5));
    }
}
