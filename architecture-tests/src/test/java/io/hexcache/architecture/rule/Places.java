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
    static final Map<String, String> CHANGING = Map.of(
            "io.hexcache.domain.key.GlobParser", "a cursor over one text, which never leaves the call that made it",
            "io.hexcache.domain.invalidation.LocalTrust", "one volatile flag, written whole",
            "io.hexcache.domain.invalidation.PendingSelections", "a counter under the lock of its object",
            "io.hexcache.infrastructure.memory.InProcessBus", "open or closed, under one lock",
            "io.hexcache.infrastructure.redis.Delivery", "what one subscription has told, confined to its thread",
            "io.hexcache.infrastructure.redis.Line", "volatile times, written whole by who uses the line",
            "io.hexcache.infrastructure.redis.LinePool", "one volatile flag, written whole",
            "io.hexcache.infrastructure.redis.SubscriberLoop", "volatile references, written whole");

    private Places() {}
}
