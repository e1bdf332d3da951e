package io.hexcache.domain.tier;

/**
 * What was known of an identifier's changes at one moment.
 *
 * @param epoch the epoch of the L1
 * @param changes how often something in the identifier's stripe had changed
 * @param takenAt reading of the ticker
 */
public record Ticket(String identifier, long epoch, long changes, long takenAt) {

    /** Changes are counted from zero: a ticket of this many never holds. */
    private static final long NEVER = -1;

    /** The same as far as time goes, but nothing is stored under it. */
    Ticket voided() {
        return new Ticket(identifier, epoch, NEVER, takenAt);
    }

    /** Whether nothing can ever be stored under it. */
    boolean isVoided() {
        return changes == NEVER;
    }

    Ticket takenAt(long at) {
        return new Ticket(identifier, epoch, changes, at);
    }
}
