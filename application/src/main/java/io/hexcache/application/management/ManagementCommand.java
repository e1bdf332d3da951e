package io.hexcache.application.management;

import io.hexcache.domain.collection.InOrder;
import io.hexcache.domain.invalidation.DataChange;
import io.hexcache.domain.invalidation.DomainEvent;
import io.hexcache.domain.key.KeyPattern;
import io.hexcache.domain.key.Namespace;
import io.hexcache.domain.key.Tag;
import io.hexcache.domain.policy.PolicyValues;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What an operator can ask. */
public sealed interface ManagementCommand {

    /** What is cached under this identifier? Never loads. */
    record ReadEntry(Namespace namespace, String identifier) implements ManagementCommand {}

    /**
     * Cache this value.
     *
     * @param value a tree of maps, lists, strings, numbers and booleans
     * @param ttl empty means the namespace's own
     */
    record PutEntry(Namespace namespace, String identifier, Object value, Optional<Duration> ttl, Set<Tag> tags)
            implements
            ManagementCommand {

        /** Copies the tags. */
        public PutEntry {
            tags = InOrder.copyOf(tags);
        }
    }

    /** Invalidate one entry. */
    record RemoveEntry(Namespace namespace, String identifier) implements ManagementCommand {}

    /** What is to be invalidated, wherever it is cached. */
    sealed interface Invalidation extends ManagementCommand {}

    /** Invalidate these keys, each {@code namespace:identifier} with or without {@code :vN}. */
    record InvalidateKeys(List<String> keys) implements Invalidation {

        /** Copies the keys. */
        public InvalidateKeys {
            keys = List.copyOf(keys);
        }
    }

    /** Invalidate every key whose {@code namespace:identifier} matches. */
    record InvalidatePattern(KeyPattern pattern) implements Invalidation {}

    /** Invalidate every key whose {@code namespace:identifier} begins so. */
    record InvalidatePrefix(String prefix) implements Invalidation {}

    /** Invalidate a namespace with its children. */
    record InvalidateNamespace(Namespace namespace) implements Invalidation {}

    /** Invalidate every entry that carries one of these tags. */
    record InvalidateTags(Set<Tag> tags) implements Invalidation {

        /** Copies the tags. */
        public InvalidateTags {
            tags = InOrder.copyOf(tags);
        }
    }

    /** Make a namespace with its children obsolete by one stamp. */
    record ClearNamespace(Namespace namespace) implements Invalidation {}

    /** Make everything obsolete by one stamp. */
    record ClearEverything() implements Invalidation {}

    /** Make every entry that is about the entity obsolete by one stamp. */
    record AdvanceEpoch(String entity) implements ManagementCommand {}

    /** Invalidate what the rules for this event say. */
    record ReportEvent(DomainEvent event) implements ManagementCommand {}

    /** Invalidate what the rules for this change of a record say. */
    record ReportDataChange(DataChange change) implements ManagementCommand {}

    /** What has happened in each namespace since the start? */
    record ShowStatistics() implements ManagementCommand {}

    /** Is the node alive and ready, and how is each part of it? */
    record CheckHealth() implements ManagementCommand {}

    /**
     * How are namespaces cached, and what was changed of that since the start?
     *
     * @param namespace one that is declared or has declared children; empty means all
     */
    record ShowPolicies(Optional<Namespace> namespace) implements ManagementCommand {}

    /**
     * Cache this namespace, and those below it that inherit, otherwise from now on, on this node until its end. Entries
     * that are cached already keep the lives that they have.
     */
    record ChangePolicy(Namespace namespace, PolicyValues values) implements ManagementCommand {}

    /** Cache this namespace as is configured again. */
    record ResetPolicy(Namespace namespace) implements ManagementCommand {}

    /**
     * Is this namespace worth caching, for how long and in which way?
     *
     * @param toleratedStaleness how old a value its readers accept; zero means that they accept only the current one
     */
    record Advise(Namespace namespace, Duration toleratedStaleness) implements ManagementCommand {}

