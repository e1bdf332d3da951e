package io.hexcache.architecture.rule;

import java.util.Map;

/** The single classes that a rule makes an exception for. A test demands that each of them exists. */
final class Places {

    /** Makes the clock, the ticker, the dice: the one place where the surroundings come in. */
    static final String SURROUNDINGS = "io.hexcache.bootstrap.node.TimeModule";

    /** Where the process begins and ends. */
    static final String ENTRY = "io.hexcache.bootstrap.Main";

    /** Dagger marks with this annotation what it wrote. */
    static final String GENERATED_BY_DAGGER = "dagger.internal.DaggerGenerated";

    /** Whoever has a field that changes, and why that harms nobody. */
    static final Map<String, String> CHANGING = Map.ofEntries(
            Map.entry("io.hexcache.domain.coherence.HeadLedger",
                    "what was received and lost, under the lock of its object"),
            Map.entry("io.hexcache.domain.coherence.LocalTrust",
                    "one volatile deadline, written under the lock of the ledger"),
            Map.entry("io.hexcache.domain.coherence.Received",
                    "the numbers of one origin, under the lock of the ledger"),
            Map.entry("io.hexcache.domain.invalidation.PendingSelections",
                    "a counter under the lock of its object"),
            Map.entry("io.hexcache.domain.invalidation.RecentChanges",
                    "two generations, turned under the lock of its object"),
            Map.entry("io.hexcache.domain.key.GlobParser",
                    "a cursor over one text, which never leaves the call that made it"),
            Map.entry("io.hexcache.infrastructure.redis.Waiting",
                    "a link and an answer, each written by one thread before the state that publishes it"),
            Map.entry("io.hexcache.domain.entry.LocalEntry",
                    "under which revision it was last checked: any value that was ever true is safe"),
            Map.entry("io.hexcache.domain.stamp.StampService",
                    "how far the register was read, under the lock of its object"),
            Map.entry("io.hexcache.domain.stamp.StampTable",
                    "volatile maxima, written under the lock of its object"),
            Map.entry("io.hexcache.domain.strategy.Flight",
                    "a volatile answer that is offered, written whole"),
            Map.entry("io.hexcache.domain.writebehind.DrainOrder",
                    "counters under the lock of its owner"),
            Map.entry("io.hexcache.domain.writebehind.DrainTimer",
                    "what is scheduled and under way, under the lock of its object"),
            Map.entry("io.hexcache.infrastructure.memory.MemoryJournal",
                    "one volatile flag, written once"),
            Map.entry("io.hexcache.infrastructure.jackson.GrowingBytes",
                    "bytes that are being written, which never leave the call that made them"),
            Map.entry("io.hexcache.infrastructure.jackson.MessagePackInput",
                    "the last item of a value that is being read, within one call"),
            Map.entry("io.hexcache.infrastructure.jackson.MessagePackParser",
                    "where in a value it reads, within one call"),
            Map.entry("io.hexcache.infrastructure.jackson.NestedLengths",
                    "what is left of a value that is being read, within one call"),
            Map.entry("io.hexcache.infrastructure.memory.InProcessBus",
                    "open or closed, under one lock"),
            Map.entry("io.hexcache.infrastructure.redis.BusThread",
                    "one volatile reference, written once"),
            Map.entry("io.hexcache.infrastructure.redis.Backoff",
                    "the last failure, under the lock of its object"),
            Map.entry("io.hexcache.infrastructure.redis.ClusterMap",
                    "a volatile table, written whole under the lock of its object"),
            Map.entry("io.hexcache.infrastructure.redis.Delivery",
                    "what one subscription has told, confined to its thread"),
            Map.entry("io.hexcache.infrastructure.redis.Line",
                    "volatile times, written whole by who uses the line"),
            Map.entry("io.hexcache.infrastructure.redis.LinePool",
                    "one volatile flag, written whole"),
            Map.entry("io.hexcache.infrastructure.redis.StreamSubscriber",
                    "one volatile reference, written whole"),
            Map.entry("io.hexcache.infrastructure.redis.StreamSubscriber$Listening",
                    "where the reading thread stands, confined to it"),
            Map.entry("io.hexcache.infrastructure.redis.SentinelDestination",
                    "what a sentinel said last, under the lock of its object"),
            Map.entry("io.hexcache.infrastructure.redis.SubscriberLoop",
                    "one volatile reference, written whole"),
            Map.entry("io.hexcache.infrastructure.redis.Subscription",
                    "a reply that was read early, confined to the thread that reads"),
            Map.entry("io.hexcache.infrastructure.redis.Turns",
                    "a counter of one call, which never leaves it"));

    /** Which ports nobody here implements, and why they are none the less needed. */
    static final Map<String, String> OFFERED = Map.of("io.hexcache.domain.port.ConditionalSource",
            "for sources behind a protocol with validators, as HTTP has; the example's database has none");

    private Places() {}
}
