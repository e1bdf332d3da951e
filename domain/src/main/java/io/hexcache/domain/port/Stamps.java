package io.hexcache.domain.port;

import io.hexcache.domain.collection.InOrder;
import io.hexcache.domain.key.Subject;
import java.util.Map;

/**
 * An answer of the register. Answers are merged by the maximum of each number, so their order does not matter.
 *
 * @param last the largest stamp that was ever given
 * @param floor what carries a smaller stamp than this is worth nothing
 * @param subjects stamp of the last invalidation of each
 */
public record Stamps(long last, long floor, Map<Subject, Long> subjects) {

    /** The most subjects that a register keeps: 100,000. */
    public static final int MAX_SUBJECTS = 100_000;

    /** Copies the subjects. */
    public Stamps {
        subjects = InOrder.copyOf(subjects);
    }
}
