package io.hexcache.bootstrap.configuration;

import java.time.Duration;
import java.util.List;

/** What can be set for a namespace, by its name within the namespace's group. */
final class NamespaceSettings {

    /** The group that holds what is not said about a namespace. */
    static final String DEFAULTS = "defaults";

    /** The group that holds the namespaces. */
    static final String GROUP = "namespaces";

    static final Setting<Duration> TTL = new Setting<>("ttl", DurationType.TTL);
    static final Setting<Duration> ABSENT_TTL = new Setting<>("absent-ttl", DurationType.TTL);
    static final Setting<Integer> L1_MAX_ENTRIES = new Setting<>("l1.max-entries", new IntegerType(0, 100_000_000));
    static final Setting<Long> L1_MAX_BYTES = new Setting<>("l1.max-bytes", new SizeType(1, 64L << 30));
    static final Setting<Long> L1_MAX_ITEM_BYTES = new Setting<>("l1.max-item-bytes", new SizeType(1, 1 << 30));
    static final Setting<Duration> L1_TTL = new Setting<>("l1.ttl", DurationType.TTL);

    static final List<Setting<?>> ALL = List.of(TTL, ABSENT_TTL, L1_MAX_ENTRIES, L1_MAX_BYTES, L1_MAX_ITEM_BYTES,
            L1_TTL);

    private NamespaceSettings() {}
}
