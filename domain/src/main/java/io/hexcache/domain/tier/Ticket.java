package io.hexcache.domain.tier;

/**
 * What was known of an identifier's changes at one moment.
 *
 * @param epoch the epoch of the L1
 * @param changes how often something in the identifier's stripe had changed
 * @param takenAt reading of the ticker
 */
public record Ticket(String identifier, long epoch, long changes, long takenAt) {

    Ticket takenAt(long at) {
        return new Ticket(identifier, epoch, changes, at);
    }
}
