package io.hexcache.application.management;

import io.hexcache.domain.advice.Advice;
import io.hexcache.domain.advice.Workload;
import io.hexcache.domain.entry.Lookup;
import io.hexcache.domain.existence.FilterStatus;
import io.hexcache.domain.explain.Explanation;
import io.hexcache.domain.hotkey.HotKeys;
import io.hexcache.domain.invalidation.Completion;
import io.hexcache.domain.invalidation.Preview;
import io.hexcache.domain.key.CounterKey;
import io.hexcache.domain.key.Namespace;
import io.hexcache.domain.policy.PolicyReport;
import io.hexcache.domain.port.DeadLetter;
import io.hexcache.domain.scheduling.ScheduledInvalidation;
import io.hexcache.domain.warming.WarmingProgress;
import io.hexcache.domain.writebehind.WriteBehindStatus;
import java.util.List;
import java.util.OptionalLong;

/** What comes of a command. */
public sealed interface ManagementResult {

    /** The value is cached. */
    record EntryFound(Lookup.Hit<?> hit) implements ManagementResult {}

    /** It is cached that the source holds nothing under this identifier. */
    record EntryAbsent(Lookup.Absent<?> absent) implements ManagementResult {}

    /** Nothing is cached under this identifier. */
    record EntryNotCached() implements ManagementResult {}

    /** The value was cached. */
    record EntryStored(Completion completion) implements ManagementResult {}

    /**
     * Entries were invalidated.
     *
     * @param removed live entries that this command removed from L2
     * @param widened whether more than was asked for was made obsolete: everything that depends on other entries
     */
    record Invalidated(long removed, Completion completion, boolean widened) implements ManagementResult {

        /** Exactly what was asked for. */
        public Invalidated(long removed, Completion completion) {
            this(removed, completion, false);
        }
    }

    /** What an invalidation would remove. */
    record Previewed(Preview preview) implements ManagementResult {}

    /** Why a read comes to what it does. */
    record Explained(Explanation explanation) implements ManagementResult {}

    /** The keys of a namespace that are read most often on this node; none while no key is hot. */
    record Hottest(Namespace namespace, HotKeys keys) implements ManagementResult {}

    /** What has happened, a report for each namespace, by name. */
    record Statistics(List<NamespaceReport> namespaces) implements ManagementResult {

        /** Copies the reports. */
        public Statistics {
            namespaces = List.copyOf(namespaces);
        }
    }

    /**
     * How the node is.
     *
     * @param ready whether it can answer requests; it can while the cache is degraded
     */
    record Health(boolean live, boolean ready, List<ComponentHealth> components) implements ManagementResult {

        /** Copies the components. */
        public Health {
            components = List.copyOf(components);
        }
    }

    /** How namespaces are cached on this node now, after the change if there was one; by name. */
    record PoliciesInForce(List<PolicyReport> policies) implements ManagementResult {

        /** Copies the reports. */
        public PoliciesInForce {
            policies = List.copyOf(policies);
        }
    }

    /**
     * What to do about a namespace.
     *
     * @param measured what the advice is made of: all keys of the namespace together, since the start of the node
     */
    record Advised(Namespace namespace, Workload measured, Advice advice) implements ManagementResult {}

    /** What a counter stands at; empty if it does not exist. */
    record CounterStands(CounterKey counter, OptionalLong value) implements ManagementResult {}

    /** A counter is gone. */
    record CounterRemoved(CounterKey counter, boolean existed) implements ManagementResult {}

    /**
     * The warmings of this node.
     *
     * @param plans their names
     * @param runs those that go on, those that wait, and those that are over, the latest first
     */
    record Warmings(List<String> plans, List<WarmingProgress> runs) implements ManagementResult {

        /** Copies both. */
        public Warmings {
            plans = List.copyOf(plans);
            runs = List.copyOf(runs);
        }
    }

    /** A warming was started, or was not over yet; where it is. */
    record WarmingStarted(WarmingProgress run) implements ManagementResult {}

    /** Invalidations that wait for their time, the next one first; or the one that was just scheduled. */
    record Schedule(List<ScheduledInvalidation> waiting) implements ManagementResult {

        /** Copies the list. */
        public Schedule {
            waiting = List.copyOf(waiting);
        }
    }

    /** What has this id goes no further. */
    record Cancelled(long id) implements ManagementResult {}

    /** How existence filters are, by namespace. */
    record Filters(List<FilterStatus> filters) implements ManagementResult {

        /** Copies the list. */
        public Filters {
            filters = List.copyOf(filters);
        }
    }

    /**
     * How many writes wait for their sources.
     *
     * @param drained whether all is written that was waiting when the command came; true where it only asked
     */
    record WritesBehind(WriteBehindStatus status, boolean drained) implements ManagementResult {}

    /** Writes that were set aside, in the order in which they were. */
    record DeadLettersListed(List<DeadLetter> letters) implements ManagementResult {

        /** Copies the list. */
        public DeadLettersListed {
            letters = List.copyOf(letters);
        }
    }

    /** A dead letter waits again, or is forgotten. */
    record DeadLetterSettled(long id) implements ManagementResult {}

    /** The command cannot be carried out, and has changed nothing. */
    record Refused(Reason reason, String detail) implements ManagementResult {

        /** Why. */
        public enum Reason {

            /** The namespace is not declared on this node. */
            UNKNOWN_NAMESPACE,

            /** The namespace has a source of truth: its entries come from there and cannot be put by hand. */
            OWNED_BY_SOURCE,

            /** A value in the command is not legal, by itself or together with what is in force. */
            ILLEGAL_VALUE,

            /** Nothing has happened yet that the answer could be made of. */
            NOTHING_MEASURED,

            /** There is no plan of this name, or nothing of this id that could be cancelled. */
            UNKNOWN_NAME,

            /** Something later has been done, which this would undo. */
            OVERTAKEN,

            /** This node, or the namespace, is made without that. */
            NOT_AVAILABLE
        }
    }
}
