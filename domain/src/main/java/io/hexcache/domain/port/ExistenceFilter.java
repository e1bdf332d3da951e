package io.hexcache.domain.port;

/**
 * A set of identifiers in memory of a fixed size. It may take an identifier for a member that is none, never the other
 * way round, and nothing is ever taken out of it.
 *
 * <p>
 * It is in the memory of this process: nothing here fails, or waits for anything. Implementations are safe for use by
 * many threads; once {@link #add} has returned, every {@link #mayContain} that begins finds the identifier.
 */
public interface ExistenceFilter {

    /** Makes the identifier a member. Any text is taken. */
    void add(String identifier);

    /** Whether the identifier may be a member; false only if it was never added. */
    boolean mayContain(String identifier);

    /** Which share of all identifiers that were never added is taken for members now; an estimate from 0 to 1. */
    double falsePositiveRate();
}
