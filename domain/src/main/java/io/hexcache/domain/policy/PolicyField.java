package io.hexcache.domain.policy;

import io.hexcache.domain.entry.Compression;
import io.hexcache.domain.entry.StoredForm;
import io.hexcache.domain.entry.ValueFormat;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * One value of a {@link NamespacePolicy}, which can be said, inherited and changed on its own.
 *
 * @param <T> type of the value
 */
public final class PolicyField<T> {

    /** {@link TtlPolicy#ttl}. */
    public static final PolicyField<Duration> TTL = new PolicyField<>("ttl", policy -> policy.ttls().ttl());

    /** {@link TtlPolicy#absentTtl}. */
    public static final PolicyField<Duration> ABSENT_TTL = new PolicyField<>("absent-ttl", policy -> policy.ttls()
            .absentTtl());

    /** {@link TtlPolicy#jitter}. */
    public static final PolicyField<Jitter> JITTER = new PolicyField<>("jitter", policy -> policy.ttls().jitter());

    /** {@link TtlPolicy#sliding}. */
    public static final PolicyField<Boolean> SLIDING = new PolicyField<>("sliding", policy -> policy.ttls().sliding());

    /** {@link TtlPolicy#rules}, all of them together. */
    public static final PolicyField<TtlRules> TTL_RULES = new PolicyField<>("ttl-rules", policy -> policy.ttls()
            .rules());

    /** {@link TtlPolicy#adaptive}. */
    public static final PolicyField<Optional<AdaptiveTtl>> ADAPTIVE_TTL = new PolicyField<>("adaptive-ttl",
            policy -> policy.ttls().adaptive());

    /** {@link LocalLimits#maxEntries}. */
    public static final PolicyField<Long> L1_MAX_ENTRIES = new PolicyField<>("l1.max-entries", policy -> policy.local()
            .maxEntries());

    /** {@link LocalLimits#maxBytes}. */
    public static final PolicyField<Long> L1_MAX_BYTES = new PolicyField<>("l1.max-bytes", policy -> policy.local()
            .maxBytes());

    /** {@link LocalLimits#maxItemBytes}. */
    public static final PolicyField<Integer> L1_MAX_ITEM_BYTES = new PolicyField<>("l1.max-item-bytes",
            policy -> policy.local().maxItemBytes());

    /** {@link LocalLimits#ttl}. */
    public static final PolicyField<Duration> L1_TTL = new PolicyField<>("l1.ttl", policy -> policy.local().ttl());

    /** {@link LocalLimits#admission}. */
    public static final PolicyField<AdmissionMode> L1_ADMISSION = new PolicyField<>("l1.admission",
            policy -> policy.local()
                    .admission());

    /** {@link FreshnessPolicy#refresh}, with what belongs to the mode. */
    public static final PolicyField<RefreshMode> REFRESH = new PolicyField<>("refresh", policy -> policy.freshness()
            .refresh());

    /** {@link FreshnessPolicy#maxStale}. */
    public static final PolicyField<Duration> MAX_STALE = new PolicyField<>("max-stale", policy -> policy.freshness()
            .maxStale());

    /** {@link LoadPolicy#softTimeout}. */
    public static final PolicyField<Duration> SOFT_TIMEOUT = new PolicyField<>("soft-timeout", policy -> policy.loads()
            .softTimeout());

    /** {@link LoadPolicy#hardTimeout}. */
    public static final PolicyField<Duration> HARD_TIMEOUT = new PolicyField<>("hard-timeout", policy -> policy.loads()
            .hardTimeout());

    /** {@link LoadPolicy#whenAway}. */
    public static final PolicyField<LoadPolicy.WhenAway> WHEN_AWAY = new PolicyField<>("when-away", policy -> policy
            .loads().whenAway());

    /** {@link StoredForm#format}. */
    public static final PolicyField<ValueFormat> FORMAT = new PolicyField<>("format", policy -> policy.form().format());

    /** {@link StoredForm#compression}. */
    public static final PolicyField<Compression> COMPRESSION = new PolicyField<>("compression", policy -> policy.form()
            .compression());

    /** {@link StoredForm#compressAbove}. */
    public static final PolicyField<Integer> COMPRESS_ABOVE = new PolicyField<>("compress-above", policy -> policy
            .form().compressAbove());

    /** {@link NamespacePolicy#durability}. */
    public static final PolicyField<Durability> DURABILITY = new PolicyField<>("durability",
            NamespacePolicy::durability);

    /** All of them, in the order in which people are shown them. */
    public static final List<PolicyField<?>> ALL = List.of(TTL, ABSENT_TTL, JITTER, SLIDING, TTL_RULES, ADAPTIVE_TTL,
            L1_MAX_ENTRIES, L1_MAX_BYTES, L1_MAX_ITEM_BYTES, L1_TTL, L1_ADMISSION, REFRESH, MAX_STALE, SOFT_TIMEOUT,
            HARD_TIMEOUT, WHEN_AWAY, FORMAT, COMPRESSION, COMPRESS_ABOVE, DURABILITY);

    private final String path;
    private final Function<NamespacePolicy, T> value;

    private PolicyField(String path, Function<NamespacePolicy, T> value) {
        this.path = path;
        this.value = value;
    }

    /** Its name, as in the configuration of a namespace. */
    public String path() {
        return path;
    }

    /** Its value in a policy. */
    public T of(NamespacePolicy policy) {
        return value.apply(policy);
    }

    @Override
    public String toString() {
        return path;
    }
}