    /**
     * What would this invalidation remove? Removes nothing.
     *
     * @param samples at most so many keys are shown, 0 to {@value #MAX_SAMPLES}
     */
    record PreviewInvalidation(Invalidation invalidation, int samples) implements ManagementCommand {

        /** The most keys that are shown. */
        public static final int MAX_SAMPLES = 1_000;
    }

    /**
     * Which keys of this namespace are read most often on this node?
     *
     * @param most at most so many are shown, 1 to {@value #MAX_KEYS}
     */
    record ShowHotKeys(Namespace namespace, int most) implements ManagementCommand {

        /** The most keys that are shown. */
        public static final int MAX_KEYS = 1_000;
    }

    /** Why does a read of this identifier hit, miss, or answer something stale? Changes nothing. */
    record ExplainKey(Namespace namespace, String identifier) implements ManagementCommand {}

    /** About one counter, which is no entry; its namespace need not be declared. */
    sealed interface OnCounter extends ManagementCommand {

        /** Where it belongs. */
        Namespace namespace();

        /** Its name there. */
        String name();
    }

    /**
     * Add to this counter.
     *
     * @param delta may be negative, or 0
     * @param ttl life of the counter if this makes it; empty means without end
     */
    record AddToCounter(Namespace namespace, String name, long delta, Optional<Duration> ttl) implements OnCounter {}

    /** What does this counter stand at? */
    record ReadCounter(Namespace namespace, String name) implements OnCounter {}

    /** Remove this counter. */
    record RemoveCounter(Namespace namespace, String name) implements OnCounter {}

    /** About the warmings of this node. */
    sealed interface OnWarming extends ManagementCommand {}

    /** Which plans are there, and how far are their runs? */
    record ShowWarmings() implements OnWarming {}

    /** Start the plan of this name. */
    record StartWarming(String plan) implements OnWarming {}

    /** Stop the run of this id. */
    record CancelWarming(long run) implements OnWarming {}

    /** About invalidations that happen later, while this node lives. */
    sealed interface OnSchedule extends ManagementCommand {}

    /** Which of them wait? */
    record ShowSchedule() implements OnSchedule {}

    /**
     * Invalidate when so much time has passed.
     *
     * @param delay 0 to 365 days
     */
    record ScheduleAfter(Invalidation invalidation, Duration delay) implements OnSchedule {}

    /**
     * Invalidate at this instant.
     *
     * @param due at most 365 days ahead; one that has passed means at once
     */
    record ScheduleAt(Invalidation invalidation, Instant due) implements OnSchedule {}

    /** Do not carry out the one of this id. */
    record CancelScheduled(long id) implements OnSchedule {}

    /** About the existence filters of this node. */
    sealed interface OnFilter extends ManagementCommand {}

    /** How is each of them? */
    record ShowFilters() implements OnFilter {}

    /** Build the filter of this namespace anew, in the background. */
    record RebuildFilter(Namespace namespace) implements OnFilter {}

    /** About the writes that wait for their sources. */
    sealed interface OnWriteBehind extends ManagementCommand {}

    /** How many wait, and does the journal take more? */
    record ShowWriteBehind() implements OnWriteBehind {}

    /**
     * Write all that waits to its sources now.
     *
     * @param atMost how long to wait for that; 0 to 1 min
     */
    record FlushWriteBehind(Duration atMost) implements OnWriteBehind {}

    /**
     * Which writes would their sources not take?
     *
     * @param after only those with larger ids; 0 for the first
     * @param most at most so many, 1 to 1,000
     */
    record ShowDeadLetters(long after, int most) implements OnWriteBehind {}

    /** Try this one again. */
    record RetryDeadLetter(long id) implements OnWriteBehind {}

    /** Forget this one for ever. */
    record DropDeadLetter(long id) implements OnWriteBehind {}
}
