package io.hexcache.bootstrap.configuration;

import io.hexcache.domain.entry.Compression;
import io.hexcache.domain.entry.ValueFormat;
import io.hexcache.domain.policy.AdmissionMode;
import io.hexcache.domain.policy.Durability;
import io.hexcache.domain.policy.LoadPolicy;
import io.hexcache.domain.policy.LoadPolicy.WhenAway;
import io.hexcache.domain.policy.TtlBounds;
import java.time.Duration;
import java.util.List;

/** What can be set for a namespace, by its name within the namespace's group; {@link TtlRuleList} is not among it. */
final class NamespaceSettings {

    /** The group that holds what is not said about a namespace. */
    static final String DEFAULTS = "defaults";

    /** The group that holds the namespaces. */
    static final String GROUP = "namespaces";

    static final Setting<Duration> TTL = new Setting<>("ttl", DurationType.TTL);
    static final Setting<Duration> ABSENT_TTL = new Setting<>("absent-ttl", DurationType.TTL);
    static final Setting<Double> JITTER = new Setting<>("jitter", DecimalType.between("0", "1"));
    static final Setting<Boolean> SLIDING = new Setting<>("sliding", ChoiceType.YES_OR_NO);
    static final Setting<Boolean> ADAPTIVE_TTL = new Setting<>("adaptive-ttl", ChoiceType.YES_OR_NO);

    static final Setting<Integer> L1_MAX_ENTRIES = new Setting<>("l1.max-entries", new IntegerType(0, 100_000_000));
    static final Setting<Long> L1_MAX_BYTES = new Setting<>("l1.max-bytes", new SizeType(1, 64L << 30));
    static final Setting<Long> L1_MAX_ITEM_BYTES = new Setting<>("l1.max-item-bytes", new SizeType(1, 1 << 30));
    static final Setting<Duration> L1_TTL = new Setting<>("l1.ttl", DurationType.TTL);
    static final Setting<AdmissionMode> L1_ADMISSION = new Setting<>("l1.admission",
            new ChoiceType<>(List.of(new Choice<>(
                    "all", AdmissionMode.ALL), new Choice<>("popular", AdmissionMode.POPULAR))));

    static final Setting<RefreshKind> REFRESH_MODE = new Setting<>("refresh.mode", new ChoiceType<>(RefreshKind
            .choices()));
    static final Setting<Double> REFRESH_SHARE = new Setting<>("refresh.share", DecimalType.between("0.01", "0.99"));
    static final Setting<Double> REFRESH_BETA = new Setting<>("refresh.beta", DecimalType.between("0.01", "100"));
    static final Setting<Duration> MAX_STALE = new Setting<>("max-stale", new DurationType(Duration.ZERO,
            TtlBounds.LONGEST));

    static final Setting<Duration> SOFT_TIMEOUT = new Setting<>("soft-timeout", new DurationType(Duration.ofMillis(1),
            LoadPolicy.LONGEST));
    static final Setting<Duration> HARD_TIMEOUT = new Setting<>("hard-timeout", new DurationType(Duration.ofMillis(1),
            LoadPolicy.LONGEST));
    static final Setting<WhenAway> WHEN_AWAY = new Setting<>("when-away", new ChoiceType<>(List.of(new Choice<>("write",
            WhenAway.WRITE_ANYWAY), new Choice<>("refuse", WhenAway.REFUSE))));

    static final Setting<ValueFormat> FORMAT = new Setting<>("format", new ChoiceType<>(List.of(new Choice<>("json",
            ValueFormat.JSON), new Choice<>("messagepack", ValueFormat.MESSAGE_PACK))));
    static final Setting<Compression> COMPRESSION = new Setting<>("compression", new ChoiceType<>(List.of(new Choice<>(
            "none", Compression.NONE), new Choice<>("lz4", Compression.LZ4), new Choice<>("gzip", Compression.GZIP))));
    static final Setting<Long> COMPRESS_ABOVE = new Setting<>("compress-above", new SizeType(0, 1 << 30));

    static final Setting<Durability> DURABILITY = new Setting<>("durability", new ChoiceType<>(List.of(new Choice<>(
            "immediate", Durability.IMMEDIATE), new Choice<>("deferred", Durability.DEFERRED),
            new Choice<>("eventual",
                    Durability.EVENTUAL))));

    static final List<Setting<?>> ALL = List.of(TTL, ABSENT_TTL, JITTER, SLIDING, ADAPTIVE_TTL, L1_MAX_ENTRIES,
            L1_MAX_BYTES, L1_MAX_ITEM_BYTES, L1_TTL, L1_ADMISSION, REFRESH_MODE, REFRESH_SHARE, REFRESH_BETA, MAX_STALE,
            SOFT_TIMEOUT, HARD_TIMEOUT, WHEN_AWAY, FORMAT, COMPRESSION, COMPRESS_ABOVE, DURABILITY);

    private NamespaceSettings() {}
}
