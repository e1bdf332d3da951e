package io.hexcache.domain.policy;

import io.hexcache.domain.error.CacheConfigurationException;
import java.time.Duration;
import java.util.List;

/**
 * The ttl that an entry earns: the more it was read in the last window, the longer, by a table; divided by one more
 * than the number of times that it changed in that window, since a value that changes is soon wrong; within bounds.
 *
 * @param steps from many reads to few; both reads and ttl fall from step to step
 * @param otherwise the ttl below the last step, at most that of the last step
 * @param shortest the least that is ever answered, whatever the table and the changes say
 * @param longest the most that is ever answered
 */
public record AdaptiveTtl(List<Step> steps, Duration otherwise, Duration shortest, Duration longest) {

    /** Over 1,000 reads 24 h, over 100 4 h, over 10 1 h, else 15 min; between 1 s and 24 h. */
    public static final AdaptiveTtl DEFAULT = new AdaptiveTtl(List.of(new Step(1_000, Duration.ofHours(24)), new Step(
            100, Duration.ofHours(4)), new Step(10, Duration.ofHours(1))), Duration.ofMinutes(15), Duration.ofSeconds(
                    1),
            Duration.ofHours(24));

    /**
     * One row of the table.
     *
     * @param readsAbove it is for entries with more reads than this; 0 or more
     */
    public record Step(long readsAbove, Duration ttl) {

        /** Checks both. */
        public Step {
            if (readsAbove < 0) {
                throw new CacheConfigurationException("a step of the adaptive ttl is for more than " + readsAbove
                        + " reads; the number must be 0 or more");
            }
            TtlBounds.check("ttl above " + readsAbove + " reads", ttl);
        }
    }

    /** Checks the bounds, and that more reads never give a shorter ttl. */
    public AdaptiveTtl {
        steps = List.copyOf(steps);
        TtlBounds.check("shortest adaptive ttl", shortest);
        TtlBounds.check("longest adaptive ttl", longest);
        TtlBounds.check("ttl below all steps", otherwise);
        if (shortest.compareTo(longest) > 0) {
            throw new CacheConfigurationException("the adaptive ttl is bounded by %s and %s; the first must not be"
                    .formatted(shortest, longest) + " the longer one");
        }
        Step above = new Step(Long.MAX_VALUE, TtlBounds.LONGEST);
        for (Step step : steps) {
            checkFall(step.readsAbove() < above.readsAbove(), above.ttl(), step.ttl());
            above = step;
        }
        checkFall(true, above.ttl(), otherwise);
    }

    private static void checkFall(boolean readsFall, Duration from, Duration to) {
        if (!readsFall || to.compareTo(from) > 0) {
            throw new CacheConfigurationException("a step of the adaptive ttl, " + to + " after " + from
                    + ", is out of order; write them from many reads and a long ttl to few and a short one");
        }
    }

    /** The ttl of an entry that was used so. */
    public Duration ttlFor(KeyUse use) {
        return ttlFor(use.reads(), use.changes());
    }

    /**
     * The ttl of an entry.
     *
     * @param reads of the entry in the last window, 0 or more
     * @param changes of the entry in the last window, 0 or more
     */
    public Duration ttlFor(long reads, long changes) {
        Duration earned = steps.stream().filter(step -> reads > step.readsAbove()).map(Step::ttl).findFirst().orElse(
                otherwise).dividedBy(Math.addExact(changes, 1));
        if (earned.compareTo(shortest) < 0) {
            return shortest;
        }
        return earned.compareTo(longest) > 0 ? longest : earned;
    }
}
